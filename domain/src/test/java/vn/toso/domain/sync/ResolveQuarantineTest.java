package vn.toso.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.toso.domain.service.Outcome.ACHIEVED;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.THUY;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.VisitBuilder.aVisit;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.Id;
import vn.toso.domain.id.MutationId;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.id.VisitId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.sync.HeldWork.State;
import vn.toso.domain.team.Member;
import vn.toso.domain.world.TestTasks;
import vn.toso.domain.world.TestWorld;
import vn.toso.domain.world.WorkingWorld;

/** Leaders decide on work that came from somebody who has no right to the hamlet any more. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResolveQuarantineTest {

    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-20T18:00:00+07:00");

    private WorkingWorld world;
    private PushNode node;
    private Household home;

    @BeforeAll
    void open() {
        world = WorkingWorld.open("Quarantine", TestWorld.CLOCK);
        node = new PushNode(world.store, TestWorld.CLOCK);
        home = world.people.put(aHousehold("Vi Văn Thông")).get(0);
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void accepted_work_counts_in_the_name_of_who_did_it_at_the_time_it_was_done() {
        Mutation sent = held("nhận");

        HeldWork accepted = accept(HOA, sent);

        assertThat(accepted.state()).isEqualTo(State.ACCEPTED);
        assertThat(accepted.resolvedBy()).isEqualTo(HOA.id());
        var visit = await(world.visits.collection().find(aVisit("nhận").id()));
        assertThat(visit.members()).containsExactly(THUY.id());
        assertThat(accept(HOA, sent).revision()).isEqualTo(accepted.revision());
        assertThat(node.pushes(actor(THUY), sent).get(0).verdict()).isEqualTo(Verdict.ALREADY_APPLIED);
        assertThat(refusal(() -> reject(HOA, sent, "muộn rồi")).code()).isEqualTo(ProblemCode.CONFLICT);
    }

    @Test
    void rejected_work_is_kept_with_the_reason_and_counts_never() {
        Mutation sent = held("từ chối");

        HeldWork rejected = reject(HOA, sent, " không phải hộ này ");

        assertThat(rejected.state()).isEqualTo(State.REJECTED);
        assertThat(rejected.reason()).isEqualTo("không phải hộ này");
        assertThat(rejected.body()).isEqualTo(sent.body());
        assertThat(reject(HOA, sent, "lần nữa").revision()).isEqualTo(rejected.revision());
        assertThat(refusal(() -> accept(HOA, sent)).code()).isEqualTo(ProblemCode.CONFLICT);
        assertThat(world.visits.collection().find(aVisit("từ chối").id()).blockOptional())
                .isEmpty();
    }

    @Test
    void what_still_stands_in_the_way_leaves_the_work_pending() {
        Mutation sent = held("vướng");
        Mutation broken = new Mutation(
                sent.id(),
                sent.kind(),
                AT,
                null,
                sent.body(),
                new Work.VoidsVisit(new VisitId(UUID.randomUUID()), "x"));

        assertThat(refusal(() -> await(node.resolve.accept(actor(HOA), sent.id(), held -> broken)))
                        .code())
                .isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(await(node.quarantine.get(actor(HOA), sent.id())).state()).isEqualTo(State.PENDING);
    }

    @Test
    void only_leaders_of_the_hamlet_decide_and_with_a_reason() {
        Mutation sent = held("ai");

        assertThat(refusal(() -> accept(LAN, sent)).code()).isEqualTo(ProblemCode.FORBIDDEN);
        assertThat(refusal(() -> reject(THUY, sent, "x")).code()).isEqualTo(ProblemCode.FORBIDDEN);
        assertThat(refusal(() -> reject(HOA, sent, " ")).code()).isEqualTo(ProblemCode.INVALID);
        assertThat(refusal(() -> reject(HOA, sent, "x".repeat(501))).code()).isEqualTo(ProblemCode.INVALID);
        assertThat(refusal(() -> reject(HOA, unknown(), "x")).code()).isEqualTo(ProblemCode.NOT_FOUND);
    }

    @Test
    void the_leader_asked_is_the_one_of_the_hamlet_that_the_work_is_about() {
        TaskId task = TestTasks.store(world, home);
        VisitId visit = aVisit("chỗ").id();
        node.pushes(
                actor(LAN),
                mutation(new Work.RecordsVisit(
                        aVisit("chỗ").to(home).did("PAY_BILL", ACHIEVED).asCommand())));

        for (Id place : List.of(task, visit, home.id(), XOM_1.id())) {
            assertThat(await(node.subjects.hamletOf(actor(THUY), place))).contains(XOM_1.id());
        }
        assertThat(await(node.subjects.hamletOf(actor(THUY), new HouseholdId(UUID.randomUUID()))))
                .contains(TestWorld.XOM_DONG.id());
        assertThat(node.subjects.find(actor(THUY), visit).blockOptional()).isEmpty();
        for (Id subject : List.of(task, visit, home.id())) {
            assertThat(await(node.subjects.find(actor(LAN), subject)).key()).isEqualTo(subject);
        }
        assertThat(node.subjects.find(actor(LAN), null).blockOptional()).isEmpty();
    }

    private static Mutation mutation(Work work) {
        return new Mutation(new MutationId(UUID.randomUUID()), "visit.record", AT, null, "{\"a\":1}", work);
    }

    /** Work of Thủy's in a hamlet that isn't hers. */
    private Mutation held(String word) {
        Mutation sent = mutation(new Work.RecordsVisit(
                aVisit(word).to(home).did("PAY_BILL", ACHIEVED).asCommand()));
        assertThat(node.pushes(actor(THUY), sent).get(0).verdict()).isEqualTo(Verdict.QUARANTINED);
        return sent;
    }

    private static Mutation unknown() {
        return mutation(new Work.VoidsVisit(new VisitId(UUID.randomUUID()), "x"));
    }

    private HeldWork accept(Member leader, Mutation sent) {
        return await(node.resolve.accept(actor(leader), sent.id(), held -> sent));
    }

    private HeldWork reject(Member leader, Mutation sent, String reason) {
        return await(node.resolve.reject(actor(leader), sent.id(), reason));
    }

    private static Problem refusal(ThrowingCallable call) {
        return catchThrowableOfType(Problem.class, call);
    }
}
