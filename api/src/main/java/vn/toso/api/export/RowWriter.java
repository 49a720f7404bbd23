package vn.toso.api.export;

import java.util.List;
import vn.toso.domain.export.ExportRow;

/** Makes a file of rows, a part at a time, and keeps nothing of what it gave. Used by one thread at a time. */
interface RowWriter {

    /** What stands before the first row. */
    byte[] head();

    byte[] rows(List<ExportRow> rows);

    /** What stands behind the last row. */
    byte[] tail();
}
