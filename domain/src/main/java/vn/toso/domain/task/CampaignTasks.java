package vn.toso.domain.task;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.AggregatePublisher;
import com.mongodb.reactivestreams.client.FindPublisher;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.CampaignId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.id.TeamId;

/** The tasks that campaigns made, and every statement about them. */
public final class CampaignTasks {

    private final Tasks tasks;

    public CampaignTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    /** Where tasks are and how they stand. */
    public record Standing(AreaId hamletId, TaskState state) {}

    /** How many of a campaign's tasks stand alike. */
    public record Count(@BsonId Standing standing, long tasks) {}

    /** The tasks of a campaign within the actor's scope, counted by hamlet and state; in no particular order. */
    public Flux<Count> counts(Actor actor, CampaignId campaign) {
        return Flux.from(statementOfCounts(actor, campaign));
    }

    AggregatePublisher<Count> statementOfCounts(Actor actor, CampaignId campaign) {
        Document standing = new Document("hamletId", "$hamletId").append("state", "$state");
        return tasks.collection()
                .documents()
                .aggregate(
                        List.of(
                                Aggregates.match(and(eq("campaignId", campaign), within(actor))),
                                Aggregates.group(standing, Accumulators.sum("tasks", 1L))),
                        Count.class);
    }

    private static Bson within(Actor actor) {
        return actor.scope().everything()
                ? Filters.empty()
                : in("hamletId", actor.scope().hamlets());
    }

    /** How many open tasks of a campaign are one member's. */
    public record Share(@BsonId MemberId member, long tasks) {}

    /** The open tasks of a campaign by assignee, those that nobody has claimed left out; in no particular order. */
    public Flux<Share> shares(CampaignId campaign) {
        return Flux.from(statementOfShares(campaign));
    }

    AggregatePublisher<Share> statementOfShares(CampaignId campaign) {
        Bson which = and(eq("campaignId", campaign), in("state", TaskState.OPEN));
        // Only now are those without an assignee left out: asked for first, the index of assignees would look as good.
        return tasks.collection()
                .documents()
                .aggregate(
                        List.of(
                                Aggregates.match(which),
                                Aggregates.group("$assigneeId", Accumulators.sum("tasks", 1L)),
                                Aggregates.match(ne("_id", null))),
                        Share.class);
    }

    /** Whose a campaign's task is. */
    public record Held(
            @BsonId TaskId id,
            @Nullable HouseholdId householdId,
            @Nullable MemberId assigneeId,
            @Nullable TeamId teamId,
            TaskState state) {}

    /** The tasks that a campaign has in a hamlet, closed ones among them. */
    public Flux<Held> heldIn(CampaignId campaign, AreaId hamlet) {
        return Flux.from(statementIn(campaign, hamlet));
    }

    FindPublisher<Held> statementIn(CampaignId campaign, AreaId hamlet) {
        return tasks.collection()
                .documents()
                .find(and(eq("campaignId", campaign), eq("hamletId", hamlet)), Held.class)
                .projection(include("householdId", "assigneeId", "teamId", "state"));
    }

    public record Key(@BsonId TaskId id) {}

    /** Those of the named tasks that there are. */
    public Flux<TaskId> present(Collection<TaskId> ids) {
        return ids.isEmpty()
                ? Flux.empty()
                : Flux.from(tasks.collection()
                                .documents()
                                .find(Filters.in("_id", ids), Key.class)
                                .projection(include("_id")))
                        .map(Key::id);
    }

    /** Those of the named tasks that are open and part of a campaign. */
    public Flux<Task> openAmong(Collection<TaskId> ids) {
        return ids.isEmpty()
                ? Flux.empty()
                : Flux.from(tasks.collection()
                        .documents()
                        .find(and(in("_id", ids), ne("campaignId", null), in("state", TaskState.OPEN))));
    }

    /** Some of the open tasks of a campaign. */
    public Flux<Task> openOf(CampaignId campaign, int limit) {
        return Flux.from(statementOfOpen(campaign, limit));
    }

    FindPublisher<Task> statementOfOpen(CampaignId campaign, int limit) {
        return tasks.collection()
                .documents()
                .find(and(eq("campaignId", campaign), in("state", TaskState.OPEN)))
                .limit(limit);
    }

    /** The open tasks of campaigns that are these members', in no particular order. */
    public Flux<Task> openOfMembers(Collection<MemberId> members) {
        // A member's open tasks are few. Were the server asked for campaigns, it might walk those of all campaigns.
        return members.isEmpty()
                ? Flux.empty()
                : Flux.from(statementOfMembers(members)).filter(task -> task.campaignId() != null);
    }

    FindPublisher<Task> statementOfMembers(Collection<MemberId> members) {
        return tasks.collection().documents().find(and(in("assigneeId", members), in("state", TaskState.OPEN)));
    }

    /** To whom a task goes: a member, or a team whose members may claim it. */
    public record Handing(
            Task task, @Nullable MemberId member, @Nullable TeamId team) {}

    /** Gives tasks to others; emits how many, without those that somebody changed meanwhile. */
    public Mono<Long> hand(List<Handing> handings, Instant at) {
        List<Task> given = handings.stream()
                .map(to -> to.task().givenTo(to.member(), to.team(), at))
                .toList();
        return tasks.collection().replaceAll(Actor.SYSTEM, given).count();
    }

    /** Cancels tasks; those that somebody changed meanwhile are left for the next time. */
    public Mono<Void> cancel(List<Task> open, String reason) {
        List<Task> cancelled = open.stream().map(task -> task.cancelled(reason)).toList();
        return tasks.collection().replaceAll(Actor.SYSTEM, cancelled).then();
    }
}
