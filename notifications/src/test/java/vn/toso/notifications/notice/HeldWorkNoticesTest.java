package vn.toso.notifications.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.TestWorld.DISTRICT_STAFF;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.NOW;
import static vn.toso.domain.world.TestWorld.PROVINCE_ADMIN;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_DONG;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import vn.toso.domain.area.Area;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.MutationId;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.sync.HeldWork;
import vn.toso.domain.sync.Receipt;
import vn.toso.domain.sync.Refusal;
import vn.toso.domain.sync.Verdict;

/** What is told of work in the quarantine, and of conflicts. */
class HeldWorkNoticesTest {

    private static final Refusal WHY = new Refusal("not-found", "not-found.visit", List.of());

    private NoticeWorld world;

    @BeforeEach
    void open() {
        world = NoticeWorld.open("HeldWorkNotices");
    }

    @AfterEach
    void close() {
        world.close();
    }

    private HeldWork held(Area hamlet, Instant at, HeldWork.State state, @Nullable MemberId by) {
        HeldWork work = new HeldWork(
                new MutationId(UUID.randomUUID()),
                Revision.NONE,
                hamlet.id(),
                LAN.id(),
                new UUID(0, 7),
                "visit.void",
                "{}",
                null,
                null,
                Verdict.QUARANTINED,
                WHY,
                state,
                at,
                by,
                by == null ? null : at,
                null);
        return await(world.quarantine.collection().insert(actor(LAN), work));
    }

    @Test
    void leaders_of_the_commune_hear_once_an_hour_however_much_waits() {
        for (int i = 0; i < 20; i++) {
            held(XOM_1, NOW.plusSeconds(i), HeldWork.State.PENDING, null);
        }
        held(XOM_1, NOW.plus(Duration.ofHours(2)), HeldWork.State.PENDING, null);
        held(XOM_DONG, NOW, HeldWork.State.PENDING, null);
        world.settle();

        assertThat(world.kindsOf(HOA)).containsExactly(NoticeKind.WORK_QUARANTINED, NoticeKind.WORK_QUARANTINED);
        assertThat(world.of(HOA))
                .allSatisfy(notice -> assertThat(notice.facts())
                        .containsEntry(Fact.PLACE, "Xóm 1")
                        .doesNotContainValue("Vi Thị Lan"));
        assertThat(world.of(DISTRICT_STAFF)).isEmpty();
        assertThat(world.of(PROVINCE_ADMIN)).isEmpty();
        assertThat(world.of(LAN)).isEmpty();
    }

    @Test
    void the_sender_hears_what_became_of_it() {
        HeldWork accepted = held(XOM_1, NOW, HeldWork.State.ACCEPTED, HOA.id());
        HeldWork rejected = held(XOM_1, NOW.plusSeconds(1), HeldWork.State.REJECTED, HOA.id());
        world.settle();

        assertThat(world.of(LAN))
                .extracting(Notice::kind, Notice::subject)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                NoticeKind.WORK_REJECTED, rejected.id().value()),
                        org.assertj.core.groups.Tuple.tuple(
                                NoticeKind.WORK_ACCEPTED, accepted.id().value()));
    }

    @Test
    void who_lost_a_conflict_is_told_once_however_often_one_looks() {
        Receipt lost = receipt(Verdict.CONFLICT, NOW.minusSeconds(30));
        receipt(Verdict.APPLIED, NOW.minusSeconds(20));
        TellOfConflicts look =
                new TellOfConflicts(world.world.store, world.mutations, world.rules, world.notices, world.clock);
        await(look.run());
        await(look.run());
        world.clock.advance(Duration.ofMinutes(3));
        // It was received before the look, and seen only after it.
        Receipt slow = receipt(Verdict.CONFLICT, NOW.minusSeconds(5));
        await(look.run());

        assertThat(world.of(LAN))
                .extracting(Notice::subject)
                .containsExactlyInAnyOrder(lost.id().value(), slow.id().value());
    }

    private Receipt receipt(Verdict verdict, Instant at) {
        Receipt receipt = new Receipt(
                new MutationId(UUID.randomUUID()),
                LAN.id(),
                new UUID(0, 7),
                "household.amend",
                1,
                verdict,
                null,
                null,
                null,
                at);
        await(Mono.from(world.world.store.collection("mutations", Receipt.class).insertOne(receipt)));
        return receipt;
    }
}
