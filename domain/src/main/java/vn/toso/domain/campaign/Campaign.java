package vn.toso.domain.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.CampaignId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.storage.Revision;

/**
 * Work on some services in some areas within a window of days.
 *
 * @param services codes of what is wanted of each household
 * @param areaIds where: the hamlets under these in today's tree
 * @param from first day, in Asia/Ho_Chi_Minh
 * @param to last day: the last day of its tasks, too; it ends by itself when the day is over
 * @param goal what it is to reach; null when nobody said
 * @param createdBy who wrote it down
 * @param launchedBy who launched it and gives its tasks; null while it is a draft
 * @param launchedAt when that was; null while it is a draft
 * @param sharing how far its tasks are made; null while it is a draft
 * @param endedAt since when it takes no more work; null until then
 * @param endedBy who ended it; null until then, the server itself when its window is over
 */
public record Campaign(
        @BsonId CampaignId id,
        Revision revision,
        String name,
        List<String> services,
        List<AreaId> areaIds,
        LocalDate from,
        LocalDate to,
        @Nullable Goal goal,
        ShareRule shareRule,
        CampaignState state,
        MemberId createdBy,
        Instant createdAt,
        @Nullable MemberId launchedBy,
        @Nullable Instant launchedAt,
        @Nullable Sharing sharing,
        @Nullable Instant endedAt,
        @Nullable MemberId endedBy,
        boolean generated)
        implements Versioned<Campaign> {

    /**
     * Exactly one of both is given.
     *
     * @param share of those eligible in all services together, more than 0 and at most 1, who have achieved by the last day
     * @param number of units, all services together, that achieve within the window
     */
    public record Goal(@Nullable Double share, @Nullable Long number) {}

    /**
     * A pass over the hamlets that gives each household its task, once at the launch and once a day after it, since a
     * birthday makes somebody eligible without any document changing. Hamlets go by id.
     *
     * @param day whose households and members it looks at
     * @param hamlets how many there are to go through
     * @param hamletsDone how many of them are done
     * @param last the one done last; null before the first
     * @param made how many tasks this pass made
     * @param done whether it came to the end
     */
    public record Sharing(
            LocalDate day,
            int hamlets,
            int hamletsDone,
            @Nullable AreaId last,
            long made,
            boolean done) {

        static Sharing starting(LocalDate day) {
            return new Sharing(day, 0, 0, null, 0, false);
        }
    }

    public Campaign {
        services = List.copyOf(services);
        areaIds = List.copyOf(areaIds);
    }

    Campaign launched(MemberId by, Instant at, LocalDate today) {
        return new Campaign(
                id,
                revision,
                name,
                services,
                areaIds,
                from,
                to,
                goal,
                shareRule,
                CampaignState.LAUNCHING,
                createdBy,
                createdAt,
                by,
                at,
                Sharing.starting(today),
                endedAt,
                endedBy,
                generated);
    }

    Campaign sharing(Sharing next) {
        CampaignState reached = next.done() && state == CampaignState.LAUNCHING ? CampaignState.RUNNING : state;
        return with(revision, reached, next, endedAt, endedBy);
    }

    Campaign ending(MemberId by, Instant at) {
        return with(revision, CampaignState.ENDING, sharing, at, by);
    }

    Campaign ended() {
        return with(revision, CampaignState.ENDED, sharing, endedAt, endedBy);
    }

    @Override
    public CampaignId key() {
        return id;
    }

    @Override
    public @Nullable AreaId hamlet() {
        return null;
    }

    @Override
    public Campaign revised(Revision next) {
        return with(next, state, sharing, endedAt, endedBy);
    }

    private Campaign with(
            Revision version,
            CampaignState reached,
            @Nullable Sharing shared,
            @Nullable Instant ended,
            @Nullable MemberId by) {
        return new Campaign(
                id,
                version,
                name,
                services,
                areaIds,
                from,
                to,
                goal,
                shareRule,
                reached,
                createdBy,
                createdAt,
                launchedBy,
                launchedAt,
                shared,
                ended,
                by,
                generated);
    }
}
