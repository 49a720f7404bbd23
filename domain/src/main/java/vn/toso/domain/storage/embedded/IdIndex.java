package vn.toso.domain.storage.embedded;

import static de.bwaldvogel.mongo.backend.Constants.ID_FIELD;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.Iterator;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The index of {@code _id}: a view of the documents themselves, which lie in its order. */
final class IdIndex extends Index<Object> implements OrderedIndex {

    private final MVMap<Object, Stored> documents;

    IdIndex(String name, MVMap<Object, Stored> documents) {
        super(name, List.of(new IndexKey(ID_FIELD, true)), false);
        this.documents = documents;
    }

    private static Object idOf(Document document) {
        return Missing.ofNullable(document.get(ID_FIELD));
    }

    @Override
    public @Nullable Object getPosition(Document document) {
        Object id = idOf(document);
        return documents.containsKey(id) ? id : null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        if (documents.containsKey(idOf(document))) {
            throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(document.get(ID_FIELD)));
        }
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {}

    @Override
    public Object remove(Document document) {
        return idOf(document);
    }

    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        throw new UnsupportedOperationException("queries are planned by QueryPlan");
    }

    @Override
    public long getCount() {
        return documents.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {}

    @Override
    public void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> collection) {}

    @Override
    public boolean isUnique() {
        return true;
    }

    @Override
    public void drop() {}

    @Override
    public List<String> walkedFields() {
        return List.of(ID_FIELD);
    }

    @Override
    public boolean leavesOutDocuments() {
        return false;
    }

    @Override
    public boolean holdsLists() {
        return false;
    }

    @Override
    public boolean isComplete() {
        return true;
    }

    @Override
    public boolean isOneFor(int fields) {
        return fields == 1;
    }

    @Override
    public Iterator<Object> walk(@Nullable KeyValue low, @Nullable KeyValue high, boolean backwards) {
        Object first = low == null ? null : Missing.ofNullable(low.get(0));
        Object last = high == null || high.get(0) instanceof MaxKey ? null : Missing.ofNullable(high.get(0));
        return backwards ? documents.cursor(last, first, true) : documents.cursor(first, last, false);
    }
}
