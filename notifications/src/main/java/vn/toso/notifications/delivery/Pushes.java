package vn.toso.notifications.delivery;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.project;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Projections.computed;
import static com.mongodb.client.model.Projections.excludeId;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.reactivestreams.client.AggregatePublisher;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.area.Days;
import vn.toso.domain.id.DeviceId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.NoticeId;
import vn.toso.domain.storage.Store;
import vn.toso.notifications.delivery.Push.State;
import vn.toso.notifications.notice.NoticeKind;

/**
 * The outbox: what is to go out, what went out lately, and every statement about it. Who has a push in hand is written in
 * it, with a lease: what a dead node had in hand comes back when the lease ends.
 */
public final class Pushes {

    private static final String NAME = "pushes";

    private static final List<IndexModel> INDEXES = List.of(
            new IndexModel(ascending("state", "lane", "dueAt")),
            new IndexModel(ascending("state", "heldUntil", "enqueuedAt")),
            new IndexModel(ascending("device", "state", "heldUntil")),
            new IndexModel(ascending("member", "claimedOn")),
            new IndexModel(ascending("subject", "state")),
            new IndexModel(ascending("notice")),
            new IndexModel(ascending("enqueuedAt")));

    /** What rang or is about to ring at a member's on a day. */
    public record Rung(MemberId member, NoticeId notice) {}

    /** How many of a phone's pushes are held or merged for one morning. */
    public record Held(DeviceId device, Instant heldUntil, long count) {}

    /** Since when something waits. */
    public record Enqueued(Instant enqueuedAt) {}

    private final Store store;
    private final MongoCollection<Push> pushes;

    public Pushes(Store store) {
        this.store = store;
        this.pushes = store.collection(NAME, Push.class);
    }

    public Mono<Void> createIndexes() {
        return store.createIndexes(NAME, INDEXES);
    }

    /** Writes those that are not there yet. */
    Mono<Void> insertNew(List<Push> made) {
        return made.isEmpty()
                ? Mono.empty()
                : Mono.from(pushes.insertMany(made, new InsertManyOptions().ordered(false)))
                        .then()
                        .onErrorResume(Pushes::areTaken, known -> Mono.empty());
    }

    /** Takes what is due in a lane in hand until a moment; emits nothing when nothing is. Two nodes never take the same. */
    Mono<Claim> claim(Lane lane, Instant now, Instant until, int most) {
        UUID claim = UUID.randomUUID();
        return Flux.from(statementOfDue(lane, now).limit(most))
                .collectList()
                .filter(due -> !due.isEmpty())
                .flatMap(due -> take(due, claim, now, until))
                .map(taken -> new Claim(claim, taken));
    }

    FindPublisher<Push> statementOfDue(Lane lane, Instant now) {
        return pushes.find(and(eq("state", State.WAITING), eq("lane", lane), lte("dueAt", now)))
                .sort(ascending("state", "lane", "dueAt"));
    }

    private Mono<List<Push>> take(List<Push> due, UUID claim, Instant now, Instant until) {
        Bson which = in("_id", due.stream().map(Push::id).toList());
        Bson change = combine(set("claim", claim), set("claimedOn", Days.of(now).toString()), set("dueAt", until));
        return Mono.from(pushes.updateMany(and(which, eq("state", State.WAITING), lte("dueAt", now)), change))
                .flatMap(result -> result.getModifiedCount() == due.size()
                        ? Mono.just(due)
                        : Flux.from(pushes.find(and(which, eq("claim", claim)))).collectList());
    }

    /** Notes what became of pushes in hand, in one statement; those that are in other hands meanwhile stay as they are. */
    Mono<Void> mark(UUID claim, Map<String, Mark> marks) {
        if (marks.isEmpty()) {
            return Mono.empty();
        }
        Map<Mark, List<String>> alike = marks.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        List<UpdateManyModel<Push>> models = new ArrayList<>();
        alike.forEach((mark, ids) -> models.add(new UpdateManyModel<>(
                and(in("_id", ids), eq("claim", claim), eq("state", State.WAITING)), change(mark))));
        return Mono.from(pushes.bulkWrite(models, new BulkWriteOptions().ordered(false)))
                .then();
    }

    private static Bson change(Mark mark) {
        List<Bson> changes = new ArrayList<>();
        changes.add(set("state", mark.state()));
        changes.add(mark.reason() == null ? unset("reason") : set("reason", mark.reason()));
        if (mark.dueAt() != null) {
            changes.add(set("dueAt", mark.dueAt()));
        }
        if (mark.heldUntil() != null) {
            changes.add(set("heldUntil", mark.heldUntil()));
        }
        if (mark.failed()) {
            changes.add(inc("attempts", 1));
        }
        if (!mark.rang()) {
            changes.add(unset("claimedOn"));
        }
        return combine(changes);
    }

