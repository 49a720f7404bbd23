package vn.toso.domain.storage.embedded;

import de.bwaldvogel.mongo.backend.KeyValue;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An index that is walked in the order of its keys. */
interface OrderedIndex {

    /** Its fields in their order; where the id tells apart documents of the same values, {@code _id} comes last. */
    List<String> walkedFields();

    /** Whether documents are left out that have none of the fields. */
    boolean leavesOutDocuments();

    /** Whether some document stands under several keys, since one of the fields is a list there. */
    boolean holdsLists();

    /** Whether every document that has one of the fields is in it. */
    boolean isComplete();

    /** Whether at most one document has given values in so many of the first fields. */
    boolean isOneFor(int fields);

    /**
     * The ids of the documents between two keys, both included; null is an open end.
     *
     * @param backwards from {@code high} down to {@code low}
     */
    Iterator<Object> walk(@Nullable KeyValue low, @Nullable KeyValue high, boolean backwards);
}
