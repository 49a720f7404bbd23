package vn.toso.domain.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.toso.domain.service.Outcome.ACHIEVED;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH;
import static vn.toso.domain.world.TestWorld.PROVINCE_ADMIN;
import static vn.toso.domain.world.TestWorld.THUY;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_5;
import static vn.toso.domain.world.TestWorld.XOM_DONG;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.VisitBuilder.aVisit;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.VisitId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.storage.Page;
import vn.toso.domain.storage.PageToken;
import vn.toso.domain.team.Member;
import vn.toso.domain.visit.Visits.Filter;
import vn.toso.domain.world.TestWorld;
import vn.toso.domain.world.VisitBuilder;
import vn.toso.domain.world.WorkingWorld;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisitsTest {

    private static final Filter ALL = filter(null, null, null, null, null);

    private WorkingWorld world;
    private Household thong;
    private Household inXom5;
    private Household inXomDong;
    private VisitBuilder oldest;
    private VisitBuilder session;

    @BeforeAll
    void open() {
        world = WorkingWorld.open("Visits", TestWorld.CLOCK);
        List<Household> households = world.people.put(
                aHousehold("Vi Văn Thông"),
                aHousehold("Lô Văn Năm").in(XOM_5),
                aHousehold("Trần Văn Xa").in(XOM_DONG));
        thong = households.get(0);
        inXom5 = households.get(1);
        inXomDong = households.get(2);
        oldest = visit("oldest", thong, "2026-10-01T23:30:00+07:00");
        session =
                aVisit("session").in(XOM_1.id()).at("2026-10-03T08:00:00+07:00").did("MEETING", ACHIEVED);
        List<VisitBuilder> made = new ArrayList<>(List.of(
                oldest,
                visit("by Minh", thong, "2026-10-02T08:00:00+07:00").by(MINH, LAN),
                session,
                visit("in Xóm 5", inXom5, "2026-10-04T08:00:00+07:00"),
                visit("void", thong, "2026-10-05T08:00:00+07:00").voided(),
                visit("far away", inXomDong, "2026-10-06T08:00:00+07:00").by(THUY)));
        // Many at one moment, so that pages end between them.
        IntStream.range(0, 9).forEach(i -> made.add(visit("twin " + i, thong, "2026-11-01T08:00:00+07:00")));
        world.put(
                world.visits.collection(),
                made.stream().map(VisitBuilder::build).toList());
    }

    @AfterAll
    void close() {
        world.close();
    }

    private static VisitBuilder visit(String word, Household to, String at) {
        return aVisit(word).to(to).at(at).did("PAY_BILL", ACHIEVED);
    }

    private static Filter filter(
            @Nullable HouseholdId household,
            @Nullable AreaId hamlet,
            @Nullable MemberId member,
            @Nullable String from,
            @Nullable String to) {
        return new Filter(
                household,
                hamlet,
                member,
                from == null ? null : LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to));
    }

    private List<VisitId> list(Member by, Filter filter) {
        return await(world.visits.page(actor(by), filter, 100, null)).items().stream()
                .map(Visit::id)
                .toList();
    }

    @Test
    void visits_are_listed_the_latest_first_void_ones_among_them() {
        List<Visit> visits =
                await(world.visits.page(actor(HOA), ALL, 100, null)).items();

        assertThat(visits).hasSize(14);
        assertThat(visits)
                .isSortedAccordingTo((one, other) -> other.occurredAt().compareTo(one.occurredAt()));
        assertThat(visits).anyMatch(visit -> visit.voided() != null);
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() {
        List<VisitId> whole = list(HOA, ALL);
        List<VisitId> paged = new ArrayList<>();
        String after = null;
        do {
            Page<Visit> page = await(world.visits.page(actor(HOA), ALL, 4, after));
            page.items().forEach(visit -> paged.add(visit.id()));
            after = page.next();
        } while (after != null);

        assertThat(paged).isEqualTo(whole);
    }

    @Test
    void everybody_sees_the_visits_of_their_scope_only() {
        VisitId farAway = aVisit("far away").id();

        assertThat(list(THUY, ALL)).containsExactly(farAway);
        assertThat(list(LAN, ALL)).hasSize(13).doesNotContain(farAway);
        assertThat(list(PROVINCE_ADMIN, ALL)).hasSize(15);
        assertThat(list(LAN, filter(inXomDong.id(), null, null, null, null))).isEmpty();
        assertThat(await(world.visits.get(actor(THUY), farAway)).id()).isEqualTo(farAway);
        Problem problem = catchThrowableOfType(Problem.class, () -> await(world.visits.get(actor(LAN), farAway)));
        assertThat(problem.code()).isEqualTo(ProblemCode.NOT_FOUND);
    }

    @Test
    void a_foreign_hamlet_looks_like_none() {
        Filter foreign = filter(null, XOM_DONG.id(), null, null, null);

        Problem problem = catchThrowableOfType(Problem.class, () -> list(LAN, foreign));

        assertThat(problem.reason()).isEqualTo("not-found.hamlet");
    }

    @Test
    void a_list_is_narrowed_by_household_hamlet_member_and_days() {
        assertThat(list(HOA, filter(inXom5.id(), null, null, null, null)))
                .containsExactly(aVisit("in Xóm 5").id());
        assertThat(list(HOA, filter(null, XOM_5.id(), null, null, null)))
                .containsExactly(aVisit("in Xóm 5").id());
        assertThat(list(HOA, filter(null, null, MINH.id(), null, null)))
                .containsExactly(aVisit("by Minh").id());
        assertThat(list(HOA, filter(null, XOM_1.id(), null, "2026-10-01", "2026-10-02")))
                .containsExactly(aVisit("by Minh").id(), oldest.id());
        assertThat(list(HOA, filter(null, null, null, null, "2026-09-30"))).isEmpty();
    }

    @Test
    void a_page_token_that_is_not_ours_is_told_apart() {
        for (String token : List.of(
                "?", PageToken.of("a"), PageToken.of("no time", thong.id()), PageToken.of(TestWorld.NOW, "no id"))) {
            Problem problem =
                    catchThrowableOfType(Problem.class, () -> await(world.visits.page(actor(HOA), ALL, 4, token)));
            assertThat(problem.errors()).extracting("pointer").containsExactly("/after");
        }
    }

    @Test
    void sessions_are_found_apart_from_visits_to_households() {
        assertThat(await(world.visits
                        .sessionsOf(List.of(XOM_1.id(), XOM_5.id()))
                        .map(Visit::id)
                        .collectList()))
                .containsExactly(session.id());
        assertThat(await(world.visits
                        .traces(List.of(session.id(), oldest.id()))
                        .filter(Visits.Trace::isSession)
                        .collectList()))
                .singleElement()
                .satisfies(trace -> assertThat(trace.hamletId()).isEqualTo(XOM_1.id()));
        assertThat(await(world.visits.sessionsOf(List.of()).collectList())).isEmpty();
        assertThat(await(world.visits.traces(List.of()).collectList())).isEmpty();
    }
}