    /** What rang, or is in other hands and about to, on a day; without summaries, and without what nobody hears. */
    Flux<Rung> rungOn(String day, Collection<MemberId> members, UUID exceptClaim) {
        return members.isEmpty() ? Flux.empty() : Flux.from(statementOfRung(day, members, exceptClaim));
    }

    FindPublisher<Rung> statementOfRung(String day, Collection<MemberId> members, UUID exceptClaim) {
        return pushes.find(
                        and(
                                in("member", members),
                                eq("claimedOn", day),
                                ne("claim", exceptClaim),
                                ne("notice", null),
                                ne("kind", NoticeKind.SYNC_WANTED)),
                        Rung.class)
                .projection(fields(excludeId(), include("member", "notice")));
    }

    /** How many of these phones' pushes are held and were not merged yet, by phone and morning. */
    Flux<Held> heldOf(Collection<DeviceId> devices) {
        return counted(and(in("device", devices), eq("state", State.WAITING), ne("heldUntil", null)));
    }

    /** How many of these phones' pushes stand in a summary, by phone and morning. */
    Flux<Held> mergedOf(Collection<DeviceId> devices) {
        return counted(and(in("device", devices), eq("state", State.MERGED)));
    }

    private Flux<Held> counted(Bson which) {
        List<Bson> steps = List.of(
                match(which),
                group(new Document(Map.of("device", "$device", "heldUntil", "$heldUntil")), sum("count", 1)),
                project(fields(
                        excludeId(),
                        computed("device", "$_id.device"),
                        computed("heldUntil", "$_id.heldUntil"),
                        include("count"))));
        return Flux.from(store.database().getCollection(NAME).aggregate(steps, Held.class));
    }

    /**
     * Enqueues summaries, and puts what is held of these phones for these mornings into them. In this order, so that a
     * node that dies in between leaves one that the next can fill.
     */
    Mono<Void> merge(List<Push> summaries, List<Held> held) {
        List<UpdateManyModel<Push>> models = held.stream()
                .map(one -> new UpdateManyModel<Push>(
                        and(eq("device", one.device()), eq("state", State.WAITING), eq("heldUntil", one.heldUntil())),
                        combine(
                                set("state", State.MERGED),
                                set("mergedInto", Push.summaryId(one.device(), one.heldUntil())),
                                unset("claimedOn"))))
                .toList();
        return models.isEmpty()
                ? Mono.empty()
                : insertNew(summaries)
                        .then(Mono.from(pushes.bulkWrite(models, new BulkWriteOptions().ordered(false))))
                        .then();
    }

    /** Takes back what has not gone out: notices that were withdrawn, or read before they rang. */
    Mono<Long> drop(Collection<NoticeId> notices, String reason) {
        return notices.isEmpty() ? Mono.just(0L) : drop(in("notice", notices), reason);
    }

    /** Takes back all of a subject that has not gone out. */
    Mono<Long> dropAbout(UUID subject, String reason) {
        return drop(eq("subject", subject), reason);
    }

    private Mono<Long> drop(Bson which, String reason) {
        return Mono.from(pushes.updateMany(
                        and(which, eq("state", State.WAITING)),
                        combine(set("state", State.DROPPED), set("reason", reason), unset("claimedOn"))))
                .map(com.mongodb.client.result.UpdateResult::getModifiedCount);
    }

    /** How many members a push about something has reached on one phone at least. */
    public Mono<Long> reachedBy(UUID subject) {
        return Flux.from(statementOfReached(subject)).count();
    }

    AggregatePublisher<Document> statementOfReached(UUID subject) {
        return store.database()
                .getCollection(NAME)
                .aggregate(List.of(
                        match(and(eq("subject", subject), in("state", State.SENT, State.MERGED))), group("$member")));
    }

    /** How many pushes wait, with those that are held. */
    Mono<Long> waiting() {
        return Mono.from(pushes.countDocuments(eq("state", State.WAITING)));
    }

    /** Since when the oldest waits that is not held; empty when none does. */
    Mono<Instant> oldest() {
        return Mono.from(statementOfOldest().first()).map(Enqueued::enqueuedAt);
    }

    FindPublisher<Enqueued> statementOfOldest() {
        return pushes.find(and(eq("state", State.WAITING), eq("heldUntil", null)), Enqueued.class)
                .projection(fields(excludeId(), include("enqueuedAt")))
                .sort(ascending("state", "heldUntil", "enqueuedAt"))
                .limit(1);
    }

    /** Forgets what was enqueued before then. */
    Mono<Void> removeBefore(Instant moment) {
        return Mono.from(pushes.deleteMany(lt("enqueuedAt", moment))).then();
    }

    /** Some of a bulk were there already, and nothing else was wrong. */
    private static boolean areTaken(Throwable failure) {
        return failure instanceof MongoBulkWriteException bulk
                && bulk.getWriteConcernError() == null
                && bulk.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
    }
}
