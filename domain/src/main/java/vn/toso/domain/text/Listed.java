package vn.toso.domain.text;

import java.util.List;

/** A document about people that stands in lists and is found by names. */
public interface Listed {

    /** Where it stands in a list: {@link Vietnamese#sortKey} of its name. */
    String sortKey();

    /** What it is found by: {@link Vietnamese#searchWords} of its names. */
    List<String> words();
}
