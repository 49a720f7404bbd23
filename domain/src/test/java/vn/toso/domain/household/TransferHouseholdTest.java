package vn.toso.domain.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.Problems.assertForbidden;
import static vn.toso.domain.world.Problems.assertNotFound;
import static vn.toso.domain.world.Problems.assertVersionMismatch;
import static vn.toso.domain.world.Problems.errorsOf;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.PROVINCE_ADMIN;
import static vn.toso.domain.world.TestWorld.TODAY;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_5;
import static vn.toso.domain.world.TestWorld.XOM_5_VAN_LOI;
import static vn.toso.domain.world.TestWorld.XOM_DONG;
import static vn.toso.domain.world.TestWorld.actor;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import vn.toso.domain.area.Area;
import vn.toso.domain.change.Change;
import vn.toso.domain.change.Change.Op;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.household.TransferHousehold.Command;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.team.Member;
import vn.toso.domain.world.StoredWorld;
import vn.toso.domain.world.TestWorld;

class TransferHouseholdTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final LocalDate SINCE = LocalDate.of(2026, 3, 1);

    private Store store;
    private ChangeLog log;
    private StoredWorld world;
    private TransferHousehold transfer;
    private Household home;

    @BeforeEach
    void open() {
        store = TestStore.open("transfer");
        log = new ChangeLog(store, TestWorld.CLOCK);
        world = new StoredWorld(store, log, TestWorld.CLOCK);
        transfer = new TransferHousehold(world.households, world.trees, TestWorld.CLOCK);
        home = world.put(aHousehold("Vi Văn Thông").in(XOM_1).since(SINCE)).get(0);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_move_is_dated_and_both_hamlets_are_told() {
        Household moved = moving(HOA, XOM_5, LocalDate.of(2026, 11, 1)).block(SOON);

        assertThat(moved.hamletId()).isEqualTo(XOM_5.id());
        assertThat(moved.stays())
                .containsExactly(
                        new Stay(XOM_1.id(), SINCE, LocalDate.of(2026, 11, 1)),
                        new Stay(XOM_5.id(), LocalDate.of(2026, 11, 1), null));
        assertThat(moved.hamletOn(LocalDate.of(2026, 10, 31))).contains(XOM_1.id());
        assertThat(moved.hamletOn(TODAY)).contains(XOM_5.id());
        assertThat(moved.hamletOn(SINCE.minusDays(1))).isEmpty();
        assertThat(moved.registeredOn()).isEqualTo(SINCE);
        assertThat(logged(2))
                .extracting(Change::op, Change::hamlet)
                .containsExactlyInAnyOrder(tuple(Op.LEAVE, XOM_1.id()), tuple(Op.PUT, XOM_5.id()));
        assertNotFound(world.households.get(actor(LAN), home.id()));
    }

    @Test
    void the_next_version_left_nothing() {
        moving(HOA, XOM_5, null).block(SOON);

        Household amended = new AmendHousehold(world.households)
                .amend(
                        actor(HOA),
                        home.id(),
                        null,
                        old -> new HouseholdForm("Vi Văn Thống", null, List.of(), old.classifications(), null, null))
                .block(SOON);

        assertThat(amended.leftHamlet()).isNull();
        assertThat(logged(3)).extracting(Change::op).containsExactly(Op.PUT);
    }

    @Test
    void to_where_it_lives_already_nothing_moves() {
        Household moved = moving(HOA, XOM_5, null).block(SOON);

        assertThat(moving(HOA, XOM_5, null).block(SOON)).isEqualTo(moved);
    }

    @Test
    void who_comes_back_the_same_day_never_left() {
        moving(HOA, XOM_5, TODAY).block(SOON);
        Household back = moving(HOA, XOM_1, TODAY).block(SOON);

        assertThat(back.stays()).containsExactly(new Stay(XOM_1.id(), SINCE, null));
        assertThat(back.leftHamlet()).isEqualTo(XOM_5.id());
    }

    @Test
    void a_stay_that_lasted_no_day_is_forgotten() {
        moving(HOA, XOM_5, TODAY.minusDays(9)).block(SOON);
        moving(HOA, XOM_1, TODAY).block(SOON);
        Household on = moving(HOA, XOM_5_VAN_LOI, TODAY).block(SOON);
        assertThat(on.stays())
                .containsExactly(
                        new Stay(XOM_1.id(), SINCE, TODAY.minusDays(9)),
                        new Stay(XOM_5.id(), TODAY.minusDays(9), TODAY),
                        new Stay(XOM_5_VAN_LOI.id(), TODAY, null));

        Household registeredToday =
                world.put(aHousehold("Mới Đến").in(XOM_1).since(TODAY)).get(0);
        Household moved = transfer.transfer(actor(HOA), registeredToday.id(), null, new Command(XOM_5.id(), null))
                .block(SOON);
        assertThat(moved.stays()).containsExactly(new Stay(XOM_5.id(), TODAY, null));
    }

    @Test
    void nobody_moves_in_the_future_or_before_they_came() {
        assertThat(errorsOf(moving(HOA, XOM_5, TODAY.plusDays(1)))).containsExactly("/on range");
        assertThat(errorsOf(moving(HOA, XOM_5, SINCE.minusDays(1)))).containsExactly("/on range");
        assertThat(errorsOf(transfer.transfer(actor(HOA), home.id(), null, new Command(null, null))))
                .containsExactly("/hamletId required");
    }

    @Test
    void a_leader_moves_within_the_commune_the_province_anywhere_members_nowhere() {
        assertNotFound(moving(HOA, XOM_DONG, null));
        assertForbidden(moving(LAN, XOM_5, null));
        assertThat(moving(PROVINCE_ADMIN, XOM_DONG, null).block(SOON).hamletId())
                .isEqualTo(XOM_DONG.id());
        assertNotFound(moving(HOA, XOM_1, null));
    }

    @Test
    void a_move_of_an_older_version_is_refused() {
        assertVersionMismatch(transfer.transfer(actor(HOA), home.id(), 9L, new Command(XOM_5.id(), null)));
    }

    private List<Change> logged(long version) {
        return log.oldest()
                .flatMapMany(start -> log.after(start, 1_000))
                .filter(change -> change.entity().equals(home.id().value()) && change.version() == version)
                .collectList()
                .block(SOON);
    }

    private Mono<Household> moving(Member by, Area to, LocalDate on) {
        return transfer.transfer(actor(by), home.id(), null, new Command(to.id(), on));
    }
}
