package vn.toso.api.opendata;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import vn.toso.api.opendata.OpenCoverageResponse.RowPart;

/** The same rows as CSV. No value of ours holds a comma or a quotation mark but names, which are quoted. */
final class OpenCoverageCsv {

    private static final String HEAD = "\uFEFFservice,province,areaCode,area,asOf,eligible,achieved,share\r\n";

    private OpenCoverageCsv() {}

    static byte[] of(OpenCoverageResponse answer) {
        StringBuilder text = new StringBuilder(HEAD);
        for (RowPart row : answer.rows()) {
            text.append(row.service())
                    .append(',')
                    .append(quoted(row.province()))
                    .append(',')
                    .append(Objects.toString(row.areaCode(), ""))
                    .append(',')
                    .append(row.area() == null ? "" : quoted(row.area()))
                    .append(',')
                    .append(answer.asOf())
                    .append(',')
                    .append(row.eligible())
                    .append(',')
                    .append(row.achieved())
                    .append(',')
                    .append(row.share() == null ? "" : row.share().toString())
                    .append("\r\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
