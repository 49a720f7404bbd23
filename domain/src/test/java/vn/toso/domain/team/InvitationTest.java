package vn.toso.domain.team;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.MemberBuilder.aMember;
import static vn.toso.domain.world.Problems.assertConflict;
import static vn.toso.domain.world.Problems.assertForbidden;
import static vn.toso.domain.world.Problems.assertNotFound;
import static vn.toso.domain.world.Problems.assertVersionMismatch;
import static vn.toso.domain.world.Problems.errorsOf;
import static vn.toso.domain.world.TestWorld.DISTRICT_STAFF;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH_HOP;
import static vn.toso.domain.world.TestWorld.NOW;
import static vn.toso.domain.world.TestWorld.OVERSIGHT;
import static vn.toso.domain.world.TestWorld.PROVINCE;
import static vn.toso.domain.world.TestWorld.PROVINCE_ADMIN;
import static vn.toso.domain.world.TestWorld.TAM_HOP;
import static vn.toso.domain.world.TestWorld.THUY;
import static vn.toso.domain.world.TestWorld.VAN_LOI;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_DONG;
import static vn.toso.domain.world.TestWorld.actor;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Role;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.team.InviteMember.Invited;
import vn.toso.domain.world.StoredWorld;
import vn.toso.domain.world.TestWorld;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvitationTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private Store store;
    private StoredWorld world;
    private InviteMember invite;
    private BindSubject bind;

    @BeforeAll
    void open() {
        store = TestStore.open("invitations");
        world = new StoredWorld(store);
        invite = new InviteMember(
                world.members, world.directory, world.trees, IdSource.timeOrdered(), new Random(3), TestWorld.CLOCK);
        bind = new BindSubject(world.members, world.directory, TestWorld.CLOCK);
    }

    @AfterAll
    void close() {
        store.close();
    }

    @Test
    void who_brings_the_code_is_in() {
        Invited invited = inviting(HOA, "Lô Thị Mai", XOM_1.id()).block(SOON);

        assertThat(invited.member().status()).isEqualTo(MemberStatus.INVITED);
        assertForbidden(world.directory.actorOf("mai"));
        Member bound = bind.bind("mai", invited.code()).block(SOON);

        assertThat(bound.status()).isEqualTo(MemberStatus.ACTIVE);
        assertThat(bound.invitation()).isNull();
        assertThat(bound.revision().updatedBy()).isEqualTo(bound.id());
        Actor mai = world.directory.actorOf("mai").block(SOON);
        assertThat(mai.memberId()).isEqualTo(bound.id());
        assertThat(mai.scope().hamlets()).containsExactly(XOM_1.id());
    }

    @Test
    void a_code_is_kept_as_a_hash_only_and_read_however_it_is_typed() {
        Invited invited = inviting(HOA, "Lô Thị Đào", XOM_1.id()).block(SOON);
        Member stored = world.members.get(actor(HOA), invited.member().id()).block(SOON);

        assertThat(invited.code()).matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(stored.toString()).doesNotContain(invited.code());
        String typed = " "
                + invited.code()
                        .toLowerCase(Locale.ROOT)
                        .replace("-", " ")
                        .replace('0', 'o')
                        .replace('1', 'l');
        assertThat(bind.bind("đào", typed).block(SOON).id()).isEqualTo(stored.id());
    }

    @Test
    void a_code_works_once() {
        Invited invited = inviting(HOA, "Lô Thị Cúc", XOM_1.id()).block(SOON);
        bind.bind("cúc", invited.code()).block(SOON);

        assertThat(errorsOf(bind.bind("somebody else", invited.code()))).containsExactly("/code invitation-unknown");
    }

    @Test
    void the_same_sign_in_repeated_gets_the_member_again() {
        Invited invited = inviting(HOA, "Lô Thị Sen", XOM_1.id()).block(SOON);
        Member first = bind.bind("sen", invited.code()).block(SOON);

        assertThat(bind.bind("sen", invited.code()).block(SOON)).isEqualTo(first);
    }

    @Test
    void a_subject_that_is_bound_cannot_take_another_code() {
        Invited invited = inviting(HOA, "Lô Thị Ban", XOM_1.id()).block(SOON);

        assertConflict("subject-bound", bind.bind(Objects.requireNonNull(LAN.subject()), invited.code()));
    }

    @Test
    void a_wrong_code_is_unknown() {
        assertThat(errorsOf(bind.bind("stranger", "0000-0000-0000"))).containsExactly("/code invitation-unknown");
        assertThat(errorsOf(bind.bind("stranger", ""))).containsExactly("/code invitation-unknown");
    }

    @Test
    void a_code_is_void_after_a_fortnight() {
        Invited invited = inviting(HOA, "Lô Thị Huệ", XOM_1.id()).block(SOON);
        BindSubject later = new BindSubject(world.members, world.directory, after(InviteMember.VALIDITY));
        BindSubject justInTime =
                new BindSubject(world.members, world.directory, after(InviteMember.VALIDITY.minusSeconds(1)));

        assertThat(errorsOf(later.bind("huệ", invited.code()))).containsExactly("/code invitation-expired");
        assertThat(justInTime.bind("huệ", invited.code()).block(SOON).isActive())
                .isTrue();
    }

    @Test
    void of_many_who_try_one_code_at_once_one_is_bound() {
        Invited invited = inviting(HOA, "Lô Thị Mận", XOM_1.id()).block(SOON);
        List<Member> bound = Flux.range(0, 20)
                .flatMap(
                        i -> bind.bind("rival " + i, invited.code()).onErrorResume(Problem.class, e -> Mono.empty()),
                        20)
                .collectList()
                .block(SOON);

        assertThat(bound).hasSize(1);
        assertThat(world.members
                        .get(actor(HOA), invited.member().id())
                        .block(SOON)
                        .subject())
                .isEqualTo(bound.get(0).subject());
    }

    @Test
    void a_subject_that_tries_two_codes_at_once_is_bound_to_one() {
        List<String> codes = Flux.range(0, 6)
                .concatMap(i -> inviting(HOA, "Lô Văn Hai " + i, XOM_1.id()))
                .map(Invited::code)
                .collectList()
                .block(SOON);
        List<Member> bound = Flux.fromIterable(codes)
                .flatMap(code -> bind.bind("greedy", code).onErrorResume(Problem.class, e -> Mono.empty()), 6)
                .collectList()
                .block(SOON);

        assertThat(bound).hasSize(1);
    }

    @Test
    void a_leader_invites_for_the_own_commune_only() {
        assertThat(errorsOf(inviting(HOA, "A", XOM_DONG.id()))).containsExactly("/areas/0 unknown-area");
        assertThat(errorsOf(inviting(HOA, "A", VAN_LOI.id()))).containsExactly("/areas/0 unknown-area");
        assertThat(inviting(PROVINCE_ADMIN, "Kha Văn Tám", XOM_DONG.id()).block(SOON))
                .isNotNull();
    }

    @Test
    void nobody_invites_above_the_own_role() {
        assertForbidden(invite.invite(actor(HOA), form("A", Role.DISTRICT_STAFF, OVERSIGHT.id())));
        assertForbidden(invite.invite(actor(HOA), form("A", Role.PROVINCE_ADMIN, PROVINCE.id())));
        assertForbidden(inviting(LAN, "A", XOM_1.id()));
        assertForbidden(inviting(DISTRICT_STAFF, "A", XOM_1.id()));
        assertThat(invite.invite(actor(HOA), form("Kha Thị Chín", Role.COMMUNE_LEADER, MINH_HOP.id()))
                        .block(SOON))
                .isNotNull();
        assertThat(invite.invite(actor(PROVINCE_ADMIN), form("Kha Thị Mười", Role.DATA_OFFICER, PROVINCE.id()))
                        .block(SOON))
                .isNotNull();
    }

    @Test
    void what_is_wrong_with_an_invitation_is_named_all_at_once() {
        MemberForm form = new MemberForm("", "12", null, List.of());

        assertThat(errorsOf(invite.invite(actor(HOA), form)))
                .containsExactly("/name required", "/phone phone", "/role required", "/areas required");
        assertThat(errorsOf(invite.invite(actor(PROVINCE_ADMIN), form("A", Role.COMMUNE_LEADER, XOM_1.id()))))
                .containsExactly("/areas/0 level-of-role");
        assertThat(errorsOf(invite.invite(actor(PROVINCE_ADMIN), form("A", Role.DISTRICT_STAFF, PROVINCE.id()))))
                .containsExactly("/areas/0 level-of-role");
    }

    @Test
    void the_same_person_is_not_invited_twice() {
        MemberForm form = new MemberForm("Kha Thị Một", "0987654321", Role.TEAM_MEMBER, List.of(XOM_1.id()));
        invite.invite(actor(HOA), form).block(SOON);

        assertConflict("member-exists", invite.invite(actor(HOA), form));
    }

    @Test
    void a_new_code_voids_the_old_code_and_the_old_account() {
        Invited first = inviting(HOA, "Lô Thị Hồng", XOM_1.id()).block(SOON);
        bind.bind("old phone", first.code()).block(SOON);
        world.directory.actorOf("old phone").block(SOON);

        Invited second = invite.again(actor(HOA), first.member().id(), null).block(SOON);

        assertForbidden(world.directory.actorOf("old phone"));
        assertThat(errorsOf(bind.bind("new phone", first.code()))).containsExactly("/code invitation-unknown");
        assertThat(bind.bind("new phone", second.code()).block(SOON).id())
                .isEqualTo(first.member().id());
    }

    @Test
    void nobody_gets_a_new_code_for_strangers_superiors_or_oneself() {
        assertNotFound(invite.again(actor(HOA), THUY.id(), null));
        assertForbidden(invite.again(actor(LAN), HOA.id(), null));
        assertConflict("not-invitable", invite.again(actor(HOA), HOA.id(), null));
        assertVersionMismatch(invite.again(actor(HOA), LAN.id(), 7L));
    }

    @Test
    void somebody_suspended_gets_no_new_code() {
        Member suspended = aMember("Ngân Văn Xa")
                .in(TAM_HOP.id())
                .status(MemberStatus.SUSPENDED)
                .build();
        world.members.collection().insert(Actor.SYSTEM, suspended).block(SOON);

        assertConflict("not-invitable", invite.again(actor(PROVINCE_ADMIN), suspended.id(), null));
    }

    @Test
    void the_code_of_somebody_suspended_lets_nobody_in() {
        Invited invited = inviting(HOA, "Ngân Văn Gần", XOM_1.id()).block(SOON);
        Member waiting = invited.member();
        Member suspended = waiting.standing(MemberStatus.SUSPENDED, null, waiting.invitation());
        world.members.collection().replace(Actor.SYSTEM, suspended).block(SOON);

        assertThat(errorsOf(bind.bind("gần", invited.code()))).containsExactly("/code invitation-unknown");
        assertForbidden(world.directory.actorOf("gần"));
    }

    private Mono<Invited> inviting(Member by, String name, AreaId hamlet) {
        return invite.invite(actor(by), form(name, Role.TEAM_MEMBER, hamlet));
    }

    private static MemberForm form(String name, Role role, AreaId area) {
        return new MemberForm(name, null, role, List.of(area));
    }

    private static Clock after(Duration passed) {
        return Clock.fixed(NOW.plus(passed), TestWorld.CLOCK.getZone());
    }
}
