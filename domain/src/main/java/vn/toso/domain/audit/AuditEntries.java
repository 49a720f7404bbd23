package vn.toso.domain.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.storage.Page;
import vn.toso.domain.storage.PageToken;
import vn.toso.domain.storage.Store;

/** The entries of the audit, and every statement about them. None changes one; only retention takes them away. */
public final class AuditEntries {

    static final String NAME = "audit";

    private static final List<IndexModel> INDEXES = List.of(
            new IndexModel(Indexes.ascending("chain", "seq"), new IndexOptions().unique(true)),
            new IndexModel(Indexes.descending("at", "_id")),
            new IndexModel(Indexes.compoundIndex(Indexes.ascending("member"), Indexes.descending("at", "_id"))),
            new IndexModel(Indexes.compoundIndex(Indexes.ascending("entities"), Indexes.descending("at", "_id"))));

    /**
     * Which entries a list shows; what is null doesn't matter.
     *
     * @param entity a household that was shown, a document that was changed
     * @param from the first moment
     * @param to the moment before which they were written
     */
    public record Filter(
            @Nullable MemberId member,
            @Nullable UUID entity,
            @Nullable Instant from,
            @Nullable Instant to) {}

    private final Store store;
    private final MongoCollection<AuditEntry> entries;
    private final MongoCollection<Document> documents;

    public AuditEntries(Store store) {
        this.store = store;
        this.entries = store.collection(NAME, AuditEntry.class);
        this.documents = store.collection(NAME, Document.class);
    }

    public Mono<Void> createIndexes() {
        return store.createIndexes(NAME, INDEXES);
    }

    /**
     * Entries, the latest first.
     *
     * @param limit how many, 1 to {@link Page#LARGEST}
     * @param after token of the page before; null for the first
     */
    public Mono<Page<AuditEntry>> page(Actor actor, Filter filter, int limit, @Nullable String after) {
        return Mono.defer(() -> {
                    actor.require(Permission.READ_AUDIT);
                    PageToken.checkLimit(limit);
                    return Flux.from(statement(filter, limit + 1, after)).collectList();
                })
                .map(found ->
                        Page.of(found, limit, last -> PageToken.of(last.at().toEpochMilli(), last.id())));
    }

    FindPublisher<AuditEntry> statement(Filter filter, int howMany, @Nullable String after) {
        List<Bson> parts = new ArrayList<>();
        if (filter.member() != null) {
            parts.add(eq("member", filter.member()));
        }
        if (filter.entity() != null) {
            parts.add(eq("entities", filter.entity()));
        }
        if (filter.from() != null) {
            parts.add(gte("at", filter.from()));
        }
        if (filter.to() != null) {
            parts.add(lt("at", filter.to()));
        }
        if (after != null) {
            parts.add(behind(after));
        }
        return entries.find(parts.isEmpty() ? Filters.empty() : and(parts))
                .sort(descending("at", "_id"))
                .limit(howMany);
    }

    private static Bson behind(String token) {
        List<String> parts = PageToken.parts(token, 2);
        try {
            Instant at = Instant.ofEpochMilli(Long.parseLong(parts.get(0)));
            return or(lt("at", at), and(eq("at", at), lt("_id", parts.get(1))));
        } catch (NumberFormatException notOurs) {
            throw PageToken.foreign();
        }
    }

    /** One after the other in this order: where one fails, those before it are in and those behind it are not. */
    Mono<Void> insert(List<AuditEntry> sealed) {
        return Mono.from(entries.insertMany(sealed)).then();
    }

    /** Those of the ids that are written down. */
    Mono<Set<String>> known(Collection<String> ids) {
        return Flux.from(documents
                        .find(in("_id", ids))
                        .projection(include("_id"))
                        .batchSize(ids.size() + 1))
                .map(entry -> entry.getString("_id"))
                .collect(Collectors.toSet());
    }

    /** At most {@code limit} entries of all chains behind a position, chain by chain, each in order. */
    Flux<AuditEntry> walk(@Nullable Link behind, int limit) {
        return Flux.from(statementOfWalk(behind, limit));
    }

    FindPublisher<AuditEntry> statementOfWalk(@Nullable Link behind, int limit) {
        Bson which = behind == null
                ? Filters.empty()
                : or(gt("chain", behind.chain()), and(eq("chain", behind.chain()), gt("seq", behind.seq())));
        return entries.find(which).sort(ascending("chain", "seq")).limit(limit);
    }

    /** The entry at a position of a chain, if it is there. */
    Mono<AuditEntry> at(UUID chain, long seq) {
        return Mono.from(entries.find(and(eq("chain", chain), eq("seq", seq))).first());
    }

    /** The chains that have entries from a moment on, in no particular order. */
    Flux<UUID> chainsSince(Instant moment) {
        return Flux.from(documents.distinct("chain", gte("at", moment), UUID.class));
    }

    /** The chains that have entries from before a moment, in no particular order. */
    Flux<UUID> chainsBefore(Instant moment) {
        return Flux.from(documents.distinct("chain", lt("at", moment), UUID.class));
    }

    /** The last entry of a chain from before a moment. */
    Mono<AuditEntry> lastBefore(UUID chain, Instant moment) {
        return Mono.from(entries.find(and(eq("chain", chain), lt("at", moment)))
                .sort(descending("chain", "seq"))
                .limit(1));
    }

    Mono<Void> delete(UUID chain, long upTo) {
        return Mono.from(documents.deleteMany(and(eq("chain", chain), lte("seq", upTo))))
                .then();
    }
}
