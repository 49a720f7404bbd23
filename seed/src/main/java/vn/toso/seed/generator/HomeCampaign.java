package vn.toso.seed.generator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.area.Days;
import vn.toso.domain.campaign.Campaign;
import vn.toso.domain.campaign.Campaign.Goal;
import vn.toso.domain.campaign.Campaign.Sharing;
import vn.toso.domain.campaign.CampaignState;
import vn.toso.domain.campaign.ShareRule;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.CampaignId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.service.Outcome;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.task.Priority;
import vn.toso.domain.task.Task;
import vn.toso.domain.task.TaskKind;
import vn.toso.domain.task.TaskState;
import vn.toso.domain.visit.Visit;

/**
 * The campaign that is under way in Minh Hợp: QR payments at every shop. It was launched three weeks before the demo's
 * day, so that part of its work is done; the rest of its tasks the node makes as for any campaign.
 */
final class HomeCampaign {

    private static final String SERVICE = "PAY_QR";
    private static final int DAYS_BEFORE = 21;
    private static final int DAYS_AFTER = 24;
    private static final CampaignId ID =
            new CampaignId(UUID.nameUUIDFromBytes("demo:campaign:pay-qr".getBytes(StandardCharsets.UTF_8)));

    private final AreaId commune;
    private final MemberId leader;
    private final LocalDate today;

    HomeCampaign(AreaId commune, MemberId leader, LocalDate today) {
        this.commune = commune;
        this.leader = leader;
        this.today = today;
    }

    private Instant launchedAt() {
        return Days.startOf(today.minusDays(DAYS_BEFORE)).plus(Duration.ofHours(8));
    }

    Campaign campaign() {
        return new Campaign(
                ID,
                Revision.NONE,
                "Đợt cao điểm: mỗi cửa hàng một mã QR",
                List.of(SERVICE),
                List.of(commune),
                today.minusDays(DAYS_BEFORE),
                today.plusDays(DAYS_AFTER),
                new Goal(0.8, null),
                ShareRule.EVENLY,
                CampaignState.LAUNCHING,
                leader,
                launchedAt().minus(Duration.ofHours(16)),
                leader,
                launchedAt(),
                new Sharing(today, 0, 0, null, 0, false),
                null,
                null,
                true);
    }

    /** The campaign's task for a household that one of these visits completed; null when none did. */
    @Nullable
    Task doneBy(Household home, List<Visit> visits) {
        return visits.stream()
                .filter(visit -> visit.occurredAt().isAfter(launchedAt()) && achieves(visit))
                .findFirst()
                .map(visit -> done(home, visit))
                .orElse(null);
    }

    private static boolean achieves(Visit visit) {
        return visit.activities().stream()
                .anyMatch(activity -> activity.service().equals(SERVICE) && activity.outcome() == Outcome.ACHIEVED);
    }

    private Task done(Household home, Visit visit) {
        return new Task(
                        TaskId.of(ID, home.id()),
                        Revision.NONE,
                        TaskKind.VISIT_HOUSEHOLD,
                        home.hamletId(),
                        home.id(),
                        List.of(SERVICE),
                        visit.members().get(0),
                        null,
                        leader,
                        launchedAt(),
                        null,
                        Priority.NORMAL,
                        today.plusDays(DAYS_AFTER),
                        null,
                        TaskState.DONE,
                        null,
                        visit.occurredAt(),
                        visit.id(),
                        true)
                .within(ID);
    }
}
