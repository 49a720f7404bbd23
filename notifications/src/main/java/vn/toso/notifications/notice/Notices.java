package vn.toso.notifications.notice;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.result.DeleteResult;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.change.LoggedCollection;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.NoticeId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.storage.Store;
import vn.toso.notifications.notice.Notice.State;

/** The notices, and every statement about them. Nobody sees a notice but its recipient. */
public final class Notices {

    /** The word for a notice in the change log and in pull. */
    public static final String KIND = "notice";

    private static final String NAME = "notices";
    private static final List<IndexModel> INDEXES = List.of(
            new IndexModel(compoundIndex(ascending("recipient", "state"), descending("at", "_id"))),
            new IndexModel(ascending("recipient", "_id")),
            new IndexModel(ascending("subject", "kind", "state", "_id")));

    private final LoggedCollection<Notice> notices;
    private final MongoCollection<Document> counts;

    public Notices(Store store, ChangeLog log, Clock clock) {
        this.notices = new LoggedCollection<>(store, log, clock, KIND, NAME, Notice.class, INDEXES);
        this.counts = store.collection(NAME, Document.class);
    }

    /** For those who read or write notices without deciding anything. */
    public LoggedCollection<Notice> collection() {
        return notices;
    }

    /** Writes those that are not there yet, in one statement; emits these. Making the same again makes nothing. */
    public Flux<Notice> insertNew(List<Notice> made) {
        Map<NoticeId, Notice> distinct = new LinkedHashMap<>();
        made.forEach(notice -> distinct.putIfAbsent(notice.id(), notice));
        return notices.insertAll(Actor.SYSTEM, List.copyOf(distinct.values()));
    }

    /** In no particular order; ids without a notice are left out. */
    public Flux<Notice> findAll(Collection<NoticeId> ids) {
        return notices.findAll(List.copyOf(ids));
    }

    /** One that is the actor's and was not taken back; else {@code not-found}. */
    public Mono<Notice> get(Actor actor, NoticeId id) {
        return Mono.from(notices.documents()
                        .find(and(eq("_id", id), own(actor), ne("state", State.WITHDRAWN)))
                        .first())
                .switchIfEmpty(Mono.error(() -> Problem.notFound("notice")));
    }

    /** The actor's of one state, the latest first, behind a notice of that state; from the latest on when it is null. */
    Flux<Notice> latest(Actor actor, State state, @Nullable Key behind, int limit) {
        return Flux.from(statement(actor.memberId(), state, behind, limit));
    }

    /** Where a notice stands among those of its state. */
    record Key(Instant at, UUID id) {}

    FindPublisher<Notice> statement(MemberId recipient, State state, @Nullable Key behind, int limit) {
        Bson rest = behind == null
                ? Filters.empty()
                : or(lt("at", behind.at()), and(eq("at", behind.at()), lt("_id", behind.id())));
        return notices.documents()
                .find(and(eq("recipient", recipient), eq("state", state), rest))
                .sort(Sorts.orderBy(Sorts.ascending("recipient", "state"), Sorts.descending("at", "_id")))
                .limit(limit);
    }

    /** How many the member has not read. */
    public Mono<Long> unreadOf(MemberId recipient) {
        return Mono.from(
                notices.documents().countDocuments(and(eq("recipient", recipient), eq("state", State.UNREAD))));
    }

    /** How many each of these members has not read; who has none is left out. */
    public Mono<Map<MemberId, Long>> unreadOf(Collection<MemberId> recipients) {
        Bson those = and(in("recipient", recipients), eq("state", State.UNREAD));
        return Flux.from(counts.aggregate(List.of(match(those), group("$recipient", sum("unread", 1)))))
                .collectMap(
                        found -> new MemberId(found.get("_id", UUID.class)),
                        found -> found.get("unread", Number.class).longValue());
    }

    /** What everybody was told of these subjects, in no particular order. */
    Flux<Notice> about(Collection<UUID> subjects, NoticeKind kind) {
        return subjects.isEmpty() ? Flux.empty() : Flux.from(statementAbout(subjects, kind));
    }

    FindPublisher<Notice> statementAbout(Collection<UUID> subjects, NoticeKind kind) {
        return notices.documents().find(and(in("subject", subjects), eq("kind", kind)));
    }

    /** Some of those of a subject that nobody has read, or taken back. */
    public Flux<Notice> unreadAbout(UUID subject, NoticeKind kind, int limit) {
        return Flux.from(notices.documents()
                .find(and(eq("subject", subject), eq("kind", kind), eq("state", State.UNREAD)))
                .limit(limit)
                .batchSize(limit + 1));
    }

    /** How many of a subject's stand in a state. */
    public Mono<Long> countAbout(UUID subject, NoticeKind kind, State state) {
        return Mono.from(
                notices.documents().countDocuments(and(eq("subject", subject), eq("kind", kind), eq("state", state))));
    }

    /** Takes back those that are still as they were given, in one statement; emits these. */
    public Flux<Notice> withdraw(Actor by, List<Notice> unread) {
        return notices.replaceAll(by, unread.stream().map(Notice::withdrawn).toList());
    }

    /** Those that the actor's phones hold, by id: unread ones, and what came since a moment. */
    Flux<Notice> carried(Actor actor, Instant since, @Nullable UUID after, int limit) {
        Bson rest = after == null ? Filters.empty() : gt("_id", after);
        return Flux.from(notices.documents()
                .find(and(carried(actor, since), rest))
                .sort(Sorts.ascending("recipient", "_id"))
                .limit(limit)
                .batchSize(limit + 1));
    }

    /** Those of the named ones that the actor's phones hold, in no particular order. */
    Flux<Notice> carried(Actor actor, Instant since, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Flux.empty()
                : Flux.from(notices.documents().find(and(in("_id", ids), carried(actor, since))));
    }

    /** Those of the named ones that are the actor's. */
    Flux<Notice> ownAmong(Actor actor, Collection<UUID> ids) {
        return ids.isEmpty() ? Flux.empty() : Flux.from(notices.documents().find(and(in("_id", ids), own(actor))));
    }

    private static Bson carried(Actor actor, Instant since) {
        return and(own(actor), or(eq("state", State.UNREAD), and(eq("state", State.READ), gte("at", since))));
    }

    private static Bson own(Actor actor) {
        return eq("recipient", actor.memberId());
    }

    /** Removes those that were read or taken back before a moment; phones forget theirs by themselves. */
    public Mono<Long> removeSettledBefore(Instant moment) {
        return Mono.from(notices.documents().deleteMany(settledBefore(moment))).map(DeleteResult::getDeletedCount);
    }

    /** How many {@link #removeSettledBefore} would remove. */
    public Mono<Long> countSettledBefore(Instant moment) {
        return Mono.from(notices.documents().countDocuments(settledBefore(moment)));
    }

    private static Bson settledBefore(Instant moment) {
        return and(lt("revision.updatedAt", moment), in("state", State.READ, State.WITHDRAWN));
    }
}
