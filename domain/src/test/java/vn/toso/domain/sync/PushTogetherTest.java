package vn.toso.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.service.Outcome.ACHIEVED;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.VisitBuilder.aVisit;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import vn.toso.domain.change.Change;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.MutationId;
import vn.toso.domain.visit.Visit;
import vn.toso.domain.world.TestWorld;
import vn.toso.domain.world.VisitBuilder;
import vn.toso.domain.world.WorkingWorld;

/** Visits of one push share their statements, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PushTogetherTest {

    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-20T18:00:00+07:00");

    private WorkingWorld world;
    private PushNode one;
    private PushNode other;
    private Household home;

    @BeforeAll
    void open() {
        world = WorkingWorld.open("PushTogether", TestWorld.CLOCK);
        one = new PushNode(world.store, TestWorld.CLOCK);
        other = new PushNode(world.store, TestWorld.CLOCK);
        home = world.people.put(aHousehold("chủ nhà")).get(0);
    }

    @AfterAll
    void close() {
        world.close();
    }

    private static Mutation mutation(String kind, Work work) {
        return new Mutation(new MutationId(UUID.randomUUID()), kind, AT, 1L, work.toString(), work);
    }

    private static Mutation record(VisitBuilder visit) {
        return mutation("visit.record", new Work.RecordsVisit(visit.asCommand()));
    }

    private VisitBuilder plain(String word) {
        return aVisit(word).to(home).did("PAY_BILL", ACHIEVED);
    }

    private static List<Verdict> verdicts(List<Result> results) {
        return results.stream().map(Result::verdict).toList();
    }

    private Visit stored(VisitBuilder visit) {
        return await(world.visits.collection().find(visit.id()));
    }

    private List<UUID> logged(List<VisitBuilder> visits) {
        List<UUID> ids = visits.stream().map(visit -> visit.id().value()).toList();
        return world.changes().stream()
                .filter(change -> change.kind().equals("visit"))
                .map(Change::entity)
                .filter(ids::contains)
                .toList();
    }

    @Test
    void one_bad_visit_among_good_ones_is_refused_alone() {
        List<Result> results = one.pushes(
                actor(LAN),
                record(plain("good 1")),
                record(plain("bad").did("NO_SUCH_SERVICE", ACHIEVED)),
                record(plain("elsewhere").to(aHousehold("không có").build())),
                record(plain("good 2")));

        assertThat(verdicts(results))
                .containsExactly(Verdict.APPLIED, Verdict.REJECTED, Verdict.QUARANTINED, Verdict.APPLIED);
        assertThat(logged(List.of(plain("good 1"), plain("bad"), plain("elsewhere"), plain("good 2"))))
                .containsExactly(
                        plain("good 1").id().value(), plain("good 2").id().value());
    }

    @Test
    void the_same_visit_twice_in_a_push_is_stored_once_and_other_content_under_its_id_conflicts() {
        List<Result> results = one.pushes(
                actor(LAN),
                record(plain("twice")),
                record(plain("beside")),
                record(plain("twice")),
                record(plain("twice").noting("khác")));

        assertThat(verdicts(results))
                .containsExactly(Verdict.APPLIED, Verdict.APPLIED, Verdict.APPLIED, Verdict.CONFLICT);
        assertThat(stored(plain("twice")).note()).isNull();
        assertThat(logged(List.of(plain("twice"), plain("beside")))).hasSize(2);
    }

    @Test
    void a_visit_that_is_refused_does_not_keep_its_id_from_the_next_one() {
        List<Result> results =
                one.pushes(actor(LAN), record(plain("again").did("NO_SUCH_SERVICE", ACHIEVED)), record(plain("again")));

        assertThat(verdicts(results)).containsExactly(Verdict.REJECTED, Verdict.APPLIED);
        assertThat(stored(plain("again")).activities()).hasSize(1);
    }

    @Test
    void a_visit_is_taken_back_by_the_push_that_brings_it() {
        VisitBuilder regretted = plain("regretted");
        List<Result> results = one.pushes(
                actor(LAN),
                record(regretted),
                record(plain("kept")),
                mutation("visit.void", new Work.VoidsVisit(regretted.id(), "nhầm nhà")));

        assertThat(verdicts(results)).containsOnly(Verdict.APPLIED);
        assertThat(stored(regretted).voided()).isNotNull();
        assertThat(stored(plain("kept")).voided()).isNull();
    }

    @Test
    void a_visit_is_corrected_by_the_push_that_brings_it() {
        VisitBuilder wrong = plain("wrong");
        VisitBuilder right = plain("right").noting("đã sửa").correcting(wrong.id());
        List<Result> results = one.pushes(actor(LAN), record(wrong), record(right));

        assertThat(verdicts(results)).containsExactly(Verdict.APPLIED, Verdict.APPLIED);
        assertThat(stored(right).supersedes()).isEqualTo(wrong.id());
    }

    @Test
    void a_household_is_registered_and_visited_in_one_push() {
        var added = aHousehold("hộ mới");
        List<Result> results = one.pushes(
                actor(LAN),
                mutation("household.register", new Work.RegistersHousehold(added.asCommand())),
                record(plain("first visit").to(added.build())),
                record(plain("at another door")));

        assertThat(verdicts(results)).containsOnly(Verdict.APPLIED);
        assertThat(stored(plain("first visit")).householdId())
                .isEqualTo(added.build().id());
    }

    @Test
    void the_visits_of_a_household_are_logged_in_the_order_in_which_they_were_sent() {
        Household second = world.people.put(aHousehold("nhà thứ hai")).get(0);
        List<VisitBuilder> first = new ArrayList<>();
        List<VisitBuilder> further = new ArrayList<>();
        List<Mutation> sent = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            VisitBuilder visit = plain("in order " + i).to(i % 2 == 0 ? home : second);
            (i % 2 == 0 ? first : further).add(visit);
            sent.add(record(visit));
        }

        one.pushes(actor(LAN), sent.toArray(Mutation[]::new));

        assertThat(logged(first)).isEqualTo(idsOf(first));
        assertThat(logged(further)).isEqualTo(idsOf(further));
    }

    private static List<UUID> idsOf(List<VisitBuilder> visits) {
        return visits.stream().map(visit -> visit.id().value()).toList();
    }

    @Test
    void the_same_push_on_two_nodes_at_the_same_instant_stores_and_logs_each_visit_once() {
        for (int round = 0; round < 8; round++) {
            List<VisitBuilder> visits = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                visits.add(plain("race " + round + " " + i));
            }
            List<Mutation> sent = visits.stream().map(PushTogetherTest::record).toList();

            List<List<Result>> answers = Flux.just(one, other, one, other)
                    .flatMap(node ->
                            node.push.push(actor(LAN), new UUID(0, 7), sent).subscribeOn(Schedulers.parallel()))
                    .collectList()
                    .block(Duration.ofSeconds(30));

            assertThat(answers).hasSize(4);
            for (List<Result> answer : answers) {
                assertThat(verdicts(answer)).as("round %d", round).isSubsetOf(Verdict.APPLIED, Verdict.ALREADY_APPLIED);
            }
            assertThat(logged(visits)).as("round %d", round).containsExactlyInAnyOrderElementsOf(idsOf(visits));
        }
    }
}
