package vn.toso.domain.table;

import java.util.Set;

/** What a column of a table holds. */
public interface Column {

    /** How people head it, folded, without brackets and punctuation: {@code nam sinh}. */
    Set<String> headings();

    /** Whether a table needs this column or another one that is key: who has none of them is no table of ours. */
    boolean isKey();
}
