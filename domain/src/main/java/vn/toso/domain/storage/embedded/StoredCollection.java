package vn.toso.domain.storage.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a collection, by id. A document in it is never altered, only replaced: a reader and the file get
 * one state or the other. (mongo-java-server alters documents where they lie; here it gets copies.)
 */
final class StoredCollection extends AbstractMongoCollection<Object> {

    /** What a write may find: copies, and of a write that concerns one document the first match alone. */
    private enum Finding {
        FOR_READERS,
        COPIES,
        ONE_COPY
    }

    private record Aggregated(StoredCollection from, Document firstMatch) {}

    private static final ThreadLocal<@Nullable Aggregated> AGGREGATED = new ThreadLocal<>();

    private final MVMap<Object, Stored> documents;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private Finding writersFinding = Finding.COPIES;

    StoredCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            CursorRegistry cursors,
            MVMap<Object, Stored> documents) {
        super(database, name, options, cursors);
        this.documents = documents;
    }

    MVMap<Object, Stored> documents() {
        return documents;
    }

    private <T> T reading(Supplier<T> work) {
        lock.readLock().lock();
        try {
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private <T> T writing(Finding kind, Supplier<T> work) {
        lock.writeLock().lock();
        Finding before = writersFinding;
        writersFinding = kind;
        try {
            return work.get();
        } finally {
            writersFinding = before;
            lock.writeLock().unlock();
        }
    }

    /** Lets the aggregation that comes next on this thread see only what may match its first {@code $match}. */
    <T> T aggregating(Document firstMatch, Supplier<T> work) {
        AGGREGATED.set(new Aggregated(this, firstMatch));
        try {
            return work.get();
        } finally {
            AGGREGATED.remove();
        }
    }

    @Override
    public Iterable<Document> queryAll() {
        Aggregated aggregated = AGGREGATED.get();
        if (aggregated == null || aggregated.from() != this) {
            return handleQuery(new Document());
        }
        AGGREGATED.remove();
        return handleQuery(aggregated.firstMatch());
    }

    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        Finding kind = lock.isWriteLockedByCurrentThread() ? writersFinding : Finding.FOR_READERS;
        int most = kind == Finding.ONE_COPY ? 1 : limit;
        QueryResult found = find(query, orderBy, skip, most, batchSize, projection);
        if (kind == Finding.FOR_READERS) {
            return found;
        }
        return new QueryResult(
                found.collectDocuments().stream().map(Document::cloneDeeply).toList());
    }

    private QueryResult find(
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        Document order = orderBy == null ? new Document() : orderBy;
        if (order.containsKey("$natural")) {
            return matchDocuments(query, order, skip, limit, batchSize, projection);
        }
        Conditions conditions = Conditions.of(query);
        QueryPlan plan =
                QueryPlan.best(orderedIndexes(), conditions, order, limit > 0).orElse(null);
        Stream<Object> ids =
                plan != null ? plan.ids() : alternatives(conditions).orElse(null);
        Stream<Document> candidates = ids == null
                ? documents.values().stream().map(Stored::document)
                : ids.map(this::getDocument).filter(Objects::nonNull);
        Document toSort = plan != null && plan.ordered() ? new Document() : order;
        return matchDocumentsFromStream(candidates, query, toSort, skip, limit, batchSize, projection);
    }

    private Optional<Stream<Object>> alternatives(Conditions conditions) {
        List<Optional<QueryPlan>> plans = conditions.alternatives().stream()
                .map(branch -> QueryPlan.best(orderedIndexes(), branch, new Document(), false))
                .toList();
        return plans.isEmpty() || plans.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : Optional.of(plans.stream()
                        .flatMap(Optional::stream)
                        .flatMap(QueryPlan::ids)
                        .distinct());
    }

    private List<OrderedIndex> orderedIndexes() {
        return getIndexes().stream().map(OrderedIndex.class::cast).toList();
    }

    @Override
    protected QueryResult matchDocuments(
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        boolean last = isNaturalDescending(orderBy);
        Stream<Object> ids = last
                ? Stream.iterate(documents.lastKey(), Objects::nonNull, documents::lowerKey)
                : documents.keySet().stream();
        return matchDocumentsFromStream(ids.map(this::getDocument), query, orderBy, skip, limit, batchSize, projection);
    }

    @Override
    protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
        return documents.entrySet().stream()
                .map(e -> new DocumentWithPosition<>(e.getValue().document(), e.getKey()));
    }

    @Override
    protected @Nullable Document getDocument(Object position) {
        Stored stored = documents.get(position);
        return stored == null ? null : stored.document();
    }

    @Override
    protected Object addDocumentInternal(Document document) {
        String idField = getIdField();
        Object id = idField == null ? UUID.randomUUID() : Utils.getSubdocumentValue(document, idField);
        documents.put(Missing.ofNullable(id), new Stored(document));
        return Missing.ofNullable(id);
    }

    @Override
    protected void handleUpdate(Object position, Document before, Document after) {
        documents.put(position, new Stored(after));
    }

    @Override
    protected void removeDocument(Object position) {
        documents.remove(position);
    }

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int difference) {}

    @Override
    protected int getDataSize() {
        return 0;
    }

    @Override
    public QueryResult handleQuery(QueryParameters parameters) {
        return reading(() -> super.handleQuery(parameters));
    }

    @Override
    public Document handleDistinct(Document query) {
        return reading(() -> super.handleDistinct(query));
    }

    @Override
    public int count(@Nullable Document query, int skip, int limit) {
        return reading(() -> super.count(query, skip, limit));
    }

    @Override
    public void addDocument(Document document) {
        writing(Finding.COPIES, () -> {
            super.addDocument(document);
            return true;
        });
    }

    @Override
    public List<Document> insertDocuments(List<Document> added, boolean ordered) {
        return writing(Finding.COPIES, () -> super.insertDocuments(added, ordered));
    }

    @Override
    public Document updateDocuments(
            Document selector, Document update, ArrayFilters filters, boolean many, boolean upsert, Oplog oplog) {
        return writing(
                many ? Finding.COPIES : Finding.ONE_COPY,
                () -> super.updateDocuments(selector, update, filters, many, upsert, oplog));
    }

    @Override
    public Document findAndModify(Document query) {
        return writing(Finding.COPIES, () -> super.findAndModify(query));
    }

    @Override
    public int deleteDocuments(Document selector, int limit, Oplog oplog) {
        return writing(Finding.COPIES, () -> super.deleteDocuments(selector, limit, oplog));
    }

    @Override
    public void addIndex(Index<Object> index) {
        writing(Finding.COPIES, () -> {
            super.addIndex(index);
            return true;
        });
    }

    @Override
    public void dropIndex(String name) {
        writing(Finding.COPIES, () -> {
            super.dropIndex(name);
            return true;
        });
    }
}
