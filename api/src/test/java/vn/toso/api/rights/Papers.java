package vn.toso.api.rights;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.toso.domain.access.Actor;
import vn.toso.domain.area.Days;
import vn.toso.domain.campaign.Campaign;
import vn.toso.domain.campaign.CampaignState;
import vn.toso.domain.campaign.Campaigns;
import vn.toso.domain.campaign.ShareRule;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.BreachId;
import vn.toso.domain.id.CampaignId;
import vn.toso.domain.id.MutationId;
import vn.toso.domain.id.SubjectRequestId;
import vn.toso.domain.privacy.BreachForm;
import vn.toso.domain.privacy.Breaches;
import vn.toso.domain.privacy.SubjectRequest;
import vn.toso.domain.privacy.SubjectRequests;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.sync.HeldWork;
import vn.toso.domain.sync.Quarantine;
import vn.toso.domain.sync.Refusal;
import vn.toso.domain.sync.Verdict;
import vn.toso.domain.team.Member;
import vn.toso.domain.world.TestWorld;
import vn.toso.notifications.announcement.Announce;
import vn.toso.notifications.notice.Notice;
import vn.toso.notifications.notice.NoticeKind;
import vn.toso.notifications.notice.Notices;

/** What is written at a desk about a place or a person there, each fresh for one try. */
final class Papers {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final RightsWorld world;
    private final Campaigns campaigns;
    private final Announce announce;
    private final Notices notices;
    private final Quarantine quarantine;
    private final SubjectRequests subjectRequests;
    private final Breaches breaches;

    Papers(
            RightsWorld world,
            Campaigns campaigns,
            Announce announce,
            Notices notices,
            Quarantine quarantine,
            SubjectRequests subjectRequests,
            Breaches breaches) {
        this.world = world;
        this.campaigns = campaigns;
        this.announce = announce;
        this.notices = notices;
        this.quarantine = quarantine;
        this.subjectRequests = subjectRequests;
        this.breaches = breaches;
    }

    SubjectRequestId subjectRequest(Place at) {
        SubjectRequestId id = new SubjectRequestId(UUID.randomUUID());
        if (at.area() == null) {
            return id;
        }
        Household home = world.household(at);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        RightsWorld.put(
                subjectRequests.collection(),
                List.of(new SubjectRequest(
                        id,
                        Revision.NONE,
                        at.id(),
                        home.id(),
                        home.residents().get(0).id(),
                        SubjectRequest.Kind.ACCESS,
                        "paper",
                        null,
                        "ghi chú " + at.word(),
                        TestWorld.HOA.id(),
                        now,
                        Days.of(now).plusDays(4),
                        Days.of(now).plusDays(14),
                        SubjectRequest.State.RECEIVED,
                        null,
                        null,
                        null,
                        null,
                        null)));
        return id;
    }

    BreachId breach() {
        BreachForm form = new BreachForm("mất máy", List.of("họ tên"), null, null, null, null, null, null, false);
        return breaches.record(Actor.SYSTEM, null, form).block(SOON).id();
    }

    CampaignId campaign(Place at) {
        LocalDate today = LocalDate.now(Days.ZONE);
        Campaign draft = new Campaign(
                new CampaignId(UUID.randomUUID()),
                Revision.NONE,
                "Chiến dịch " + at.word(),
                List.of("PAY_BILL"),
                List.of(at.id()),
                today,
                today.plusDays(5),
                null,
                ShareRule.EVENLY,
                CampaignState.DRAFT,
                TestWorld.PROVINCE_ADMIN.id(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                null,
                null,
                null,
                null,
                null,
                false);
        return at.area() == null
                ? draft.id()
                : RightsWorld.put(campaigns.collection(), List.of(draft)).get(0).id();
    }

    UUID announcement(Place at) {
        if (at.area() == null) {
            return UUID.randomUUID();
        }
        return announce.say(
                        Actor.SYSTEM,
                        new Announce.Command(null, at.id(), "Tin " + at.word(), "Lời " + at.word(), false))
                .block(SOON)
                .announcement()
                .id()
                .value();
    }

    /** Something that the member is told. */
    UUID notice(Member told) {
        Notice made =
                Notice.of(told.id(), NoticeKind.TASK_DUE, UUID.randomUUID(), "once", Map.of(), false, Instant.now());
        return RightsWorld.put(notices.collection(), List.of(made)).get(0).id().value();
    }

    /** Work that somebody new of elsewhere pushed for a household there: accepted, it makes a visit of theirs there. */
    MutationId heldWork(Place at) {
        MutationId id = new MutationId(UUID.randomUUID());
        if (at.area() == null) {
            return id;
        }
        String visit =
                "{\"id\":\"%s\",\"householdId\":\"%s\",\"occurredAt\":\"%s\",\"note\":\"%s\",\"activities\":[{\"service\":\"PAY_BILL\",\"outcome\":\"ACHIEVED\"}]}"
                        .formatted(
                                UUID.randomUUID(),
                                world.household(at).id(),
                                OffsetDateTime.now(ZoneOffset.UTC),
                                at.word());
        HeldWork made = new HeldWork(
                id,
                Revision.NONE,
                at.id(),
                world.member(Place.FAR).id(),
                UUID.randomUUID(),
                "visit.record",
                visit,
                OffsetDateTime.now(ZoneOffset.UTC),
                null,
                Verdict.QUARANTINED,
                new Refusal("not-found", "not-found.household", List.of()),
                HeldWork.State.PENDING,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                null,
                null,
                null);
        return RightsWorld.put(quarantine.collection(), List.of(made)).get(0).id();
    }
}
