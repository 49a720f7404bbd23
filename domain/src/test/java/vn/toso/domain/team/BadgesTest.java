package vn.toso.domain.team;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.MemberBuilder.aMember;
import static vn.toso.domain.world.Problems.assertForbidden;
import static vn.toso.domain.world.TestWorld.DATA_OFFICER;
import static vn.toso.domain.world.TestWorld.DISTRICT_STAFF;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH;
import static vn.toso.domain.world.TestWorld.PROVINCE_ADMIN;
import static vn.toso.domain.world.TestWorld.TEAM;
import static vn.toso.domain.world.TestWorld.THUY;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_5;
import static vn.toso.domain.world.TestWorld.XOM_5_VAN_LOI;
import static vn.toso.domain.world.TestWorld.XOM_DONG;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Role;
import vn.toso.domain.team.Badges.Badge;
import vn.toso.domain.team.Badges.Code;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.WorkingWorld;

/** A citizen learns from a code who stands at the door, as long as that one is a member, and nothing from any other. */
class BadgesTest {

    private final MovingClock clock = new MovingClock();
    private WorkingWorld world;
    private Badges badges;
    private Badges onAnotherNode;

    @BeforeEach
    void open() {
        world = WorkingWorld.open("Badges", clock);
        badges = onNewNode();
        onAnotherNode = onNewNode();
    }

    private Badges onNewNode() {
        return new Badges(world.store, world.people.members, world.people.teams, world.people.trees, clock);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_phone_gets_the_codes_of_a_working_day_one_behind_the_other() {
        List<Code> codes = await(badges.codesOf(actor(LAN)));

        assertThat(codes).extracting(Code::code).doesNotHaveDuplicates();
        assertThat(codes.get(0).from()).isBeforeOrEqualTo(clock.instant());
        assertThat(codes.get(0).until()).isAfter(clock.instant());
        for (int i = 1; i < codes.size(); i++) {
            assertThat(codes.get(i).from()).isEqualTo(codes.get(i - 1).until());
        }
        assertThat(codes.get(codes.size() - 1).until()).isAfter(clock.instant().plus(Duration.ofHours(12)));
    }

    @Test
    void the_answer_shows_name_team_and_commune_on_every_node() {
        Code code = codeOf(actor(LAN));
        Badge shown = new Badge(
                LAN.name(), TEAM.name(), List.of("Xã Minh Hợp"), code.until().plus(BadgeCodes.WINDOW));

        assertThat(read(badges, code)).isEqualTo(shown);
        assertThat(read(onAnotherNode, code)).isEqualTo(shown);
    }

    @Test
    void one_without_a_seat_in_a_team_is_shown_without_one() {
        Badge shown = read(badges, codeOf(actor(THUY)));

        assertThat(shown.team()).isNull();
        assertThat(shown.communes()).containsExactly("Xã Tam Hợp");
    }

    @Test
    void each_commune_is_named_once_as_it_is_today() {
        Member busy = aMember("Hà Thị Nga")
                .in(XOM_1.id(), XOM_5.id(), XOM_5_VAN_LOI.id(), XOM_DONG.id())
                .build();
        world.put(world.people.members.collection(), List.of(busy));

        assertThat(read(badges, codeOf(actor(busy))).communes()).containsExactly("Xã Minh Hợp", "Xã Tam Hợp");
    }

    @Test
    void a_commune_leader_has_a_badge_too() {
        Badge shown = read(badges, codeOf(actor(HOA)));

        assertThat(shown.name()).isEqualTo(HOA.name());
        assertThat(shown.communes()).containsExactly("Xã Minh Hợp");
    }

    @Test
    void a_code_to_come_is_good_when_its_time_comes_and_not_for_ever() {
        Code later = await(badges.codesOf(actor(LAN))).get(5);
        assertThat(read(badges, later)).isNull();

        clock.set(later.from());
        assertThat(read(badges, later)).isNotNull();

        clock.set(later.until().plus(BadgeCodes.WINDOW));
        assertThat(read(badges, later)).isNull();
    }

    @Test
    void who_is_suspended_or_has_left_has_no_badge_any_more() {
        Code ofLan = codeOf(actor(LAN));
        Code ofMinh = codeOf(actor(MINH));

        become(LAN, MemberStatus.SUSPENDED);
        become(MINH, MemberStatus.LEFT);
        assertThat(read(badges, ofLan)).isNull();
        assertThat(read(onAnotherNode, ofMinh)).isNull();

        become(LAN, MemberStatus.ACTIVE);
        assertThat(read(badges, ofLan)).isNotNull();
    }

    @Test
    void who_has_not_come_yet_has_no_badge() {
        Member invited = aMember("Hà Thị Nga")
                .in(XOM_1.id())
                .status(MemberStatus.INVITED)
                .subject(null)
                .build();
        Code early = codeOf(actor(invited));
        assertThat(read(badges, early)).isNull();

        world.put(world.people.members.collection(), List.of(invited));
        assertThat(read(badges, early)).isNull();
    }

    @Test
    void who_goes_to_no_door_any_more_has_no_badge() {
        Actor before = new Actor(
                DISTRICT_STAFF.id(), Role.TEAM_MEMBER, actor(DISTRICT_STAFF).scope());

        assertThat(read(badges, codeOf(before))).isNull();
        assertForbidden(badges.codesOf(actor(DISTRICT_STAFF)));
        assertForbidden(badges.codesOf(actor(PROVINCE_ADMIN)));
        assertForbidden(badges.codesOf(actor(DATA_OFFICER)));
    }

    @Test
    void a_forged_code_and_garbage_tell_nothing() {
        long now = BadgeCodes.windowOf(clock.instant());

        assertThat(await(badges.of(new BadgeCodes(new byte[32]).code(LAN.id(), now))))
                .isNull();
        assertThat(await(badges.of("chị Lan"))).isNull();
        assertThat(await(badges.of(""))).isNull();
    }

    private Code codeOf(Actor who) {
        return await(badges.codesOf(who)).get(0);
    }

    private static @Nullable Badge read(Badges node, Code code) {
        return await(node.of(code.code()));
    }

    private void become(Member member, MemberStatus status) {
        await(new AmendMember(world.people.members, world.people.directory, world.people.trees, clock)
                .amend(actor(HOA), member.id(), null, old -> new AmendMember.Change(old.form(), status)));
    }
}
