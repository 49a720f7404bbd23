package vn.toso.api.export;

import java.util.List;
import org.springframework.http.MediaType;
import vn.toso.api.sheet.Sheets;
import vn.toso.api.web.FileFormat;

/** How a list can be had. */
enum ExportFormat implements FileFormat {
    CSV(Sheets.CSV + ";charset=UTF-8"),
    XLSX(Sheets.XLSX),
    NDJSON(MediaType.APPLICATION_NDJSON_VALUE);

    private final String type;

    ExportFormat(String type) {
        this.type = type;
    }

    @Override
    public MediaType type() {
        return MediaType.valueOf(type);
    }

    /** A fresh writer: each is used by one export. */
    RowWriter writer(List<String> columns) {
        return switch (this) {
            case CSV -> new CsvWriter(columns);
            case XLSX -> new XlsxWriter(columns);
            case NDJSON -> new NdjsonWriter(columns);
        };
    }
}
