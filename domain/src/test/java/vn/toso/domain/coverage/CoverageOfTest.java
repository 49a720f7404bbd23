package vn.toso.domain.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.toso.domain.service.Outcome.ACHIEVED;
import static vn.toso.domain.service.Outcome.REFUSED;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.ResidentBuilder.aResident;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH_HOP;
import static vn.toso.domain.world.TestWorld.OVERSIGHT;
import static vn.toso.domain.world.TestWorld.PROVINCE;
import static vn.toso.domain.world.TestWorld.PROVINCE_ADMIN;
import static vn.toso.domain.world.TestWorld.TAM_HOP;
import static vn.toso.domain.world.TestWorld.TODAY;
import static vn.toso.domain.world.TestWorld.VAN_LOI;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_5;
import static vn.toso.domain.world.TestWorld.XOM_5_VAN_LOI;
import static vn.toso.domain.world.TestWorld.XOM_DONG;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.VisitBuilder.aVisit;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.toso.domain.area.Area;
import vn.toso.domain.coverage.CoverageOf.Answer;
import vn.toso.domain.coverage.CoverageOf.AreaCoverage;
import vn.toso.domain.coverage.CoverageOf.Question;
import vn.toso.domain.coverage.CoverageOf.Ranking;
import vn.toso.domain.coverage.CoverageOf.Tree;
import vn.toso.domain.household.Classification;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.storage.PageToken;
import vn.toso.domain.team.Member;
import vn.toso.domain.world.Names;
import vn.toso.domain.world.TestWorld;
import vn.toso.domain.world.WorkingWorld;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CoverageOfTest {

    private static final LocalDate LONG_AGO = LocalDate.of(2025, 6, 1);

    private WorkingWorld world;

    @BeforeAll
    void open() {
        world = WorkingWorld.open("CoverageOf", TestWorld.CLOCK);
        List<Household> households = world.people.put(
                aHousehold("Một").in(XOM_1).with(aResident("Linh")),
                aHousehold("Hai").in(XOM_1),
                aHousehold("Ba").in(XOM_1),
                aHousehold("Bốn").in(XOM_5_VAN_LOI),
                aHousehold("Năm").in(XOM_DONG).classified(Classification.TRADER));
        world.put(
                world.visits.collection(),
                List.of(
                        aVisit("achieved")
                                .to(households.get(0))
                                .did("PAY_BILL", ACHIEVED)
                                .build(),
                        aVisit("refused")
                                .to(households.get(1))
                                .did("PAY_BILL", REFUSED)
                                .build(),
                        aVisit("of old")
                                .to(households.get(3))
                                .at("2025-06-01T08:00:00+07:00")
                                .did("PAY_BILL", ACHIEVED)
                                .build(),
                        aVisit("meeting")
                                .in(XOM_1.id())
                                .did("MEETING", ACHIEVED)
                                .build()));
        world.settle();
    }

    @AfterAll
    void close() {
        world.close();
    }

    private Answer ask(Member by, Area area, @Nullable String service, @Nullable LocalDate at, Tree tree) {
        return await(world.coverageOf.of(actor(by), new Question(area.id(), service, at, tree)));
    }

    private Answer ask(Area area) {
        return ask(PROVINCE_ADMIN, area, "PAY_BILL", null, Tree.NOW);
    }

    private static List<String> names(List<AreaCoverage> areas) {
        return areas.stream().map(AreaCoverage::name).toList();
    }

    @Test
    void a_commune_is_the_sum_of_its_hamlets() {
        Answer answer = ask(MINH_HOP);

        assertThat(answer.area().name()).isEqualTo("Xã Minh Hợp");
        assertThat(answer.area().cell("PAY_BILL")).isEqualTo(new Cell(4, 3, 2, 1, 0));
        assertThat(answer.area().households()).isEqualTo(new HouseholdCount(4, 230L, 3, TODAY, 2L, 0L));
        assertThat(names(answer.children())).containsExactly("Xóm 1", "Xóm 5", "Xóm 5");
        assertThat(answer.children().get(0).cell("PAY_BILL")).isEqualTo(new Cell(3, 2, 1, 1, 0));
        assertThat(answer.at()).isEqualTo(TODAY);
        assertThat(answer.asOf()).isEqualTo(TestWorld.NOW);
        assertThat(answer.tree()).isEqualTo(Tree.NOW);
    }

    @Test
    void hamlets_of_one_name_are_told_apart_by_their_former_commune() {
        assertThat(ask(MINH_HOP).children())
                .extracting(AreaCoverage::former)
                .containsExactlyInAnyOrder(null, null, "Xã Văn Lợi");
    }

    @Test
    void a_hamlet_never_counted_adds_nothing_but_stands_there() {
        AreaCoverage empty = ask(XOM_5).area();

        assertThat(empty.cell("PAY_BILL")).isEqualTo(Cell.EMPTY);
        assertThat(empty.cell("PAY_BILL").share()).isEmpty();
        assertThat(empty.households()).isEqualTo(new HouseholdCount(0, null, 0, null, 0L, 0L));
        assertThat(ask(XOM_5).children()).isEmpty();
    }

    @Test
    void the_province_adds_up_everything() {
        Answer answer = ask(PROVINCE);

        assertThat(answer.area().cell("PAY_BILL")).isEqualTo(new Cell(5, 3, 2, 1, 0));
        assertThat(answer.area().households().declared()).isEqualTo(410L);
        assertThat(names(ask(OVERSIGHT).children())).containsExactly("Xã Minh Hợp", "Xã Tam Hợp");
    }

    @Test
    void without_a_service_every_service_is_answered() {
        AreaCoverage hamlet = ask(PROVINCE_ADMIN, XOM_1, null, null, Tree.NOW).area();

        assertThat(hamlet.cells().keySet()).contains("PAY_BILL", "MEETING", "SAFE", "DEVICE");
        assertThat(hamlet.cells()).doesNotContainKey("PAY_QR");
        assertThat(hamlet.cell("MEETING")).isEqualTo(new Cell(1, 1, 1, 0, 0));
        assertThat(ask(XOM_1).area().cells()).containsOnlyKeys("PAY_BILL");
    }

    @Test
    void a_past_day_is_counted_as_of_its_end() {
        assertThat(ask(PROVINCE_ADMIN, XOM_5_VAN_LOI, "PAY_BILL", LONG_AGO, Tree.NOW)
                        .area()
                        .cell("PAY_BILL"))
                .isEqualTo(new Cell(1, 1, 1, 0, 0));
        assertThat(ask(PROVINCE_ADMIN, XOM_5_VAN_LOI, "PAY_BILL", LONG_AGO.minusDays(1), Tree.NOW)
                        .area()
                        .cell("PAY_BILL"))
                .isEqualTo(new Cell(1, 0, 0, 0, 0));
        AreaCoverage yesterday =
                ask(PROVINCE_ADMIN, XOM_1, null, TODAY.minusDays(1), Tree.NOW).area();
        assertThat(yesterday.households()).isEqualTo(new HouseholdCount(3, 230L, 0, null, null, null));
        assertThat(yesterday.cells().keySet()).contains("PAY_BILL", "MEETING");
        assertThat(ask(PROVINCE_ADMIN, XOM_1, null, LocalDate.of(2000, 1, 1), Tree.NOW)
                        .area()
                        .cells())
                .isEmpty();
    }

    @Test
    void as_then_the_hamlet_counts_for_its_former_commune_as_now_for_the_new_one() {
        Answer then = ask(PROVINCE_ADMIN, OVERSIGHT, "PAY_BILL", LONG_AGO, Tree.THEN);
        Answer now = ask(PROVINCE_ADMIN, OVERSIGHT, "PAY_BILL", LONG_AGO, Tree.NOW);

        assertThat(names(then.children())).containsExactly("Xã Minh Hợp", "Xã Tam Hợp", "Xã Văn Lợi");
        assertThat(then.children())
                .extracting(child -> child.cell("PAY_BILL").eligible())
                .containsExactly(3L, 1L, 1L);
        assertThat(now.children())
                .extracting(child -> child.cell("PAY_BILL").eligible())
                .containsExactly(4L, 1L);
        assertThat(then.area().cells()).isEqualTo(now.area().cells());
    }

    @Test
    void an_area_is_answered_in_a_tree_that_has_it_to_who_has_all_of_it() {
        assertThat(ask(HOA, VAN_LOI, "PAY_BILL", LONG_AGO, Tree.THEN).area().cell("PAY_BILL"))
                .isEqualTo(new Cell(1, 1, 1, 0, 0));
        assertNotFound(HOA, VAN_LOI.id(), null);
        assertNotFound(HOA, OVERSIGHT.id(), null);
        assertNotFound(LAN, MINH_HOP.id(), null);
        assertNotFound(LAN, XOM_DONG.id(), null);
        assertNotFound(PROVINCE_ADMIN, Names.area("nowhere"), null);
        assertThat(ask(LAN, XOM_1, "PAY_BILL", null, Tree.NOW)
                        .area()
                        .cell("PAY_BILL")
                        .eligible())
                .isEqualTo(3);
    }

    private void assertNotFound(Member by, AreaId area, @Nullable LocalDate at) {
        Problem problem = catchThrowableOfType(
                Problem.class, () -> await(world.coverageOf.of(actor(by), new Question(area, null, at, Tree.NOW))));
        assertThat(problem.code()).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(problem.reason()).isEqualTo("not-found.area");
    }

    @Test
    void a_day_to_come_and_an_unknown_service_are_refused() {
        Problem future =
                catchThrowableOfType(Problem.class, () -> ask(HOA, MINH_HOP, null, TODAY.plusDays(1), Tree.NOW));
        Problem unknown = catchThrowableOfType(Problem.class, () -> ask(HOA, MINH_HOP, "NO_SUCH", null, Tree.NOW));

        assertThat(future.errors()).extracting("pointer").containsExactly("/at");
        assertThat(unknown.errors()).extracting("pointer").containsExactly("/service");
        assertThat(ask(HOA, MINH_HOP, "PAY_BILL", TODAY, Tree.THEN).area())
                .isEqualTo(ask(HOA, MINH_HOP, "PAY_BILL", null, Tree.NOW).area());
    }

    @Test
    void laggards_come_first_and_hamlets_without_anybody_eligible_last() {
        Ranking ranking = await(world.coverageOf.laggards(actor(PROVINCE_ADMIN), PROVINCE.id(), "PAY_BILL", 10, null));

        assertThat(ranking.items())
                .extracting(AreaCoverage::area)
                .containsExactly(XOM_DONG.id(), XOM_1.id(), XOM_5_VAN_LOI.id(), XOM_5.id());
        assertThat(ranking.next()).isNull();
        assertThat(ranking.asOf()).isEqualTo(TestWorld.NOW);
    }

    @Test
    void laggards_come_page_by_page() {
        List<AreaId> paged = new ArrayList<>();
        String after = null;
        do {
            Ranking page = await(world.coverageOf.laggards(actor(PROVINCE_ADMIN), PROVINCE.id(), "PAY_QR", 1, after));
            page.items().forEach(item -> paged.add(item.area()));
            after = page.next();
        } while (after != null);

        assertThat(paged).hasSize(4).doesNotHaveDuplicates().startsWith(XOM_DONG.id());
        for (String token : List.of("?", PageToken.of("x", XOM_1.id()))) {
            Problem problem = catchThrowableOfType(
                    Problem.class,
                    () -> await(world.coverageOf.laggards(actor(PROVINCE_ADMIN), TAM_HOP.id(), "PAY_QR", 1, token)));
            assertThat(problem.errors()).extracting("pointer").containsExactly("/after");
        }
    }
}
