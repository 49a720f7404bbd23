package vn.toso.seed.generator;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.Area.HamletFacts;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.campaign.Campaign;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.service.Service;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.task.Task;
import vn.toso.domain.team.Member;
import vn.toso.domain.team.Team;
import vn.toso.domain.text.Vietnamese;
import vn.toso.domain.visit.Visit;
import vn.toso.seed.reference.ReferenceAreas;
import vn.toso.seed.reference.ReferenceServices;

/** Makes up everything in a hamlet from its plan: the same seed and day always give the same documents. */
final class MakeHamlet {

    private final long seed;
    private final LocalDate today;
    private final HomeCampaign campaign;
    private final Map<String, Service> catalogue =
            ReferenceServices.read().stream().collect(Collectors.toMap(Service::code, Function.identity()));

    MakeHamlet(long seed, LocalDate today) {
        this.seed = seed;
        this.today = today;
        this.campaign = new HomeCampaign(ReferenceAreas.idOf(DemoPlan.HOME), Cast.LEADER, today);
    }

    /** The campaign that is under way in one of the communes. */
    Campaign campaign() {
        return campaign.campaign();
    }

    /** @param leader who gave the tasks */
    HamletData of(HamletPlan plan, MemberId leader) {
        Dice dice = Dice.of(seed, plan.key());
        Ids ids = new Ids(dice, plan.number());
        Area area = areaOf(plan);
        List<Member> members = Cast.membersOf(plan, area.id(), dice);
        List<Team> teams = members.isEmpty() ? List.of() : List.of(Cast.teamOf(plan, area.id(), members));
        GivenTasks given = new GivenTasks(dice, ids, area.id(), leader, today);
        List<MemberId> team = members.stream().map(Member::id).toList();
        Season season = new Season(dice, ids, plan, area.id(), team, catalogue, given, today);
        Families families = new Families(
                dice, ids, area.id(), plan.languages().get(plan.languages().size() - 1), today);
        List<Household> households = new ArrayList<>();
        List<Visit> visits = new ArrayList<>();
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < plan.households(); i++) {
            Household home = families.household();
            List<Visit> toThem = season.visitsTo(home, tasks);
            households.add(Afterwards.of(home, toThem, dice));
            visits.addAll(toThem);
            Task ofCampaign = leader.equals(Cast.LEADER) ? campaign.doneBy(home, toThem) : null;
            if (ofCampaign != null) {
                tasks.add(ofCampaign);
            }
        }
        visits.addAll(season.sessions());
        tasks.addAll(given.open(households, teams));
        return new HamletData(area, members, teams, households, visits, tasks);
    }

    /** The hamlet itself, without its people. */
    Area areaOf(HamletPlan plan) {
        int uncounted = Dice.of(seed, "declared:" + plan.key()).between(-2, 11);
        return new Area(
                new AreaId(UUID.nameUUIDFromBytes(("area:" + plan.key()).getBytes(StandardCharsets.UTF_8))),
                Revision.NONE,
                AreaLevel.HAMLET,
                null,
                plan.name(),
                plan.type(),
                plan.parents(),
                plan.parents().get(0).from(),
                null,
                null,
                new HamletFacts(plan.broadband(), plan.languages(), plan.households() + uncounted),
                "generated",
                Vietnamese.searchWords(List.of(plan.type().word() + " " + plan.name())));
    }
}
