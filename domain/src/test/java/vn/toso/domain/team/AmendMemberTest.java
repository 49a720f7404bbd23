package vn.toso.domain.team;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.MemberBuilder.aMember;
import static vn.toso.domain.world.Problems.assertConflict;
import static vn.toso.domain.world.Problems.assertForbidden;
import static vn.toso.domain.world.Problems.assertNotFound;
import static vn.toso.domain.world.Problems.assertVersionMismatch;
import static vn.toso.domain.world.Problems.errorsOf;
import static vn.toso.domain.world.Problems.refusalOf;
import static vn.toso.domain.world.TestWorld.DISTRICT_STAFF;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH;
import static vn.toso.domain.world.TestWorld.MINH_HOP;
import static vn.toso.domain.world.TestWorld.OVERSIGHT;
import static vn.toso.domain.world.TestWorld.PROVINCE_ADMIN;
import static vn.toso.domain.world.TestWorld.THUY;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_5;
import static vn.toso.domain.world.TestWorld.XOM_DONG;
import static vn.toso.domain.world.TestWorld.actor;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Role;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.team.AmendMember.Change;
import vn.toso.domain.world.StoredWorld;
import vn.toso.domain.world.TestWorld;

class AmendMemberTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private Store store;
    private StoredWorld world;
    private AmendMember amend;

    @BeforeEach
    void open() {
        store = TestStore.open("amendmember");
        world = new StoredWorld(store);
        amend = new AmendMember(world.members, world.directory, world.trees, TestWorld.CLOCK);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void suspending_somebody_works_at_once_and_so_does_letting_in_again() {
        assertThat(world.directory.actorOf(LAN.subject()).block(SOON).memberId())
                .isEqualTo(LAN.id());

        amending(HOA, LAN, status(MemberStatus.SUSPENDED)).block(SOON);
        assertThat(refusalOf(world.directory.actorOf(LAN.subject())).reason()).isEqualTo("forbidden.suspended");

        amending(HOA, LAN, status(MemberStatus.ACTIVE)).block(SOON);
        assertThat(world.directory.actorOf(LAN.subject()).block(SOON).memberId())
                .isEqualTo(LAN.id());
    }

    @Test
    void who_left_stays_out_until_invited_again() {
        amending(HOA, LAN, status(MemberStatus.LEFT)).block(SOON);

        assertThat(refusalOf(world.directory.actorOf(LAN.subject())).reason()).isEqualTo("forbidden.left");
        assertConflict("member-status", amending(HOA, LAN, status(MemberStatus.ACTIVE)));
        assertConflict("member-status", amending(HOA, LAN, status(MemberStatus.INVITED)));
    }

    @Test
    void an_invited_member_becomes_active_by_signing_in_only() {
        Member invited = aMember("Lô Văn Tư")
                .in(XOM_1.id())
                .status(MemberStatus.INVITED)
                .subject(null)
                .build();
        world.members.collection().insert(Actor.SYSTEM, invited).block(SOON);

        assertConflict("member-status", amending(HOA, invited, status(MemberStatus.ACTIVE)));
        assertThat(amending(HOA, invited, status(MemberStatus.LEFT)).block(SOON).status())
                .isEqualTo(MemberStatus.LEFT);
    }

    @Test
    void a_move_to_another_hamlet_changes_what_the_member_sees_at_once() {
        world.directory.actorOf(LAN.subject()).block(SOON);

        amending(HOA, LAN, areas(XOM_5.id())).block(SOON);

        assertThat(world.directory.actorOf(LAN.subject()).block(SOON).scope().hamlets())
                .containsExactly(XOM_5.id());
    }

    @Test
    void names_are_kept_normalised_and_found() {
        Member amended = amending(HOA, LAN, form("  Vi Thị  Lan Anh", "+84 162 345 6789", Role.TEAM_MEMBER, XOM_1.id()))
                .block(SOON);

        assertThat(amended.name()).isEqualTo("Vi Thị Lan Anh");
        assertThat(amended.phone()).isEqualTo("0323456789");
        assertThat(amended.sortKey()).startsWith("anh vi thi lan");
        assertThat(amended.words()).contains("anh", "=lan");
        assertThat(amended.subject()).isEqualTo(LAN.subject());
    }

    @Test
    void a_leader_amends_nobody_elsewhere_and_nobody_above() {
        assertNotFound(amending(HOA, THUY, status(MemberStatus.SUSPENDED)));
        assertForbidden(amending(HOA, LAN, role(Role.DISTRICT_STAFF, OVERSIGHT.id())));
        assertForbidden(amending(LAN, MINH, status(MemberStatus.SUSPENDED)));
        assertForbidden(amending(DISTRICT_STAFF, HOA, status(MemberStatus.SUSPENDED)));
        Member staff =
                aMember("Cán bộ").as(Role.DISTRICT_STAFF).in(MINH_HOP.id()).build();
        world.members.collection().insert(Actor.SYSTEM, staff).block(SOON);
        assertForbidden(amending(HOA, staff, status(MemberStatus.SUSPENDED)));
    }

    @Test
    void the_province_makes_a_member_a_leader() {
        Member leader = amending(PROVINCE_ADMIN, LAN, role(Role.COMMUNE_LEADER, MINH_HOP.id()))
                .block(SOON);

        assertThat(leader.role()).isEqualTo(Role.COMMUNE_LEADER);
        assertThat(errorsOf(amending(PROVINCE_ADMIN, LAN, role(Role.COMMUNE_LEADER, XOM_1.id()))))
                .containsExactly("/areas/0 level-of-role");
    }

    @Test
    void an_area_that_somebody_else_gave_may_stay() {
        Member both = aMember("Hà Thị Đôi").in(XOM_1.id(), XOM_DONG.id()).build();
        world.members.collection().insert(Actor.SYSTEM, both).block(SOON);

        Member moved = amending(HOA, both, areas(XOM_5.id(), XOM_DONG.id())).block(SOON);

        assertThat(moved.areas()).containsExactly(XOM_5.id(), XOM_DONG.id());
        assertThat(errorsOf(amending(HOA, LAN, areas(XOM_DONG.id())))).containsExactly("/areas/0 unknown-area");
    }

    @Test
    void of_oneself_one_changes_the_phone_number_only() {
        Member amended = amending(LAN, LAN, form(LAN.name(), "0987 654 321", Role.TEAM_MEMBER, XOM_1.id()))
                .block(SOON);

        assertThat(amended.phone()).isEqualTo("0987654321");
        assertForbidden(amending(LAN, LAN, form("Vi Thị Lan Anh", null, Role.TEAM_MEMBER, XOM_1.id())));
        assertForbidden(amending(HOA, HOA, status(MemberStatus.SUSPENDED)));
        assertForbidden(amending(PROVINCE_ADMIN, PROVINCE_ADMIN, role(Role.TEAM_MEMBER, XOM_1.id())));
        assertForbidden(amending(LAN, LAN, areas(XOM_1.id(), XOM_5.id())));
    }

    @Test
    void an_amendment_of_an_older_version_is_refused_and_the_same_again_changes_nothing() {
        Member once = amending(HOA, LAN, areas(XOM_5.id())).block(SOON);

        assertThat(amending(HOA, LAN, areas(XOM_5.id())).block(SOON)).isEqualTo(once);
        assertVersionMismatch(amend.amend(actor(HOA), LAN.id(), 1L, areas(XOM_1.id())));
    }

    private Mono<Member> amending(Member by, Member whom, UnaryOperator<Change> change) {
        return amend.amend(actor(by), whom.id(), null, change);
    }

    private static UnaryOperator<Change> status(MemberStatus next) {
        return old -> new Change(old.form(), next);
    }

    private static UnaryOperator<Change> areas(AreaId... next) {
        return old -> new Change(
                new MemberForm(old.form().name(), old.form().phone(), old.form().role(), List.of(next)), old.status());
    }

    private static UnaryOperator<Change> role(Role next, AreaId area) {
        return old ->
                new Change(new MemberForm(old.form().name(), old.form().phone(), next, List.of(area)), old.status());
    }

    private static UnaryOperator<Change> form(String name, String phone, Role role, AreaId area) {
        return old -> new Change(new MemberForm(name, phone, role, List.of(area)), old.status());
    }
}
