package vn.toso.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.service.Outcome.ACHIEVED;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.TestWorld.DATA_OFFICER;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_5;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.VisitBuilder.aVisit;
import static vn.toso.domain.world.WorkingWorld.await;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toso.domain.access.Actor;
import vn.toso.domain.audit.AuditEntries.Filter;
import vn.toso.domain.change.Change;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.TransferHousehold;
import vn.toso.domain.id.DeviceId;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.visit.Visit;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.WorkingWorld;

/** What somebody changes is in the audit once; what follows from it by itself is not. */
class FollowChangesForAuditTest {

    private final MovingClock clock = new MovingClock();
    private WorkingWorld world;
    private AuditEntries entries;
    private Trail trail;
    private FollowChangesForAudit follow;
    private Household home;

    @BeforeEach
    void open() {
        world = WorkingWorld.open("FollowChangesForAudit", clock);
        entries = new AuditEntries(world.store);
        await(entries.createIndexes());
        trail = new Trail(entries, IdSource.timeOrdered());
        follow = new FollowChangesForAudit(trail);
        home = world.people.put(aHousehold("Vi Văn Thông").in(XOM_1)).get(0);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_visit_is_written_down_with_who_recorded_it_when_and_on_which_phone() {
        DeviceId phone = new DeviceId(UUID.randomUUID());
        Visit visit = await(world.recordVisit.record(
                        actor(LAN).on(phone),
                        aVisit("một").to(home).did("PAY_BILL", ACHIEVED).asCommand()))
                .visit();

        await(follow.handle(world.changes()));

        AuditEntry entry = written().get(0);
        assertThat(written()).hasSize(1);
        assertThat(entry.action()).isEqualTo(AuditAction.CHANGED);
        assertThat(entry.operation()).isEqualTo("visit");
        assertThat(entry.member()).isEqualTo(LAN.id());
        assertThat(entry.device()).isEqualTo(phone);
        assertThat(entry.entities()).containsExactly(visit.id().value());
        assertThat(entry.at()).isEqualTo(visit.revision().updatedAt());
        assertThat(entry.outcome()).isNull();
    }

    @Test
    void what_the_server_derives_from_it_is_not_written_down_and_nothing_is_twice() {
        await(world.recordVisit.record(
                actor(LAN), aVisit("một").to(home).did("PAY_BILL", ACHIEVED).asCommand()));
        await(follow.handle(world.changes()));
        world.settle();

        assertThat(world.changes()).extracting(Change::kind).contains("household", "coverage");
        await(follow.handle(world.changes()));
        await(new FollowChangesForAudit(new Trail(entries, IdSource.timeOrdered())).handle(world.changes()));

        assertThat(written()).extracting(AuditEntry::operation).containsExactly("visit");
    }

    @Test
    void a_move_to_another_hamlet_is_one_deed_though_two_hamlets_hear_of_it() {
        await(new TransferHousehold(world.people.households, world.people.trees, clock)
                .transfer(actor(HOA), home.id(), null, new TransferHousehold.Command(XOM_5.id(), null)));
        List<Change> changes = world.changes();
        assertThat(changes).extracting(Change::op).contains(Change.Op.LEAVE);

        await(follow.handle(changes));

        assertThat(written()).hasSize(1);
        assertThat(written().get(0).member()).isEqualTo(HOA.id());
        assertThat(written().get(0).entities()).containsExactly(home.id().value());
    }

    @Test
    void a_list_taken_away_is_told_apart_from_a_change() {
        await(follow.handle(List.of(change("export", LAN.id(), 1), change("target", LAN.id(), 2))));

        assertThat(of(AuditAction.EXPORTED)).containsExactly("export");
        assertThat(of(AuditAction.CHANGED)).containsExactly("target");
    }

    @ParameterizedTest
    @ValueSource(strings = {"notice", "coverage"})
    void what_somebody_has_in_the_own_inbox_and_what_is_counted_is_left_out(String kind) {
        await(follow.handle(List.of(change(kind, LAN.id(), 1))));

        assertThat(written()).isEmpty();
        assertThat(trail.unsealed()).isEmpty();

        await(follow.handle(List.of(change(kind, LAN.id(), 2), change("team", LAN.id(), 3))));
        assertThat(written()).extracting(AuditEntry::operation).containsExactly("team");
    }

    @Test
    void what_the_server_writes_for_itself_is_left_out_whatever_it_is() {
        await(follow.handle(List.of(
                change("household", Actor.SYSTEM.memberId(), 1), change("export", Actor.SYSTEM.memberId(), 2))));

        assertThat(written()).isEmpty();
    }

    private Change change(String kind, MemberId by, long seq) {
        UUID entity = UUID.randomUUID();
        return new Change(
                kind + ":" + entity + ":1", 0, seq, kind, entity, 1, XOM_1.id(), Change.Op.PUT, by, clock.instant());
    }

    private List<String> of(AuditAction action) {
        return written().stream()
                .filter(entry -> entry.action() == action)
                .map(AuditEntry::operation)
                .toList();
    }

    private List<AuditEntry> written() {
        return await(entries.page(actor(DATA_OFFICER), new Filter(null, null, null, null), 100, null))
                .items();
    }
}
