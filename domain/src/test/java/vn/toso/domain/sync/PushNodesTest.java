package vn.toso.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.service.Outcome.ACHIEVED;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.ResidentBuilder.aResident;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH;
import static vn.toso.domain.world.TestWorld.THUY;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.VisitBuilder.aVisit;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.toso.domain.change.Change;
import vn.toso.domain.household.Consent.Decision;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.HouseholdForm;
import vn.toso.domain.household.RecordConsent;
import vn.toso.domain.household.ResidentForm;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.MutationId;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.id.VisitId;
import vn.toso.domain.task.MoveTask;
import vn.toso.domain.task.TaskAction;
import vn.toso.domain.world.TestTasks;
import vn.toso.domain.world.TestWorld;
import vn.toso.domain.world.WorkingWorld;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PushNodesTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-20T18:00:00+07:00");

    private WorkingWorld world;
    private PushNode one;
    private PushNode other;

    @BeforeAll
    void open() {
        world = WorkingWorld.open("PushNodes", TestWorld.CLOCK);
        one = new PushNode(world.store, TestWorld.CLOCK);
        other = new PushNode(world.store, TestWorld.CLOCK);
    }

    @AfterAll
    void close() {
        world.close();
    }

    private static Mutation mutation(String kind, Work work) {
        return new Mutation(new MutationId(UUID.randomUUID()), kind, AT, 1L, "{}", work);
    }

    private static Mutation visit(String word, Household home) {
        VisitId id = aVisit(word).id();
        return new Mutation(
                new MutationId(UUID.randomUUID()),
                "visit.record",
                AT,
                null,
                "{\"id\":\"" + id + "\"}",
                new Work.RecordsVisit(
                        aVisit(word).to(home).did("PAY_BILL", ACHIEVED).asCommand()));
    }

    private Household home(String head) {
        return world.people
                .put(aHousehold(head).with(aResident("con của " + head)))
                .get(0);
    }

    private static HouseholdForm noted(HouseholdForm old, String note) {
        return new HouseholdForm(
                old.headName(), note, old.phones(), old.classifications(), old.connectivity(), old.location());
    }

    /** One mutation of every kind, in an order in which a phone could send them. */
    private List<Mutation> everything(String word) {
        Household home = home("chủ " + word);
        ResidentId child = home.residents().get(0).id();
        HouseholdId id = home.id();
        TaskId worked = TestTasks.store(world, home);
        TaskId declined = TestTasks.store(world, home);
        VisitId visit = aVisit(word).id();
        List<Mutation> all = new ArrayList<>();
        all.add(mutation(
                "household.register",
                new Work.RegistersHousehold(aHousehold("mới " + word).asCommand())));
        all.add(mutation("task.accept", moving(worked, TaskAction.ACCEPT, null)));
        all.add(mutation("task.start", moving(worked, TaskAction.START, null)));
        all.add(mutation(
                "visit.record",
                new Work.RecordsVisit(
                        aVisit(word).to(home).did("PAY_BILL", ACHIEVED).asCommand())));
        all.add(mutation("visit.void", new Work.VoidsVisit(visit, "nhầm")));
        all.add(mutation("household.amend", new Work.AmendsHousehold(id, form -> noted(form, word))));
        all.add(mutation(
                "resident.add",
                new Work.AddsResident(id, aResident("thêm " + word).asNew())));
        all.add(mutation("resident.amend", new Work.AmendsResident(id, child, form -> named(form, "Lô Thị Mới"))));
        all.add(mutation(
                "consent.record",
                new Work.RecordsConsent(
                        id,
                        child,
                        new RecordConsent.Command(
                                "service-support",
                                Decision.GIVEN,
                                AT.plusYears(9).toInstant(),
                                "spoken",
                                "1",
                                "mẹ"))));
        all.add(mutation("resident.leave", new Work.LeavesHousehold(id, child, LocalDate.of(2099, 1, 1))));
        all.add(mutation("task.complete", moving(worked, TaskAction.COMPLETE, null)));
        all.add(mutation("task.decline", moving(declined, TaskAction.DECLINE, "đã chuyển đi")));
        return all;
    }

    private static ResidentForm named(ResidentForm old, String name) {
        return new ResidentForm(name, old.birthYear(), old.relation(), old.pupil(), old.leftOn());
    }

    private static Work moving(TaskId task, TaskAction action, String reason) {
        return new Work.MovesTask(new MoveTask.Command(task, action, reason, null, null, null));
    }

    private static List<Verdict> verdicts(List<Result> results) {
        return results.stream().map(Result::verdict).toList();
    }

    @Test
    void a_node_that_dies_before_it_keeps_the_receipts_does_nothing_twice_when_asked_again() {
        Mutation[] all = everything("crash").toArray(Mutation[]::new);
        List<Result> first = one.pushes(actor(LAN), all);
        assertThat(verdicts(first)).containsOnly(Verdict.APPLIED);
        int entries = world.changes().size();
        forgetReceipts(all);

        List<Result> again = other.pushes(actor(LAN), all);

        assertThat(verdicts(again)).containsOnly(Verdict.APPLIED);
        assertThat(world.changes()).hasSize(entries);
    }

    @Test
    void a_request_that_arrives_on_two_nodes_at_the_same_instant_is_carried_out_once() {
        for (int round = 0; round < 8; round++) {
            List<Mutation> all = everything("race " + round);
            int before = world.changes().size();

            List<List<Result>> answers = Flux.just(one, other, one, other)
                    .flatMap(node ->
                            node.push.push(actor(LAN), new UUID(0, 7), all).subscribeOn(Schedulers.parallel()))
                    .collectList()
                    .block(SOON);

            for (List<Result> answer : answers) {
                assertThat(verdicts(answer)).as("round %d", round).isSubsetOf(Verdict.APPLIED, Verdict.ALREADY_APPLIED);
            }
            assertThat(world.changes().size() - before).as("round %d", round).isEqualTo(all.size());
        }
    }

    @Test
    void a_known_repeat_asks_nobody_and_other_content_under_its_id_is_refused_on_every_node() {
        Household home = home("chủ repeat");
        Mutation sent = visit("repeat", home);
        one.pushes(actor(LAN), sent);
        Mutation other2 = new Mutation(sent.id(), sent.kind(), sent.at(), null, "{\"id\":2}", sent.work());

        assertThat(verdicts(other.pushes(actor(LAN), sent))).containsExactly(Verdict.ALREADY_APPLIED);
        List<Result> refused = other.pushes(actor(LAN), other2);
        List<Result> foreign = other.pushes(actor(MINH), sent);

        assertThat(verdicts(refused)).containsExactly(Verdict.REJECTED);
        assertThat(refused.get(0).id()).isEqualTo(sent.id());
        assertThat(refused.get(0).problem().reason()).isEqualTo("conflict.mutation-id-taken");
        assertThat(verdicts(foreign)).containsExactly(Verdict.REJECTED);
        List<HeldWork> held =
                await(other.quarantine.page(actor(LAN), null, 100, null)).items();
        assertThat(held).filteredOn(work -> work.body().equals("{\"id\":2}")).hasSize(1);
    }

    @Test
    void two_who_change_the_same_field_at_once_leave_one_value_and_one_conflict() {
        Household home = home("chủ hai người");
        Mutation lan = mutation("household.amend", new Work.AmendsHousehold(home.id(), form -> noted(form, "Lan")));
        Mutation minh = mutation("household.amend", new Work.AmendsHousehold(home.id(), form -> noted(form, "Minh")));

        List<Verdict> told = Flux.merge(
                        one.push.push(actor(LAN), new UUID(0, 1), List.of(lan)).subscribeOn(Schedulers.parallel()),
                        other.push
                                .push(actor(MINH), new UUID(0, 2), List.of(minh))
                                .subscribeOn(Schedulers.parallel()))
                .map(results -> results.get(0).verdict())
                .collectList()
                .block(SOON);

        assertThat(told).containsExactlyInAnyOrder(Verdict.APPLIED, Verdict.CONFLICT);
        assertThat(await(one.mutations.findAll(List.of(lan.id(), minh.id()))).values())
                .filteredOn(receipt -> receipt.body() != null)
                .hasSize(1);
    }

    @Test
    void what_is_held_is_held_once_however_often_it_comes() {
        Mutation sent = visit("held", home("chủ held"));

        List<List<Result>> answers = Flux.range(0, 6)
                .flatMap(i -> (i % 2 == 0 ? one : other)
                        .push
                        .push(actor(THUY), new UUID(0, 3), List.of(sent))
                        .subscribeOn(Schedulers.parallel()))
                .collectList()
                .block(SOON);

        answers.forEach(answer -> assertThat(verdicts(answer)).containsExactly(Verdict.QUARANTINED));
        assertThat(world.changes().stream()
                        .filter(change -> change.op() == Change.Op.PUT)
                        .filter(change -> change.entity().equals(sent.id().value())))
                .hasSize(1);
    }

    @Test
    void receipts_are_kept_for_at_least_180_days() {
        Mutation sent = visit("old", home("chủ old"));
        one.pushes(actor(LAN), sent);

        await(one.mutations
                .removeBefore(TestWorld.NOW.plus(Duration.ofDays(180)).minus(Mutations.RETENTION))
                .thenReturn(1));
        assertThat(verdicts(one.pushes(actor(LAN), sent))).containsExactly(Verdict.ALREADY_APPLIED);
        await(one.mutations.removeBefore(TestWorld.NOW.plusMillis(1)).thenReturn(1));
        assertThat(verdicts(one.pushes(actor(LAN), sent))).containsExactly(Verdict.APPLIED);
    }

    private void forgetReceipts(Mutation... sent) {
        List<UUID> ids = List.of(sent).stream().map(one -> one.id().value()).toList();
        Mono.from(world.store
                        .database()
                        .getCollection("mutations")
                        .deleteMany(new Document("_id", new Document("$in", ids))))
                .block(SOON);
    }
}
