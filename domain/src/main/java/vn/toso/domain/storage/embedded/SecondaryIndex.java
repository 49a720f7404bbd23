package vn.toso.domain.storage.embedded;

import static de.bwaldvogel.mongo.backend.Constants.ID_FIELD;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** An index whose values may repeat: its keys end with the document's id. */
final class SecondaryIndex extends Index<Object> implements OrderedIndex {

    private final MVMap<KeyValue, Boolean> entries;
    private final ListFields lists;
    private final List<String> walked;

    SecondaryIndex(
            String name,
            List<IndexKey> keys,
            boolean sparse,
            MVMap<KeyValue, Boolean> entries,
            MVMap<String, Object> notes) {
        super(name, keys, sparse);
        this.entries = entries;
        List<String> fields = keys.stream().map(IndexKey::getKey).toList();
        this.lists = new ListFields(name, fields, notes);
        this.walked = Stream.concat(fields.stream(), Stream.of(ID_FIELD)).toList();
    }

    /** One for each combination of list elements; an empty list stands as nothing, so that its document is found. */
    private Set<KeyValue> entriesOf(Document document) {
        List<List<@Nullable Object>> entries = List.of(List.of());
        boolean empty = true;
        for (String field : keys()) {
            Object value = Utils.getSubdocumentValueCollectionAware(document, field);
            empty &= Missing.isNullOrMissing(value);
            entries = Combinations.longer(entries, elements(value));
        }
        if (empty && isSparse()) {
            return Set.of();
        }
        Object id = Missing.ofNullable(document.get(ID_FIELD));
        return entries.stream().map(entry -> withId(entry, id)).collect(Collectors.toSet());
    }

    private static Collection<? extends @Nullable Object> elements(@Nullable Object value) {
        if (value instanceof Collection<?> list && !list.isEmpty()) {
            return list;
        }
        return Collections.singletonList(value instanceof Collection || value instanceof Missing ? null : value);
    }

    private static KeyValue withId(List<@Nullable Object> entry, Object id) {
        List<@Nullable Object> values = new ArrayList<>(entry.size() + 1);
        new KeyValue(entry).normalized().forEach(values::add);
        values.add(id);
        return new KeyValue(values);
    }

    @Override
    public @Nullable Object getPosition(Document document) {
        return null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        getKeyValues(document);
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        entriesOf(document).forEach(key -> entries.put(key, true));
        lists.lookInto(document);
    }

    @Override
    public Object remove(Document document) {
        entriesOf(document).forEach(entries::remove);
        return Missing.ofNullable(document.get(ID_FIELD));
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
        return entries.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        getKeyValues(after);
    }

    @Override
    public void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> collection) {
        Set<KeyValue> old = entriesOf(before);
        Set<KeyValue> fresh = entriesOf(after);
        if (!old.equals(fresh)) {
            old.forEach(entries::remove);
            fresh.forEach(key -> entries.put(key, true));
            lists.lookInto(after);
        }
    }

    @Override
    public void drop() {}

    @Override
    public List<String> walkedFields() {
        return walked;
    }

    @Override
    public boolean leavesOutDocuments() {
        return isSparse();
    }

    @Override
    public boolean holdsLists() {
        return lists.met();
    }

    @Override
    public boolean isComplete() {
        return true;
    }

    @Override
    public boolean isOneFor(int fields) {
        return false;
    }

    @Override
    public Iterator<Object> walk(@Nullable KeyValue low, @Nullable KeyValue high, boolean backwards) {
        Cursor<KeyValue, Boolean> cursor =
                backwards ? entries.cursor(high, low, true) : entries.cursor(low, high, false);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return cursor.hasNext();
            }

            @Override
            public Object next() {
                KeyValue key = cursor.next();
                return Missing.ofNullable(key.get(key.size() - 1));
            }
        };
    }
}
