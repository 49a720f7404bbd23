package vn.toso.domain.table;

import java.util.List;
import vn.toso.domain.problem.Problem;

/** Reads the rows of a file in one format. */
public interface RowReader {

    /** Whether the file begins like one of this format. */
    boolean reads(byte[] file);

    /**
     * The rows of the file, of its first sheet where there are several; blank rows may be left out. Throws {@link Problem}
     * {@code malformed} for a file that cannot be read, {@code too-large} for one that unpacks to more than any list of a
     * commune.
     */
    List<Row> rows(byte[] file);
}
