package vn.toso.domain.storage.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** A unique index: from the values of its fields to the id of the one document that has them. */
final class UniqueIndex extends AbstractUniqueIndex<Object> implements OrderedIndex {

    private final MVMap<KeyValue, Object> entries;
    private final ListFields lists;
    private final List<String> fields;

    UniqueIndex(
            String name,
            List<IndexKey> keys,
            boolean sparse,
            MVMap<KeyValue, Object> entries,
            MVMap<String, Object> notes) {
        super(name, keys, sparse);
        this.entries = entries;
        this.fields = keys.stream().map(IndexKey::getKey).toList();
        this.lists = new ListFields(name, fields, notes);
    }

    @Override
    public synchronized void add(Document document, Object position, MongoCollection<Object> collection) {
        super.add(document, position, collection);
        lists.lookInto(document);
    }

    @Override
    protected @Nullable Object removeDocument(KeyValue key) {
        return entries.remove(key);
    }

    @Override
    protected boolean putKeyPosition(KeyValue key, Object position) {
        return entries.putIfAbsent(key, position) == null;
    }

    @Override
    protected Iterable<Map.Entry<KeyValue, Object>> getIterable() {
        return entries.entrySet();
    }

    @Override
    protected @Nullable Object getPosition(KeyValue key) {
        return entries.get(key);
    }

    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public long getCount() {
        return entries.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public List<String> walkedFields() {
        return fields;
    }

    @Override
    public boolean leavesOutDocuments() {
        return isSparse();
    }

    @Override
    public boolean holdsLists() {
        return lists.met();
    }

    /** mongo-java-server's unique index leaves out a document whose list is empty. */
    @Override
    public boolean isComplete() {
        return !lists.met();
    }

    @Override
    public boolean isOneFor(int fields) {
        return fields == this.fields.size();
    }

    @Override
    public Iterator<Object> walk(@Nullable KeyValue low, @Nullable KeyValue high, boolean backwards) {
        Cursor<KeyValue, Object> cursor =
                backwards ? entries.cursor(high, low, true) : entries.cursor(low, high, false);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return cursor.hasNext();
            }

            @Override
            public Object next() {
                cursor.next();
                return cursor.getValue();
            }
        };
    }
}
