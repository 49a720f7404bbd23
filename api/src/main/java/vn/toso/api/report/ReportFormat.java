package vn.toso.api.report;

import org.springframework.http.MediaType;
import vn.toso.api.sheet.Sheets;
import vn.toso.api.web.FileFormat;

/** How a report can be had. */
enum ReportFormat implements FileFormat {
    JSON(MediaType.APPLICATION_JSON_VALUE),
    XLSX(Sheets.XLSX),
    DOCX(ReportFormat.WORD);

    static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final String type;

    ReportFormat(String type) {
        this.type = type;
    }

    @Override
    public MediaType type() {
        return MediaType.valueOf(type);
    }
}
