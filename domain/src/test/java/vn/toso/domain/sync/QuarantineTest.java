package vn.toso.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.HeldWorkBuilder.heldWork;
import static vn.toso.domain.world.Problems.assertNotFound;
import static vn.toso.domain.world.Problems.errorsOf;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH;
import static vn.toso.domain.world.TestWorld.NOW;
import static vn.toso.domain.world.TestWorld.PROVINCE_ADMIN;
import static vn.toso.domain.world.TestWorld.THUY;
import static vn.toso.domain.world.TestWorld.XOM_DONG;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toso.domain.access.Actor;
import vn.toso.domain.storage.Page;
import vn.toso.domain.storage.PageToken;
import vn.toso.domain.sync.HeldWork.State;
import vn.toso.domain.team.Member;
import vn.toso.domain.world.TestWorld;
import vn.toso.domain.world.WorkingWorld;

/** Who sees which of the work that waits, page by page. */
class QuarantineTest {

    private WorkingWorld world;
    private Quarantine quarantine;
    private HeldWork ofThuy;
    private HeldWork ofLan;
    private HeldWork elsewhere;

    @BeforeEach
    void open() {
        world = WorkingWorld.open("QuarantineOf", TestWorld.CLOCK);
        quarantine = new Quarantine(world.store, world.log, TestWorld.CLOCK);
        ofThuy = heldWork("1").receivedAt(NOW.minusSeconds(3)).build();
        ofLan = heldWork("2").by(LAN).receivedAt(NOW.minusSeconds(2)).accepted().build();
        elsewhere = heldWork("3").in(XOM_DONG.id()).receivedAt(NOW).build();
        world.put(quarantine.collection(), List.of(ofThuy, ofLan, elsewhere));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void members_see_their_own_work_leaders_that_of_their_hamlets_and_the_province_all() {
        assertThat(seen(THUY, null)).containsExactly(elsewhere.id(), ofThuy.id());
        assertThat(seen(LAN, null)).containsExactly(ofLan.id());
        assertThat(seen(MINH, null)).isEmpty();
        assertThat(seen(HOA, null)).containsExactly(ofLan.id(), ofThuy.id());
        assertThat(seen(PROVINCE_ADMIN, null)).containsExactly(elsewhere.id(), ofLan.id(), ofThuy.id());
        assertThat(seen(PROVINCE_ADMIN, State.ACCEPTED)).containsExactly(ofLan.id());
        assertNotFound(quarantine.get(actor(HOA), elsewhere.id()));
        assertThat(await(quarantine.get(actor(PROVINCE_ADMIN), elsewhere.id())).id())
                .isEqualTo(elsewhere.id());
    }

    @Test
    void pages_hold_each_work_once_also_when_two_came_at_the_same_instant() {
        HeldWork twin = heldWork("4").receivedAt(NOW).build();
        world.put(quarantine.collection(), List.of(twin));
        List<Object> read = new ArrayList<>();
        String after = null;
        do {
            Page<HeldWork> page = await(quarantine.page(actor(PROVINCE_ADMIN), null, 1, after));
            page.items().forEach(work -> read.add(work.id()));
            after = page.next();
        } while (after != null);

        assertThat(read).hasSize(4).containsOnlyOnce(ofThuy.id(), ofLan.id(), elsewhere.id(), twin.id());
    }

    @Test
    void a_token_that_is_not_ours_is_blamed() {
        for (String token : List.of("?", PageToken.of("hôm qua", ofLan.id()), PageToken.of(NOW, "ai"))) {
            assertThat(errorsOf(quarantine.page(actor(HOA), null, 10, token))).containsExactly("/after page-token");
        }
    }

    @Test
    void a_phone_carries_what_waits_for_its_member_and_own_decided_work_of_late() {
        assertThat(carried(actor(HOA), NOW)).containsExactly(ofThuy.id());
        assertThat(carried(actor(LAN), NOW.minusSeconds(2))).containsExactly(ofLan.id());
        assertThat(carried(actor(LAN), NOW.minusSeconds(1))).isEmpty();
        assertThat(await(quarantine.carried(actor(HOA), NOW, List.of()).collectList()))
                .isEmpty();
        assertThat(await(quarantine
                        .carried(actor(HOA), NOW, List.of(ofThuy.id(), elsewhere.id()))
                        .collectList()))
                .extracting(HeldWork::id)
                .containsExactly(ofThuy.id());
    }

    @Test
    void carried_work_goes_on_behind_the_last_one() {
        List<Object> all = carried(actor(THUY), NOW.minusSeconds(3));
        assertThat(all).hasSize(2);

        HeldWork first = await(quarantine
                        .carried(actor(THUY), NOW.minusSeconds(3), null, 1)
                        .collectList())
                .get(0);
        List<HeldWork> rest = await(quarantine
                .carried(actor(THUY), NOW.minusSeconds(3), first.id().value(), 10)
                .collectList());

        assertThat(rest).extracting(HeldWork::id).isEqualTo(all.subList(1, 2));
    }

    @Test
    void work_that_is_held_already_stays_as_it_is() {
        HeldWork changed = heldWork("1").by(MINH).build();

        HeldWork kept = await(quarantine.hold(actor(MINH), changed));

        assertThat(kept.memberId()).isEqualTo(THUY.id());
        assertThat(kept.revision().version()).isEqualTo(1);
    }

    private List<Object> seen(Member member, @Nullable State state) {
        return ids(await(quarantine.page(actor(member), state, 10, null)).items());
    }

    private List<Object> carried(Actor actor, Instant since) {
        return ids(await(quarantine.carried(actor, since, null, 10).collectList()));
    }

    private static List<Object> ids(List<HeldWork> works) {
        return works.stream().<Object>map(HeldWork::id).toList();
    }
}
