package vn.toso.domain.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Days;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.CampaignId;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.problem.FieldErrors;
import vn.toso.domain.service.Catalogues;
import vn.toso.domain.service.Service;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.text.Wording;

/** Writes a campaign down; nobody has work from it until it is launched. */
public final class PlanCampaign {

    static final int MOST_SERVICES = 20;
    static final int MOST_AREAS = 200;
    static final int LONGEST_DAYS = 366;

    private final Campaigns campaigns;
    private final AreaTrees trees;
    private final Catalogues catalogues;
    private final IdSource ids;
    private final Clock clock;

    public PlanCampaign(Campaigns campaigns, AreaTrees trees, Catalogues catalogues, IdSource ids, Clock clock) {
        this.campaigns = campaigns;
        this.trees = trees;
        this.catalogues = catalogues;
        this.ids = ids;
        this.clock = clock;
    }

    /** The draft as stored. Fails with {@code invalid} with everything that is wrong. */
    public Mono<Campaign> plan(Actor actor, CampaignForm form) {
        return Mono.fromSupplier(() -> checked(actor, form))
                .flatMap(draft -> campaigns.collection().insert(actor, draft));
    }

    /** The draft that isn't stored: what a dry run looks at. */
    Campaign checked(Actor actor, CampaignForm form) {
        actor.require(Permission.ASSIGN_TASKS);
        FieldErrors errors = new FieldErrors();
        String name = Wording.name(form.name(), "/name", errors);
        checkServices(form.services(), errors);
        checkAreas(actor, form.areaIds(), errors);
        checkWindow(form, errors);
        checkGoal(form.goal(), errors);
        errors.throwIfAny();
        return new Campaign(
                new CampaignId(ids.next()),
                Revision.NONE,
                name,
                form.services().stream().distinct().toList(),
                form.areaIds().stream().distinct().toList(),
                form.from(),
                form.to(),
                form.goal(),
                form.shareRule(),
                CampaignState.DRAFT,
                actor.memberId(),
                clock.instant(),
                null,
                null,
                null,
                null,
                null,
                false);
    }

    private void checkServices(List<String> codes, FieldErrors errors) {
        errors.check(!codes.isEmpty() && codes.size() <= MOST_SERVICES, "/services", "size", 1, MOST_SERVICES);
        for (int i = 0; i < codes.size(); i++) {
            String pointer = "/services/" + i;
            Service service = catalogues.current().find(codes.get(i)).orElse(null);
            if (service == null || !service.active()) {
                errors.add(pointer, "unknown-service", codes.get(i));
            } else {
                errors.check(!service.unit().isOfHamlet(), pointer, "wrong-place");
            }
        }
    }

    private void checkAreas(Actor actor, List<AreaId> areas, FieldErrors errors) {
        errors.check(!areas.isEmpty() && areas.size() <= MOST_AREAS, "/areaIds", "size", 1, MOST_AREAS);
        LocalDate today = Days.today(clock);
        for (int i = 0; i < areas.size(); i++) {
            boolean stands = trees.current()
                    .find(areas.get(i))
                    .filter(area -> area.existsOn(today))
                    .isPresent();
            errors.check(stands && actor.scope().hasArea(areas.get(i)), "/areaIds/" + i, "unknown-area");
        }
    }

    private void checkWindow(CampaignForm form, FieldErrors errors) {
        LocalDate today = Days.today(clock);
        long days = ChronoUnit.DAYS.between(form.from(), form.to());
        errors.check(days >= 0, "/to", "before-from");
        errors.check(!form.to().isBefore(today), "/to", "in-the-past");
        boolean fits = days < LONGEST_DAYS && ChronoUnit.DAYS.between(today, form.from()) <= LONGEST_DAYS;
        errors.check(fits, "/to", "too-long-a-window", LONGEST_DAYS);
    }

    private static void checkGoal(Campaign.@Nullable Goal goal, FieldErrors errors) {
        if (goal == null) {
            return;
        }
        errors.check((goal.share() == null) != (goal.number() == null), "/target", "number-or-share");
        boolean possible = goal.share() == null || (goal.share() > 0 && goal.share() <= 1);
        errors.check(possible, "/target/share", "share");
        errors.check(goal.number() == null || goal.number() > 0, "/target/number", "positive");
    }

    /** The hamlets that a campaign is about today, in an order that every node agrees on. */
    static List<AreaId> hamletsOf(Campaign campaign, AreaTrees trees, LocalDate day) {
        return campaign.areaIds().stream()
                .flatMap(area -> trees.current().hamletsUnder(area, day).stream())
                .map(Area::id)
                .distinct()
                .sorted(PlanCampaign::compare)
                .toList();
    }

    static int compare(AreaId one, AreaId other) {
        return one.value().compareTo(other.value());
    }

    /** Whether a hamlet is one of the campaign's. */
    static boolean covers(Campaign campaign, Set<AreaId> hamletAndAbove) {
        return campaign.areaIds().stream().anyMatch(hamletAndAbove::contains);
    }
}
