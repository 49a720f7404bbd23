package vn.toso.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH;
import static vn.toso.domain.world.TestWorld.THUY;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.WorkingWorld.await;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.toso.domain.id.MutationId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.sync.Pulled.Item;
import vn.toso.domain.team.Member;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.WorkingWorld;

/** Held work reaches the sender, who may have no part in its hamlet, and the hamlet's leader; nobody else. */
class PullQuarantineTest {

    private final MovingClock clock = new MovingClock();
    private final WorkingWorld world = WorkingWorld.open("PullQuarantine", clock);
    private final Quarantine quarantine = new Quarantine(world.store, world.log, clock);
    private final Pull pull = PullingPhone.server(world, world.log, clock);
    private final PullingPhone thuy = phoneOf(THUY);
    private final PullingPhone hoa = phoneOf(HOA);
    private final PullingPhone lan = phoneOf(LAN);

    private PullingPhone phoneOf(Member member) {
        return new PullingPhone(pull, () -> actor(member));
    }

    @AfterEach
    void close() {
        world.close();
    }

    /** Thủy's work in Lan's hamlet, of which she is no member. */
    private HeldWork held() {
        HeldWork work = new HeldWork(
                new MutationId(UUID.randomUUID()),
                Revision.NONE,
                XOM_1.id(),
                THUY.id(),
                UUID.randomUUID(),
                "visit.record",
                "{}",
                null,
                null,
                Verdict.QUARANTINED,
                Refusal.of(Problem.notFound("household")),
                HeldWork.State.PENDING,
                clock.instant(),
                null,
                null,
                null);
        return await(quarantine.hold(actor(THUY), work));
    }

    @Test
    void held_work_and_its_decision_reach_whom_they_concern() {
        for (PullingPhone phone : List.of(thuy, hoa, lan)) {
            phone.asksForAll(1_000);
        }
        HeldWork work = held();
        assertThat(thuy.asksForAll(1_000))
                .extracting(Item::id)
                .containsExactly(work.id().value());
        assertThat(hoa.asksForAll(1_000))
                .extracting(Item::id)
                .containsExactly(work.id().value());
        assertThat(lan.asksForAll(1_000)).isEmpty();
        PullingPhone fresh = phoneOf(HOA);
        fresh.asksForAll(3);
        assertThat(fresh.idsOf("quarantine")).containsExactly(work.id().toString());

        HeldWork rejected = work.resolved(HeldWork.State.REJECTED, HOA.id(), clock.instant(), "sai hộ");
        HeldWork stored = await(quarantine.collection().replace(actor(HOA), rejected));

        assertThat(thuy.asksForAll(1_000))
                .containsExactly(new Item("quarantine", work.id().value(), stored));
        assertThat(hoa.asksForAll(1_000))
                .containsExactly(Item.remove("quarantine", work.id().value()));
        PullingPhone minh = phoneOf(MINH);
        minh.asksForAll(1_000);
        assertThat(minh.idsOf("quarantine")).isEmpty();
    }
}
