package vn.toso.seed.reference;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.change.LoggedCollection;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.id.Id;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.storage.Store;

/**
 * Brings a collection up to the rows that ship. A copy of each row as it was last written stands in a collection of its
 * own: a document that still equals its copy follows the release, one that differs was edited by somebody and stays.
 * Copies are compared as records, so a release that adds a field takes nobody's row for edited.
 *
 * @param <D> the document
 */
final class UpgradeRows<D extends Versioned<D>> {

    private static final int BATCH = 500;

    private final LoggedCollection<D> documents;
    private final MongoCollection<D> copies;
    private final List<D> rows;

    /** @param rows the rows that ship, never written yet: in revision {@link Revision#NONE} */
    UpgradeRows(Store store, LoggedCollection<D> documents, Class<D> type, List<D> rows) {
        this.documents = documents;
        this.copies = store.collection("reference_" + documents.kind(), type);
        this.rows = rows;
    }

    /**
     * What became of the rows.
     *
     * @param edited keys of documents that somebody edited and whose row changed since: they stayed as they are
     */
    record Tally(String kind, int rows, int added, int updated, List<String> edited) {}

    /** Writes what is missing or behind, nothing where all is up to date. */
    Mono<Tally> run() {
        return Mono.zip(byKey(documents.documents()), byKey(copies))
                .map(there -> plan(there.getT1(), there.getT2()))
                .flatMap(this::carryOut);
    }

    private static <D extends Versioned<D>> Mono<Map<Id, D>> byKey(MongoCollection<D> collection) {
        return Flux.from(collection.find()).collectMap(Versioned::key);
    }

    /** @param copied rows whose copy is behind: those that are written now, and those written by a node that was killed */
    private record Plan<D>(List<D> added, List<D> updated, List<D> copied, List<String> edited) {}

    private Plan<D> plan(Map<Id, D> stored, Map<Id, D> copied) {
        Plan<D> plan = new Plan<>(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (D row : rows) {
            decide(row, stored.get(row.key()), copied.get(row.key()), plan);
        }
        return plan;
    }

    private void decide(D row, @Nullable D stored, @Nullable D copy, Plan<D> plan) {
        boolean behind = !row.equals(copy);
        if (stored == null) {
            plan.added().add(row);
        } else if (unwritten(stored).equals(row)) {
            // Up to date; the copy may lack, when a node was killed between the two.
        } else if (unwritten(stored).equals(copy)) {
            plan.updated().add(row.revised(stored.revision()));
        } else {
            if (behind) {
                plan.edited().add(row.key().toString());
            }
            return;
        }
        if (behind) {
            plan.copied().add(row);
        }
    }

    private static <D extends Versioned<D>> D unwritten(D document) {
        return document.revised(Revision.NONE);
    }

    /**
     * What another node wrote in the meantime is left out by the collection and need not be told apart: the copy says
     * what the release wants either way.
     */
    private Mono<Tally> carryOut(Plan<D> plan) {
        return Flux.fromIterable(batches(plan.added()))
                .concatMap(batch -> documents.insertAll(Actor.SYSTEM, batch))
                .thenMany(documents.replaceAll(Actor.SYSTEM, plan.updated()))
                .thenMany(Flux.fromIterable(batches(plan.copied())))
                .concatMap(this::copy)
                .then(Mono.fromSupplier(() -> new Tally(
                        documents.kind(),
                        rows.size(),
                        plan.added().size(),
                        plan.updated().size(),
                        plan.edited())));
    }

    private Mono<?> copy(List<D> batch) {
        List<ReplaceOneModel<D>> models = batch.stream()
                .map(row -> new ReplaceOneModel<>(Filters.eq("_id", row.key()), row, new ReplaceOptions().upsert(true)))
                .toList();
        return Mono.from(copies.bulkWrite(models, new BulkWriteOptions().ordered(false)));
    }

    private static <T> List<List<T>> batches(List<T> all) {
        List<List<T>> batches = new ArrayList<>();
        for (int from = 0; from < all.size(); from += BATCH) {
            batches.add(all.subList(from, Math.min(from + BATCH, all.size())));
        }
        return batches;
    }
}
