package vn.toso.domain.storage.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A database in the file: for each collection a map of documents and notes, for each index a map of keys. */
final class StoredDatabase extends AbstractSynchronizedMongoDatabase<Object> {

    private final StoreFile file;

    StoredDatabase(String name, StoreFile file, CursorRegistry cursors) {
        super(name, cursors);
        this.file = file;
        initializeNamespacesAndIndexes();
    }

    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        if (command.equals("aggregate")
                && resolveCollection(Objects.toString(query.get(command)), false) instanceof StoredCollection from) {
            query.put("cursor", new Document());
            return from.aggregating(
                    firstMatch(query), () -> super.handleCommand(channel, command, query, databases, oplog));
        }
        Document answer = super.handleCommand(channel, command, query, databases, oplog);
        if (command.equals("insert")) {
            countInserted(query, answer);
        }
        return answer;
    }

    /** mongo-java-server scans the collection for every aggregation; and it warns of every wish for a batch size. */
    private static Document firstMatch(Document query) {
        return query.get("pipeline") instanceof List<?> stages
                        && !stages.isEmpty()
                        && stages.get(0) instanceof Document stage
                        && stage.get("$match") instanceof Document match
                ? match
                : new Document();
    }

    /** mongo-java-server counts failed inserts in. */
    private static void countInserted(Document query, Document answer) {
        if (answer.get("writeErrors") instanceof List<?> errors && query.get("documents") instanceof List<?> all) {
            boolean ordered = !Boolean.FALSE.equals(query.get("ordered"));
            answer.put("n", ordered ? ((Document) errors.get(0)).get("index") : all.size() - errors.size());
        }
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
        return new StoredCollection(
                this, name, options, cursorRegistry, file.documents(getFullCollectionNamespace(name)));
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        String namespace = getFullCollectionNamespace(collection);
        if (isPrimaryKeyIndex(new Document(keys.get(0).getKey(), 1)) && keys.size() == 1) {
            return new IdIndex(name, file.documents(namespace));
        }
        return new UniqueIndex(name, keys, sparse, file.uniqueKeys(namespace, name), file.notes(namespace));
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        String namespace = getFullCollectionNamespace(collection);
        return new SecondaryIndex(name, keys, sparse, file.keys(namespace, name), file.notes(namespace));
    }

    @Override
    protected void dropIndex(MongoCollection<Object> collection, String indexName) {
        super.dropIndex(collection, indexName);
        file.removeKeys(getFullCollectionNamespace(collection.getCollectionName()), indexName);
    }

    @Override
    public void dropCollection(String name, @Nullable Oplog oplog) {
        super.dropCollection(name, oplog);
        file.removeDocuments(getFullCollectionNamespace(name));
    }

    @Override
    public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String newName) {
        throw new MongoServerException("renaming a collection is not supported here");
    }

    @Override
    protected long getStorageSize() {
        return file.size();
    }

    @Override
    protected long getFileSize() {
        return file.size();
    }
}
