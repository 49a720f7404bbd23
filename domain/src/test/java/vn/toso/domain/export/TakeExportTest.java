package vn.toso.domain.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.toso.domain.service.Outcome.ACHIEVED;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.Problems.assertForbidden;
import static vn.toso.domain.world.Problems.assertNotFound;
import static vn.toso.domain.world.Problems.errorsOf;
import static vn.toso.domain.world.ResidentBuilder.aResident;
import static vn.toso.domain.world.TestWorld.DATA_OFFICER;
import static vn.toso.domain.world.TestWorld.DISTRICT_STAFF;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH_HOP;
import static vn.toso.domain.world.TestWorld.PROVINCE_ADMIN;
import static vn.toso.domain.world.TestWorld.TAM_HOP;
import static vn.toso.domain.world.TestWorld.TODAY;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_5;
import static vn.toso.domain.world.TestWorld.XOM_5_VAN_LOI;
import static vn.toso.domain.world.TestWorld.XOM_DONG;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.VisitBuilder.aVisit;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import vn.toso.domain.area.Area;
import vn.toso.domain.export.TakeExport.Opened;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.storage.ByHamlet.Place;
import vn.toso.domain.storage.PageToken;
import vn.toso.domain.team.Member;
import vn.toso.domain.visit.Visit;
import vn.toso.domain.world.TestWorld;
import vn.toso.domain.world.WorkingWorld;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TakeExportTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final ExportFilter ALL = new ExportFilter(null, null, null, null, null, false);

    private WorkingWorld world;
    private Exports exports;
    private TakeExport taking;
    private List<Household> homes;

    @BeforeAll
    void open() {
        world = WorkingWorld.open("TakeExport", TestWorld.CLOCK);
        exports = new Exports(world.store, world.log, world.clock);
        await(exports.collection().createIndexes());
        taking = new TakeExport(
                world.store,
                exports,
                world.visits,
                world.people.households,
                world.tasks,
                world.coverages,
                world.people.trees,
                world.people.catalogues,
                world.clock,
                IdSource.timeOrdered());
        homes = world.people.put(
                aHousehold("Quàng Thị Nhàn").in(XOM_1).phones("0987654321").with(aResident("Lô Văn Quyết")),
                aHousehold("Hai").in(XOM_5_VAN_LOI),
                aHousehold("Ba").in(XOM_DONG));
        List<Visit> visits = new ArrayList<>();
        for (int i = 0; i < 2_345; i++) {
            visits.add(visit("one " + i, homes.get(0), i));
        }
        for (int i = 0; i < 1_000; i++) {
            visits.add(visit("five " + i, homes.get(1), i));
        }
        visits.add(visit("elsewhere", homes.get(2), 1));
        await(Mono.from(world.visits.collection().documents().insertMany(visits)));
        world.settle();
    }

    /** Several within a minute: only the id tells them apart. */
    private static Visit visit(String word, Household home, int i) {
        return aVisit(word)
                .to(home)
                .at(OffsetDateTime.parse("2026-11-10T08:00:00+07:00").minusMinutes(i / 3))
                .did(i % 2 == 0 ? "PAY_BILL" : "SAFE", ACHIEVED)
                .noting("gặp Quàng Thị Nhàn")
                .build();
    }

    @AfterAll
    void close() {
        world.close();
    }

    private Mono<Opened> request(Member by, Dataset dataset, ExportFilter filter) {
        return taking.open(actor(by), dataset, filter, "csv");
    }

    private List<ExportRow> rows(Member by, Dataset dataset, ExportFilter filter) {
        return await(request(by, dataset, filter)
                .flatMap(opened -> opened.pages().flatMapIterable(page -> page).collectList()));
    }

    private static ExportFilter after(@Nullable String cursor) {
        return new ExportFilter(null, null, null, null, cursor, false);
    }

    private static String cursor(ExportRow row) {
        return Objects.requireNonNull(row.values().get(row.values().size() - 1)).toString();
    }

    private static List<Object> first(List<ExportRow> rows) {
        return rows.stream()
                .map(row -> Objects.requireNonNull(row.values().get(0)))
                .toList();
    }

    @Test
    void every_visit_of_the_scope_comes_once_however_many_pages_it_takes() {
        assertThat(first(rows(HOA, Dataset.VISITS, ALL))).hasSize(3_345).doesNotHaveDuplicates();
        assertThat(rows(PROVINCE_ADMIN, Dataset.VISITS, ALL)).hasSize(3_346);
        assertThat(rows(HOA, Dataset.HOUSEHOLDS, ALL)).hasSize(2);
    }

    @Test
    void from_any_row_the_list_goes_on_with_exactly_the_rest() {
        List<ExportRow> all = rows(PROVINCE_ADMIN, Dataset.VISITS, ALL);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 8; i++) {
            int last = i == 0 ? all.size() - 1 : i == 1 ? Walk.PAGE - 1 : random.nextInt(all.size());
            assertThat(rows(PROVINCE_ADMIN, Dataset.VISITS, after(cursor(all.get(last)))))
                    .as("seed %s, after row %s", seed, last)
                    .isEqualTo(all.subList(last + 1, all.size()));
        }
    }

    @Test
    void coverage_goes_on_within_a_hamlet_too() {
        List<ExportRow> all = rows(PROVINCE_ADMIN, Dataset.COVERAGE, ALL);

        assertThat(all).hasSizeGreaterThan(3);
        for (int last = 0; last < all.size(); last++) {
            assertThat(rows(PROVINCE_ADMIN, Dataset.COVERAGE, after(cursor(all.get(last)))))
                    .isEqualTo(all.subList(last + 1, all.size()));
        }
    }

    @Test
    void without_the_right_nothing_leads_back_to_a_person() {
        Household home = homes.get(0);
        for (Dataset dataset : List.of(Dataset.VISITS, Dataset.HOUSEHOLDS)) {
            String text = rows(HOA, dataset, ALL).toString();
            assertThat(text)
                    .as(dataset.name())
                    .doesNotContain(
                            "Nhàn",
                            "Quyết",
                            "0987654321",
                            home.id().toString(),
                            LAN.id().toString())
                    .doesNotContain(home.residents().get(0).id().toString());
        }
    }

    @Test
    void lists_can_be_joined_by_their_pseudonyms() {
        List<Object> households = first(rows(HOA, Dataset.HOUSEHOLDS, ALL));
        List<Object> visited = rows(HOA, Dataset.VISITS, ALL).stream()
                .map(row -> Objects.requireNonNull(row.values().get(4)))
                .distinct()
                .toList();

        assertThat(visited).containsExactlyInAnyOrderElementsOf(households);
    }

    @Test
    void who_has_the_right_gets_names_when_asking_for_them() {
        ExportFilter personal = new ExportFilter(null, null, null, null, null, true);

        assertThat(rows(HOA, Dataset.HOUSEHOLDS, personal).toString())
                .contains("Quàng Thị Nhàn", "0987654321", homes.get(0).id().toString());
        assertThat(rows(DATA_OFFICER, Dataset.HOUSEHOLDS, personal)).hasSize(3);
        assertForbidden(request(PROVINCE_ADMIN, Dataset.HOUSEHOLDS, personal));
        assertForbidden(request(DISTRICT_STAFF, Dataset.VISITS, personal));
        assertForbidden(request(LAN, Dataset.VISITS, ALL));
        assertForbidden(request(DATA_OFFICER, Dataset.TASKS, ALL));
    }

    @Test
    void an_area_a_service_and_days_narrow_a_list() {
        assertThat(rows(PROVINCE_ADMIN, Dataset.VISITS, in(TAM_HOP))).hasSize(1);
        assertThat(rows(HOA, Dataset.VISITS, in(XOM_5))).isEmpty();
        assertThat(rows(HOA, Dataset.VISITS, new ExportFilter(XOM_5_VAN_LOI.id(), null, null, "SAFE", null, false)))
                .hasSize(500);
        LocalDate tenth = LocalDate.of(2026, 11, 10);
        List<ExportRow> day = rows(HOA, Dataset.VISITS, new ExportFilter(null, tenth, tenth, null, null, false));
        assertThat(day)
                .hasSizeBetween(1, 3_344)
                .allMatch(row -> tenth.equals(row.values().get(6)));
        assertNotFound(request(HOA, Dataset.VISITS, in(TAM_HOP)));
        assertNotFound(request(HOA, Dataset.COVERAGE, in(XOM_DONG)));
    }

    private static ExportFilter in(Area area) {
        return new ExportFilter(area.id(), null, null, null, null, false);
    }

    @Test
    void questions_that_make_no_sense_are_told_so() {
        ExportFilter unknown = new ExportFilter(null, null, null, "DANCING", null, false);
        ExportFilter backwards = new ExportFilter(null, TODAY, TODAY.minusDays(1), null, null, false);
        ExportFilter future = new ExportFilter(null, null, TODAY.plusDays(1), null, null, false);

        assertThat(errorsOf(request(HOA, Dataset.VISITS, unknown))).containsExactly("/service unknown-service");
        assertThat(errorsOf(request(HOA, Dataset.VISITS, backwards))).containsExactly("/to before-from");
        assertThat(errorsOf(request(HOA, Dataset.COVERAGE, future))).containsExactly("/to in-the-future");
        String timeless =
                ExportCursor.of(new Place(XOM_1.id(), null, homes.get(0).id().value()), new Pseudonyms(new byte[32]));
        for (String foreign : List.of("?", "c", "cAAAA", timeless, PageToken.of("x", "y"))) {
            assertThat(errorsOf(request(HOA, Dataset.VISITS, after(foreign)))).containsExactly("/after page-token");
        }
    }

    @Test
    void that_a_list_was_taken_is_written_down_with_how_it_ended() {
        ExportFilter filter = in(MINH_HOP);
        Opened opened = await(request(HOA, Dataset.VISITS, filter));
        Export running = await(exports.collection().find(opened.export().id()));
        opened.pages().blockLast(SOON);
        Export done = await(exports.collection().find(opened.export().id()));

        assertThat(running.state()).isEqualTo(Export.State.RUNNING);
        assertThat(running.rows()).isNull();
        assertThat(done.state()).isEqualTo(Export.State.DONE);
        assertThat(done.rows()).isEqualTo(3_345);
        assertThat(done.filter()).isEqualTo(filter);
        assertThat(done.memberId()).isEqualTo(HOA.id());
        assertThat(await(exports.ofActor(actor(HOA), 10, null)).items()).contains(done);
        assertThat(await(exports.ofActor(actor(DATA_OFFICER), 500, null)).items())
                .noneMatch(export -> export.memberId().equals(HOA.id()));
    }

    @Test
    void a_reader_who_stops_reading_makes_nobody_read_on() {
        Opened opened = await(request(HOA, Dataset.VISITS, ALL));
        Flux<List<ExportRow>> pages = opened.pages();

        StepVerifier.create(pages, 1).expectNextCount(1).thenCancel().verify(SOON);

        Export cut = finished(opened);
        assertThat(cut.state()).isEqualTo(Export.State.CUT);
        assertThat(cut.rows()).isLessThanOrEqualTo(Walk.PAGE);
    }

    private Export finished(Opened opened) {
        return Objects.requireNonNull(exports.collection()
                .find(opened.export().id())
                .filter(export -> export.finishedAt() != null)
                .repeatWhenEmpty(empty -> empty.delayElements(Duration.ofMillis(20)))
                .block(SOON));
    }

    @Test
    void nobody_s_phone_is_told_of_it() {
        Opened opened = await(request(HOA, Dataset.HOUSEHOLDS, ALL));

        assertThat(opened.export().hamlet().value()).isEqualTo(HOA.id().value());
        Problem none = catchThrowableOfType(Problem.class, () -> await(exports.ofActor(actor(LAN), 10, null)));
        assertThat(none.reason()).isEqualTo("forbidden.EXPORT_DATA");
    }
}
