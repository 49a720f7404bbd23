package vn.toso.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.service.Outcome.ABSENT;
import static vn.toso.domain.service.Outcome.ACHIEVED;
import static vn.toso.domain.service.Outcome.REFUSED;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.Problems.assertForbidden;
import static vn.toso.domain.world.Problems.assertNotFound;
import static vn.toso.domain.world.Problems.errorsOf;
import static vn.toso.domain.world.ResidentBuilder.aResident;
import static vn.toso.domain.world.TestWorld.DISTRICT_STAFF;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH;
import static vn.toso.domain.world.TestWorld.MINH_HOP;
import static vn.toso.domain.world.TestWorld.OVERSIGHT;
import static vn.toso.domain.world.TestWorld.PROVINCE;
import static vn.toso.domain.world.TestWorld.PROVINCE_ADMIN;
import static vn.toso.domain.world.TestWorld.TAM_HOP;
import static vn.toso.domain.world.TestWorld.TODAY;
import static vn.toso.domain.world.TestWorld.VAN_LOI;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_5_VAN_LOI;
import static vn.toso.domain.world.TestWorld.XOM_DONG;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.VisitBuilder.aVisit;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Mono;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.household.Household;
import vn.toso.domain.report.Report.Kind;
import vn.toso.domain.service.Outcome;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.team.Member;
import vn.toso.domain.team.Team;
import vn.toso.domain.team.Team.Position;
import vn.toso.domain.team.Team.Seat;
import vn.toso.domain.visit.Activity;
import vn.toso.domain.visit.Visit;
import vn.toso.domain.world.Names;
import vn.toso.domain.world.TestWorld;
import vn.toso.domain.world.VisitBuilder;
import vn.toso.domain.world.WorkingWorld;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportOfTest {

    private static final String NOVEMBER = "2026-11";

    private WorkingWorld world;
    private ReportOf reports;

    @BeforeAll
    void open() {
        world = WorkingWorld.open("ReportOf", TestWorld.CLOCK);
        reports = new ReportOf(
                world.coverageOf,
                world.coverages,
                world.people.teams,
                world.people.members,
                world.visits,
                world.people.trees,
                world.people.catalogues,
                world.clock);
        List<Household> homes = world.people.put(
                aHousehold("Một").in(XOM_1).with(aResident("Linh").born(1990)),
                aHousehold("Hai").in(XOM_1),
                aHousehold("Ba").in(XOM_1),
                aHousehold("Bốn").in(XOM_5_VAN_LOI));
        world.put(world.people.teams.collection(), List.of(team("minh hợp", AreaLevel.COMMUNE, MINH_HOP, HOA, LAN)));
        world.put(world.visits.collection(), visits(homes));
        world.settle();
    }

    private static List<Visit> visits(List<Household> homes) {
        VisitBuilder wrong =
                aVisit("wrong").to(homes.get(1)).at("2026-11-05T08:00:00+07:00").did("SAFE", ACHIEVED);
        return List.of(
                aVisit("october")
                        .to(homes.get(1))
                        .at("2026-10-31T23:30:00+07:00")
                        .did("PAY_BILL", ACHIEVED)
                        .build(),
                aVisit("first")
                        .to(homes.get(0))
                        .at("2026-11-01T00:10:00+07:00")
                        .did("PAY_BILL", ACHIEVED)
                        .build(),
                aVisit("again")
                        .to(homes.get(0))
                        .at("2026-11-03T08:00:00+07:00")
                        .did("PAY_BILL", REFUSED)
                        .build(),
                wrong.build(),
                aVisit("right")
                        .to(homes.get(1))
                        .at("2026-11-05T08:00:00+07:00")
                        .correcting(wrong.id())
                        .did("SAFE", ABSENT)
                        .build(),
                aVisit("void")
                        .to(homes.get(2))
                        .at("2026-11-06T08:00:00+07:00")
                        .did("SAFE", ACHIEVED)
                        .voided()
                        .build(),
                aVisit("old hamlet")
                        .to(homes.get(3))
                        .by(MINH)
                        .at("2026-11-07T08:00:00+07:00")
                        .did("PAY_BILL", ACHIEVED)
                        .build(),
                aVisit("meeting")
                        .in(XOM_1.id())
                        .by(LAN, MINH)
                        .at("2026-11-08T19:00:00+07:00")
                        .did(meeting(41))
                        .build(),
                aVisit("uncounted")
                        .in(XOM_1.id())
                        .at("2026-11-09T19:00:00+07:00")
                        .did(meeting(null))
                        .build());
    }

    private static Activity meeting(@Nullable Integer came) {
        return new Activity("MEETING", null, Outcome.ACHIEVED, null, null, came, null);
    }

    private static Team team(String word, AreaLevel level, Area area, Member... members) {
        List<Seat> seats = List.of(members).stream()
                .map(m -> new Seat(m.id(), Position.MEMBER))
                .toList();
        return new Team(Names.team(word), Revision.NONE, level, area.id(), word, null, seats, false);
    }

    @AfterAll
    void close() {
        world.close();
    }

    private Mono<Report> request(Member by, Kind kind, Area area, String period) {
        return reports.of(actor(by), kind, area.id(), period);
    }

    private Report report(Kind kind, Area area, String period) {
        return await(request(PROVINCE_ADMIN, kind, area, period));
    }

    private static Figure figure(Report report, String code, @Nullable String service) {
        return report.sections().stream()
                .flatMap(section -> section.figures().stream())
                .filter(figure -> figure.code().equals(code) && Objects.equals(figure.service(), service))
                .findFirst()
                .orElseThrow();
    }

    private static void assertCounts(Report report, String code, @Nullable String service, Long number, Long of) {
        Figure figure = figure(report, code, service);
        assertThat(figure.number()).as(code).isEqualTo(number);
        assertThat(figure.of()).as("of " + code).isEqualTo(of);
    }

    @Test
    void a_commune_reports_its_teams_by_level_as_of_today() {
        Report report = report(Kind.COMMUNE, MINH_HOP, NOVEMBER);

        assertThat(report.sections()).extracting(Report.Section::code).containsExactly("3b", "3c");
        assertCounts(report, "teams.commune", null, 1L, null);
        assertCounts(report, "members.commune", null, 2L, null);
        assertCounts(report, "teams.hamlet", null, 1L, 3L);
        assertCounts(report, "members.hamlet", null, 2L, null);
        assertCounts(report, "teams.active", null, 2L, 2L);
        assertThat(figure(report, "teams.hamlet", null).asOf()).isEqualTo(TODAY);
        assertThat(report.until()).isEqualTo(TODAY);
        assertThat(report.isComplete()).isFalse();
        assertThat(Objects.requireNonNull(report.above()).id()).isEqualTo(OVERSIGHT.id());
    }

    @Test
    void activities_are_those_of_live_visits_that_occurred_in_the_period() {
        Report report = report(Kind.COMMUNE, MINH_HOP, NOVEMBER);

        assertCounts(report, "visits", null, 6L, null);
        assertCounts(report, "households.visited", null, 2L, 4L);
        assertCounts(report, "sessions.held", null, 2L, null);
        assertCounts(report, "sessions.attendance", null, 41L, null);
        assertCounts(report, "activities", "PAY_BILL", 2L, 3L);
        assertCounts(report, "activities", "SAFE", 0L, 1L);
    }

    @Test
    void what_people_took_up_is_counted_once_each_by_the_end_and_during_the_period() {
        Report november = report(Kind.COMMUNE, MINH_HOP, NOVEMBER);
        Report october = report(Kind.COMMUNE, MINH_HOP, "2026-10");

        assertCounts(november, "achieved", "PAY_BILL", 3L, 4L);
        assertCounts(november, "achieved.in-period", "PAY_BILL", 2L, null);
        assertCounts(october, "achieved", "PAY_BILL", 1L, 4L);
        assertThat(figure(november, "achieved", "PAY_BILL").share()).hasValue(0.75);
        assertThat(figure(october, "achieved", "PAY_BILL").asOf()).isEqualTo(LocalDate.of(2026, 10, 31));
        assertThat(figure(november, "achieved", "PAY_QR").share()).isEmpty();
    }

    @Test
    void missing_is_never_zero() {
        Report empty = report(Kind.COMMUNE, TAM_HOP, NOVEMBER);
        Report before = report(Kind.COMMUNE, MINH_HOP, "2026-09");
        Report quiet = report(Kind.COMMUNE, MINH_HOP, "2026-11-10..2026-11-12");

        assertCounts(empty, "achieved", "PAY_BILL", null, null);
        assertCounts(empty, "visits", null, null, null);
        assertCounts(empty, "teams.commune", null, 0L, null);
        assertCounts(before, "visits", null, null, null);
        assertCounts(quiet, "visits", null, 0L, null);
        assertCounts(quiet, "teams.active", null, 2L, 2L);
        assertCounts(quiet, "sessions.attendance", null, null, null);
    }

    @Test
    void a_district_reports_teams_by_level_and_the_share_of_communes_with_one() {
        Report report = report(Kind.DISTRICT, OVERSIGHT, NOVEMBER);

        assertThat(report.sections()).extracting(Report.Section::code).containsExactly("02");
        assertCounts(report, "teams.commune", null, 1L, null);
        assertCounts(report, "communes.with-team", null, 1L, 2L);
        assertCounts(report, "teams.hamlet", null, 1L, 4L);
        assertCounts(report, "visits", null, 6L, null);
        assertThat(report.lines()).extracting(Report.Line::name).containsExactly("Xã Minh Hợp", "Xã Tam Hợp");
        assertThat(report(Kind.DISTRICT, PROVINCE, NOVEMBER).lines()).hasSize(2);
    }

    @Test
    void lines_tell_hamlets_apart_and_add_up() {
        Report report = report(Kind.COMMUNE, MINH_HOP, NOVEMBER);

        assertThat(report.lines())
                .extracting(line -> line.name() + "/" + line.former())
                .containsExactlyInAnyOrder("Xóm 1/null", "Xóm 5/null", "Xóm 5/Xã Văn Lợi");
        long visits = report.lines().stream()
                .flatMap(line -> line.figures().stream())
                .filter(figure -> figure.code().equals("visits"))
                .mapToLong(figure -> Objects.requireNonNull(figure.number()))
                .sum();
        assertThat(visits).isEqualTo(6);
    }

    @Test
    void a_period_of_the_past_is_reported_in_the_tree_of_its_last_day() {
        assertThat(report(Kind.COMMUNE, VAN_LOI, "2025-Q2").lines())
                .extracting(Report.Line::area)
                .containsExactly(XOM_5_VAN_LOI.id());
        assertNotFound(request(PROVINCE_ADMIN, Kind.COMMUNE, VAN_LOI, NOVEMBER));
    }

    @Test
    void reports_are_for_leaders_and_staff_of_the_area() {
        assertThat(await(request(HOA, Kind.COMMUNE, MINH_HOP, NOVEMBER)).area().id())
                .isEqualTo(MINH_HOP.id());
        assertThat(await(request(DISTRICT_STAFF, Kind.DISTRICT, OVERSIGHT, NOVEMBER))
                        .lines())
                .hasSize(2);
        assertForbidden(request(LAN, Kind.COMMUNE, MINH_HOP, NOVEMBER));
        assertNotFound(request(HOA, Kind.COMMUNE, TAM_HOP, NOVEMBER));
        assertNotFound(request(HOA, Kind.DISTRICT, OVERSIGHT, NOVEMBER));
    }

    @Test
    void each_report_has_its_level() {
        assertThat(errorsOf(request(PROVINCE_ADMIN, Kind.COMMUNE, OVERSIGHT, NOVEMBER)))
                .containsExactly("/area level-of-report");
        assertThat(errorsOf(request(PROVINCE_ADMIN, Kind.DISTRICT, XOM_DONG, NOVEMBER)))
                .containsExactly("/area level-of-report");
        assertThat(errorsOf(request(PROVINCE_ADMIN, Kind.COMMUNE, MINH_HOP, "2027")))
                .containsExactly("/period in-the-future");
    }
}
