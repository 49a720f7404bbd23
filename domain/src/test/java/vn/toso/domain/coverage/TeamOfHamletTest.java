package vn.toso.domain.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.service.Outcome.ACHIEVED;
import static vn.toso.domain.service.Outcome.REFUSED;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.TestCatalogue.aService;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH;
import static vn.toso.domain.world.TestWorld.MINH_HOP;
import static vn.toso.domain.world.TestWorld.TEAM;
import static vn.toso.domain.world.TestWorld.TODAY;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_5;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.VisitBuilder.aVisit;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toso.domain.access.Actor;
import vn.toso.domain.area.Area;
import vn.toso.domain.coverage.CoverageOf.AreaCoverage;
import vn.toso.domain.coverage.CoverageOf.Question;
import vn.toso.domain.coverage.CoverageOf.Tree;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.service.ServiceUnit;
import vn.toso.domain.team.Member;
import vn.toso.domain.team.MemberStatus;
import vn.toso.domain.team.Team;
import vn.toso.domain.visit.Visit;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.WorkingWorld;

/** What coverage says of a hamlet's team. */
class TeamOfHamletTest {

    private final MovingClock clock = new MovingClock();
    private WorkingWorld world;
    private Household home;

    @BeforeEach
    void open() {
        world = WorkingWorld.open("TeamOfHamlet", clock);
        home = world.people.put(aHousehold("Vi Văn Thông")).get(0);
        world.settle();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Cell cell(AreaId hamlet, String service) {
        return await(world.coverages.collection().find(hamlet)).services().getOrDefault(service, Cell.EMPTY);
    }

    private @Nullable TeamCount teams(Area area) {
        return coverage(area, 0).teams();
    }

    private AreaCoverage coverage(Area area, int daysAgo) {
        Question question = new Question(area.id(), "PAY_BILL", TODAY.minusDays(daysAgo), Tree.NOW);
        return await(world.coverageOf.of(actor(HOA), question)).area();
    }

    private void visit(String word, Member by, int daysAgo) {
        world.put(
                world.visits.collection(),
                List.of(aVisit(word)
                        .to(home)
                        .by(by)
                        .at(clock.instant().minus(Duration.ofDays(daysAgo)).atOffset(ZoneOffset.ofHours(7)))
                        .did("PAY_BILL", ACHIEVED)
                        .build()));
        world.settle();
    }

    @Test
    void a_hamlet_has_a_team_that_is_at_work_when_one_of_it_visited_lately() {
        assertThat(teams(XOM_1)).isEqualTo(new TeamCount(1, 1, 0));
        assertThat(teams(XOM_5)).isEqualTo(new TeamCount(1, 0, 0));

        visit("thirty days ago", LAN, 30);
        assertThat(teams(XOM_1)).isEqualTo(new TeamCount(1, 1, 0));
        visit("by the leader", HOA, 0);
        assertThat(teams(XOM_1)).isEqualTo(new TeamCount(1, 1, 0));
        visit("twenty-nine days ago", LAN, 29);
        assertThat(teams(XOM_1)).isEqualTo(new TeamCount(1, 1, 1));

        AreaCoverage commune = coverage(MINH_HOP, 0);
        assertThat(commune.teams()).isNotNull();
        assertThat(commune.teams().covered()).isEqualTo(1);
        assertThat(commune.teams().active()).isEqualTo(1);
        assertThat(commune.teams().hamlets()).isGreaterThan(1);
        assertThat(coverage(MINH_HOP, 1).teams()).as("teams have no past").isNull();
    }

    @Test
    void a_node_that_opens_the_book_later_counts_the_same() {
        visit("of today", LAN, 0);
        HamletCoverage before = await(world.coverages.collection().find(XOM_1.id()));

        await(world.followWork().handle(world.changes()));

        assertThat(before.team()).isEqualTo(new TeamCount.OfHamlet(TODAY));
        assertThat(await(world.coverages.collection().find(XOM_1.id()))).isEqualTo(before);
    }

    @Test
    void a_withdrawn_visit_shows_nobody_at_work() {
        visit("nhầm", MINH, 0);
        assertThat(teams(XOM_1)).isEqualTo(new TeamCount(1, 1, 1));

        Visit stored = await(world.visits.collection().find(aVisit("nhầm").id()));
        await(world.visits
                .collection()
                .replace(Actor.SYSTEM, stored.voided(new Visit.Voided("nhầm hộ", LAN.id(), clock.instant()))));
        world.settle();

        assertThat(teams(XOM_1)).isEqualTo(new TeamCount(1, 1, 0));
    }

    @Test
    void trainings_count_the_active_members_of_the_hamlet_s_teams() {
        world.put(
                world.people.services.collection(),
                List.of(aService("TRAIN", ServiceUnit.MEMBER).build()));
        world.put(
                world.visits.collection(),
                List.of(
                        aVisit("training")
                                .in(XOM_1.id())
                                .by(LAN)
                                .did("TRAIN", ACHIEVED)
                                .build(),
                        aVisit("no time")
                                .in(XOM_1.id())
                                .by(MINH)
                                .did("TRAIN", REFUSED)
                                .build()));
        world.settle();
        await(world.recountDue().run());
        assertThat(cell(XOM_1.id(), "TRAIN")).isEqualTo(new Cell(2, 2, 1, 1, 0));

        Member left = withStatus(await(world.people.members.collection().find(MINH.id())), MemberStatus.LEFT);
        await(world.people.members.collection().replace(Actor.SYSTEM, left));
        world.settle();
        assertThat(cell(XOM_1.id(), "TRAIN")).isEqualTo(new Cell(1, 1, 1, 0, 0));

        Team team = await(world.people.teams.collection().find(TEAM.id()));
        await(world.people.teams.collection().replace(Actor.SYSTEM, without(team)));
        world.settle();
        assertThat(cell(XOM_1.id(), "TRAIN")).isEqualTo(Cell.EMPTY);
    }

    private static Member withStatus(Member member, MemberStatus status) {
        return new Member(
                member.id(),
                member.revision(),
                member.name(),
                member.phone(),
                member.role(),
                member.areas(),
                member.subject(),
                status,
                member.invitation(),
                member.sortKey(),
                member.words(),
                member.generated());
    }

    private static Team without(Team team) {
        return new Team(
                team.id(),
                team.revision(),
                team.level(),
                team.areaId(),
                team.name(),
                team.decision(),
                List.of(),
                team.generated());
    }
}
