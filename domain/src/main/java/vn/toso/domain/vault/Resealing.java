package vn.toso.domain.vault;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.vault.Vault.Shelf;

/**
 * Goes through every collection with sealed content and seals anew what isn't sealed with the current key; what was
 * written before there were seals is sealed for the first time. It notes how far it came, so that whoever goes on after
 * a crash begins there. A document that somebody writes meanwhile is left to them: they seal with the current key.
 */
final class Resealing {

    private static final String ID = "resealing";
    private static final int BATCH = 200;

    /** A round after an upgrade that seals more than before it must be made anew. */
    private static final int SHAPE = 1;

    /**
     * How far it came.
     *
     * @param key id of the key that everything is to be sealed with
     * @param collection which is under way; empty before the first one, and after the last
     * @param after the last document seen there; null for none
     * @param seen documents seen
     * @param resealed documents written
     */
    record Progress(
            int key,
            int shape,
            String collection,
            @Nullable BsonValue after,
            long seen,
            long resealed,
            boolean finished) {

        static Progress startFor(int key) {
            return new Progress(key, SHAPE, "", null, 0, 0, false);
        }

        boolean isFor(int wanted) {
            return key == wanted && shape == SHAPE;
        }
    }

    private final Vault vault;
    private final MongoCollection<BsonDocument> notes;

    Resealing(MongoDatabase database, Vault vault) {
        this.vault = vault;
        this.notes = database.getCollection("keys", BsonDocument.class);
    }

    /** How far the round for this key came; at its start where another one was under way. */
    Mono<Progress> progress(int key) {
        return Mono.from(notes.find(eq("_id", ID)).first())
                .map(Resealing::progress)
                .filter(noted -> noted.isFor(key))
                .defaultIfEmpty(Progress.startFor(key));
    }

    /** Goes on for so many batches, or to the end. */
    Mono<Progress> goOn(Progress from, int batches) {
        return Mono.just(from)
                .expand(progress -> progress.finished() ? Mono.empty() : step(progress))
                .take(batches + 1L)
                .last();
    }

    private Mono<Progress> step(Progress progress) {
        Optional<Shelf> shelf = vault.shelves().stream()
                .filter(candidate -> progress.collection().isEmpty()
                        || candidate.sealing().collection().compareTo(progress.collection()) >= 0)
                .findFirst();
        return shelf.map(present -> step(progress, present))
                .orElseGet(() -> Mono.just(finished(progress)))
                .flatMap(next -> note(next).thenReturn(next));
    }

    private static Progress finished(Progress progress) {
        return new Progress(progress.key(), SHAPE, "", null, progress.seen(), progress.resealed(), true);
    }

    private Mono<Progress> step(Progress progress, Shelf shelf) {
        boolean begun = shelf.sealing().collection().equals(progress.collection());
        BsonValue after = begun ? progress.after() : null;
        return Flux.from(shelf.documents()
                        .find(after == null ? Filters.empty() : gt("_id", after))
                        .sort(ascending("_id"))
                        .limit(BATCH))
                .collectList()
                .flatMap(read -> reseal(shelf, read).map(written -> next(progress, shelf, read, written)));
    }

    private Progress next(Progress progress, Shelf shelf, List<BsonDocument> read, long written) {
        boolean more = read.size() == BATCH;
        // Behind the last one of a collection stands the next collection, by name.
        String collection = shelf.sealing().collection() + (more ? "" : "\u0001");
        return new Progress(
                progress.key(),
                SHAPE,
                collection,
                more ? read.get(BATCH - 1).get("_id") : null,
                progress.seen() + read.size(),
                progress.resealed() + written,
                false);
    }

    private Mono<Long> reseal(Shelf shelf, List<BsonDocument> read) {
        List<UpdateOneModel<BsonDocument>> updates = new ArrayList<>();
        for (BsonDocument stored : read) {
            if (!shelf.sealing().isUpToDate(stored, vault)) {
                updates.add(anew(shelf.sealing(), stored));
            }
        }
        return updates.isEmpty()
                ? Mono.just(0L)
                : Mono.from(shelf.documents().bulkWrite(updates, new BulkWriteOptions().ordered(false)))
                        .map(result -> (long) result.getMatchedCount());
    }

    /** Only where the document is still what was read: each write of it makes a seal that is like no other. */
    private UpdateOneModel<BsonDocument> anew(Sealing sealing, BsonDocument stored) {
        BsonDocument next = stored.clone();
        sealing.open(next, vault);
        sealing.seal(next, vault);
        List<Bson> changes = new ArrayList<>();
        next.forEach((field, value) -> {
            if (!value.equals(stored.get(field))) {
                changes.add(Updates.set(field, value));
            }
        });
        stored.keySet().stream()
                .filter(field -> !next.containsKey(field))
                .forEach(field -> changes.add(Updates.unset(field)));
        return new UpdateOneModel<>(asRead(sealing, stored), Updates.combine(changes));
    }

    private static Bson asRead(Sealing sealing, BsonDocument stored) {
        List<Bson> parts = new ArrayList<>();
        parts.add(eq("_id", stored.get("_id")));
        for (String field : sealing.fields()) {
            parts.add(stored.containsKey(field) ? eq(field, stored.get(field)) : exists(field, false));
        }
        BsonValue revision = stored.get("revision");
        if (revision != null && revision.isDocument()) {
            parts.add(eq("revision.version", revision.asDocument().get("version")));
        }
        return and(parts);
    }

    private Mono<Void> note(Progress progress) {
        BsonDocument document = new BsonDocument();
        document.put("_id", new BsonString(ID));
        document.put("key", new BsonInt32(progress.key()));
        document.put("shape", new BsonInt32(progress.shape()));
        document.put("collection", new BsonString(progress.collection()));
        if (progress.after() != null) {
            document.put("after", progress.after());
        }
        document.put("seen", new BsonInt64(progress.seen()));
        document.put("resealed", new BsonInt64(progress.resealed()));
        document.put("finished", BsonBoolean.valueOf(progress.finished()));
        return Mono.from(notes.replaceOne(eq("_id", ID), document, new ReplaceOptions().upsert(true)))
                .then();
    }

    private static Progress progress(BsonDocument noted) {
        return new Progress(
                noted.getInt32("key").getValue(),
                noted.getInt32("shape").getValue(),
                noted.getString("collection").getValue(),
                noted.get("after"),
                noted.getInt64("seen").getValue(),
                noted.getInt64("resealed").getValue(),
                noted.getBoolean("finished").getValue());
    }
}
