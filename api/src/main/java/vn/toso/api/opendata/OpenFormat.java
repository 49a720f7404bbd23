package vn.toso.api.opendata;

import org.springframework.http.MediaType;
import vn.toso.api.sheet.Sheets;
import vn.toso.api.web.FileFormat;

/** How open data can be had. */
enum OpenFormat implements FileFormat {
    JSON(MediaType.APPLICATION_JSON_VALUE),
    CSV(Sheets.CSV + ";charset=UTF-8");

    private final String type;

    OpenFormat(String type) {
        this.type = type;
    }

    @Override
    public MediaType type() {
        return MediaType.valueOf(type);
    }
}
