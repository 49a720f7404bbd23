package vn.toso.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.HeldWorkBuilder.heldWork;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.NOW;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toso.domain.access.Actor;
import vn.toso.domain.id.MutationId;
import vn.toso.domain.sync.HeldWork.State;
import vn.toso.domain.world.HeldWorkBuilder;
import vn.toso.domain.world.Names;
import vn.toso.domain.world.TestWorld;
import vn.toso.domain.world.WorkingWorld;

/** Of work that wasn't carried out the content goes; that it was sent, and what became of it, stays. */
class ForgetInQuarantineTest {

    private static final String ABOUT_HER = "{\"note\":\"bà Xuyến ốm\"}";
    private static final String ABOUT_RAIN = "{\"note\":\"trời mưa\"}";

    private WorkingWorld world;
    private Quarantine quarantine;
    private Mutations mutations;
    private ForgetInQuarantine forgetting;

    @BeforeEach
    void open() {
        world = WorkingWorld.open("ForgetInQuarantine", TestWorld.CLOCK);
        quarantine = new Quarantine(world.store, world.log, TestWorld.CLOCK);
        mutations = new Mutations(world.store);
        forgetting = new ForgetInQuarantine(quarantine, mutations, TestWorld.CLOCK);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void waiting_work_about_the_person_is_rejected_and_other_work_waits_on() {
        HeldWork hers = held(heldWork(ABOUT_HER));
        HeldWork other = held(heldWork(ABOUT_RAIN));

        assertThat(forgottenSince(Instant.EPOCH)).isEqualTo(1);

        HeldWork now = now(hers);
        assertThat(now.body()).isEqualTo(HeldWork.FORGOTTEN);
        assertThat(now.state()).isEqualTo(State.REJECTED);
        assertThat(now.resolvedBy()).isEqualTo(Actor.SYSTEM.memberId());
        assertThat(now.resolvedAt()).isEqualTo(NOW);
        assertThat(now.reason()).isNotBlank();
        assertThat(now)
                .usingRecursiveComparison()
                .ignoringFields("revision", "body", "state", "resolvedBy", "resolvedAt", "reason")
                .isEqualTo(hers);
        assertThat(now(other)).isEqualTo(other);
    }

    @Test
    void decided_work_loses_its_content_and_keeps_its_decision() {
        HeldWork accepted = held(heldWork("{\"a\":\"Xuyến\"}").accepted());
        HeldWork rejected = held(heldWork("{\"b\":\"Xuyến\"}").rejected("nhầm hộ"));

        assertThat(forgottenSince(Instant.EPOCH)).isEqualTo(2);

        for (HeldWork work : List.of(accepted, rejected)) {
            assertThat(now(work).body()).isEqualTo(HeldWork.FORGOTTEN);
            assertThat(now(work))
                    .usingRecursiveComparison()
                    .ignoringFields("revision", "body", "reason")
                    .isEqualTo(work);
            assertThat(now(work).reason()).isNull();
        }
        assertThat(now(accepted).resolvedBy()).isEqualTo(HOA.id());
    }

    @Test
    void what_lost_a_conflict_is_forgotten_and_what_it_was_told_stays() {
        Receipt hers = receipt(Verdict.CONFLICT, ABOUT_HER, NOW);
        Receipt other = receipt(Verdict.CONFLICT, ABOUT_RAIN, NOW);
        Receipt bare = receipt(Verdict.CONFLICT, null, NOW);
        Receipt done = receipt(Verdict.APPLIED, null, NOW);

        assertThat(forgottenSince(Instant.EPOCH)).isEqualTo(1);

        assertThat(now(hers).body()).isNull();
        assertThat(now(hers)).usingRecursiveComparison().ignoringFields("body").isEqualTo(hers);
        for (Receipt receipt : List.of(other, bare, done)) {
            assertThat(now(receipt)).isEqualTo(receipt);
        }
    }

    @Test
    void what_came_before_the_moment_is_not_read() {
        HeldWork before = held(heldWork(ABOUT_HER).receivedAt(NOW.minusMillis(1)));
        Receipt lost = receipt(Verdict.CONFLICT, ABOUT_HER, NOW.minusMillis(1));
        HeldWork just = held(heldWork("{\"c\":\"Xuyến\"}").receivedAt(NOW));

        assertThat(forgottenSince(NOW)).isEqualTo(1);

        assertThat(now(before)).isEqualTo(before);
        assertThat(now(lost)).isEqualTo(lost);
        assertThat(now(just).body()).isEqualTo(HeldWork.FORGOTTEN);
    }

    @Test
    void forgetting_again_finds_nothing_more() {
        HeldWork hers = held(heldWork(ABOUT_HER));
        receipt(Verdict.CONFLICT, ABOUT_HER, NOW);
        assertThat(forgottenSince(Instant.EPOCH)).isEqualTo(2);
        HeldWork first = now(hers);

        assertThat(forgottenSince(Instant.EPOCH)).isZero();

        assertThat(now(hers)).isEqualTo(first);
    }

    @Test
    void old_decided_work_loses_its_content_once_and_waiting_work_never() {
        HeldWork waiting = held(heldWork("1").receivedAt(NOW.minusSeconds(9)));
        HeldWork old = held(heldWork("2").receivedAt(NOW.minusMillis(1)).accepted());
        HeldWork refused = held(heldWork("3").receivedAt(NOW.minusSeconds(9)).rejected("nhầm hộ"));
        HeldWork recent = held(heldWork("4").receivedAt(NOW).accepted());
        assertThat(await(forgetting.countDecidedBefore(NOW))).isEqualTo(2);

        assertThat(await(forgetting.forgetDecidedBefore(NOW))).isEqualTo(2);

        assertThat(now(waiting)).isEqualTo(waiting);
        assertThat(now(recent)).isEqualTo(recent);
        assertThat(now(old).body()).isEqualTo(HeldWork.FORGOTTEN);
        assertThat(now(refused).body()).isEqualTo(HeldWork.FORGOTTEN);
        assertThat(now(refused).reason()).isEqualTo("nhầm hộ");
        assertThat(await(forgetting.countDecidedBefore(NOW))).isZero();
        assertThat(await(forgetting.forgetDecidedBefore(NOW))).isZero();
    }

    private HeldWork held(HeldWorkBuilder work) {
        return world.put(quarantine.collection(), List.of(work.build())).get(0);
    }

    private HeldWork now(HeldWork work) {
        return await(quarantine.collection().find(work.id()));
    }

    private Receipt receipt(Verdict verdict, @Nullable String body, Instant receivedAt) {
        MutationId id = new MutationId(Names.uuid(verdict + ": " + body));
        Receipt receipt =
                new Receipt(id, LAN.id(), new UUID(0, 7), "household.amend", 1, verdict, 2L, null, body, receivedAt);
        await(mutations.insertAll(List.of(receipt)));
        return receipt;
    }

    private Receipt now(Receipt receipt) {
        return await(mutations.findAll(List.of(receipt.id()))).get(receipt.id());
    }

    private long forgottenSince(Instant moment) {
        return await(forgetting.forget(moment, content -> content.contains("Xuyến")));
    }
}
