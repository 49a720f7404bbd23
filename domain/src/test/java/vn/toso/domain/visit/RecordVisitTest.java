package vn.toso.domain.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.toso.domain.service.Outcome.ACHIEVED;
import static vn.toso.domain.service.Outcome.ASSISTED;
import static vn.toso.domain.service.Outcome.BLOCKED;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.ResidentBuilder.aResident;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH;
import static vn.toso.domain.world.TestWorld.NOW;
import static vn.toso.domain.world.TestWorld.THUY;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.VisitBuilder.aVisit;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Flux;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Role;
import vn.toso.domain.change.Change;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.visit.RecordVisit.Recorded;
import vn.toso.domain.world.Names;
import vn.toso.domain.world.TestWorld;
import vn.toso.domain.world.VisitBuilder;
import vn.toso.domain.world.WorkingWorld;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordVisitTest {

    private static final ResidentId LINH = Names.resident("Linh");
    private static final ResidentId STRANGER = Names.resident("Nam");

    private WorkingWorld world;
    private Household thong;
    private Household neighbour;

    @BeforeAll
    void open() {
        world = WorkingWorld.open("RecordVisit", TestWorld.CLOCK);
        List<Household> stored = world.people.put(
                aHousehold("Vi Văn Thông").with(aResident("Linh")),
                aHousehold("Lô Văn Nam").with(aResident("Nam")));
        thong = stored.get(0);
        neighbour = stored.get(1);
    }

    @AfterAll
    void close() {
        world.close();
    }

    private Recorded record(VisitBuilder visit) {
        return record(LAN.id().equals(visit.build().members().get(0)) ? actor(LAN) : actor(HOA), visit);
    }

    private Recorded record(Actor actor, VisitBuilder visit) {
        return await(world.recordVisit.record(actor, visit.asCommand()));
    }

    private Problem refusal(VisitBuilder visit) {
        return catchThrowableOfType(Problem.class, () -> record(actor(LAN), visit));
    }

    private VisitBuilder fine(String word) {
        return aVisit(word).to(thong).did("SAFE", LINH, ACHIEVED);
    }

    @Test
    void a_visit_is_stored_as_sent_with_what_the_server_knows() {
        VisitBuilder sent = aVisit("whole")
                .to(thong)
                .at("2026-11-20T18:30:00.123+07:00")
                .lasting(25)
                .near(19.32154, 105.18761)
                .noting("  gặp cả nhà ")
                .did("SAFE", LINH, ACHIEVED)
                .did(new Activity("PAY_ACC", LINH, ASSISTED, null, null, null, "ra ngân hàng thứ Hai"))
                .did("PAY_BILL", BLOCKED);

        Visit visit = record(sent).visit();

        assertThat(visit.hamletId()).isEqualTo(XOM_1.id());
        assertThat(visit.members()).containsExactly(LAN.id());
        assertThat(visit.occurredAt()).isEqualTo("2026-11-20T11:30:00.123Z");
        assertThat(visit.receivedAt()).isEqualTo(NOW);
        assertThat(visit.skewed()).isFalse();
        assertThat(visit.location().latitude()).isEqualTo(19.322);
        assertThat(visit.note()).isEqualTo("gặp cả nhà");
        assertThat(visit.activities()).isEqualTo(sent.asCommand().activities());
        assertThat(visit.revision().version()).isEqualTo(1);
        assertThat(await(world.visits.get(actor(LAN), sent.id()))).isEqualTo(visit);
    }

    @Test
    void companions_stand_behind_the_one_who_recorded_each_once() {
        Visit visit = record(fine("in company").by(LAN, MINH, LAN, MINH)).visit();

        assertThat(visit.members()).containsExactly(LAN.id(), MINH.id());
    }

    @Test
    void a_repeat_gets_the_same_visit_and_writes_nothing() {
        VisitBuilder visit = fine("repeated").noting(" ghi chú").lasting(5);
        Recorded first = record(visit);

        Recorded second = record(visit);

        assertThat(first.repeated()).isFalse();
        assertThat(second.repeated()).isTrue();
        assertThat(second.visit()).isEqualTo(first.visit());
        assertThat(world.changes().stream()
                        .map(Change::entity)
                        .filter(visit.id().value()::equals))
                .hasSize(1);
    }

    @Test
    void many_repeats_at_the_same_instant_make_one_visit() {
        VisitBuilder visit = fine("at once");

        List<Recorded> answers = await(Flux.fromStream(IntStream.range(0, 32).boxed())
                .flatMap(i -> world.recordVisit.record(actor(LAN), visit.asCommand()), 32)
                .collectList());

        assertThat(answers).filteredOn(answer -> !answer.repeated()).hasSize(1);
        assertThat(answers)
                .extracting(Recorded::visit)
                .containsOnly(answers.get(0).visit());
    }

    @Test
    void other_content_under_the_same_id_is_a_conflict() {
        record(fine("disputed").noting("một"));
        List<VisitBuilder> others = List.of(
                fine("disputed").noting("hai"),
                fine("disputed").noting("một").lasting(3),
                fine("disputed").noting("một").near(19, 105),
                fine("disputed").noting("một").by(LAN, MINH),
                fine("disputed").noting("một").at("2026-11-20T08:00:00+07:00"),
                fine("disputed").noting("một").correcting(aVisit("wrong").id()),
                fine("disputed").noting("một").did("PAY_BILL", ACHIEVED),
                aVisit("disputed").to(neighbour).noting("một").did("SAFE", STRANGER, ACHIEVED),
                aVisit("disputed").in(XOM_1.id()).noting("một").did("MEETING", ACHIEVED));

        for (VisitBuilder other : others) {
            Problem problem = refusal(other);
            assertThat(problem.code()).isEqualTo(ProblemCode.CONFLICT);
            assertThat(problem.reason()).isEqualTo("conflict.visit-exists");
        }
    }

    @Test
    void a_repeat_by_somebody_else_is_a_conflict() {
        record(fine("of Lan"));

        Problem problem = catchThrowableOfType(Problem.class, () -> record(actor(HOA), fine("of Lan")));

        assertThat(problem.code()).isEqualTo(ProblemCode.CONFLICT);
    }

    @Test
    void a_visit_taken_in_once_stays_taken_in_when_the_household_left_the_scope() {
        VisitBuilder visit = fine("before the move");
        record(visit);
        Actor moved = new Actor(LAN.id(), Role.TEAM_MEMBER, actor(THUY).scope());

        assertThat(record(moved, visit).repeated()).isTrue();
        assertThat(catchThrowableOfType(Problem.class, () -> record(moved, fine("after the move")))
                        .code())
                .isEqualTo(ProblemCode.NOT_FOUND);
    }

    @Test
    void a_meeting_is_recorded_in_its_hamlet() {
        VisitBuilder meeting =
                aVisit("meeting").in(XOM_1.id()).did(new Activity("MEETING", null, ACHIEVED, "held", null, 45, null));

        Visit visit = record(meeting).visit();

        assertThat(visit.householdId()).isNull();
        assertThat(visit.hamletId()).isEqualTo(XOM_1.id());
        assertThat(record(meeting).repeated()).isTrue();
    }

    @Test
    void a_clock_ahead_is_never_refused_but_capped_and_past_ten_minutes_flagged() {
        OffsetDateTime little = NOW.plus(Duration.ofMinutes(10)).atOffset(ZoneOffset.ofHours(7));
        OffsetDateTime much = little.plusSeconds(1);
        OffsetDateTime absurd = OffsetDateTime.MAX;

        Visit nearly = record(fine("a little ahead").at(little)).visit();
        Visit skewed = record(fine("much ahead").at(much)).visit();
        Visit mad = record(fine("far ahead").at(absurd)).visit();

        assertThat(nearly.occurredAt()).isEqualTo(NOW);
        assertThat(nearly.skewed()).isFalse();
        assertThat(skewed.occurredAt()).isEqualTo(NOW);
        assertThat(skewed.reportedAt()).isEqualTo(much);
        assertThat(skewed.skewed()).isTrue();
        assertThat(mad.occurredAt()).isEqualTo(NOW);
        assertThat(record(fine("far ahead").at(absurd)).repeated()).isTrue();
    }

    @Test
    void a_clock_that_lost_its_years_is_flagged_and_the_visit_dated_to_its_arrival() {
        Visit lost =
                record(fine("in the seventies").at("1970-01-01T00:07:00+07:00")).visit();
        Visit late =
                record(fine("three years late").at("2023-11-20T08:00:00+07:00")).visit();

        assertThat(lost.occurredAt()).isEqualTo(NOW);
        assertThat(lost.skewed()).isTrue();
        assertThat(lost.reportedAt()).isEqualTo("1970-01-01T00:07:00+07:00");
        assertThat(late.occurredAt()).isEqualTo("2023-11-20T01:00:00Z");
        assertThat(late.skewed()).isFalse();
    }
}
