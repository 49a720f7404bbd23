package vn.toso.domain.team;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.MemberBuilder.aMember;
import static vn.toso.domain.world.Problems.assertConflict;
import static vn.toso.domain.world.Problems.assertForbidden;
import static vn.toso.domain.world.Problems.assertNotFound;
import static vn.toso.domain.world.Problems.assertVersionMismatch;
import static vn.toso.domain.world.Problems.errorsOf;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH;
import static vn.toso.domain.world.TestWorld.MINH_HOP;
import static vn.toso.domain.world.TestWorld.OVERSIGHT;
import static vn.toso.domain.world.TestWorld.PROVINCE_ADMIN;
import static vn.toso.domain.world.TestWorld.TEAM;
import static vn.toso.domain.world.TestWorld.THUY;
import static vn.toso.domain.world.TestWorld.VAN_LOI;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_5;
import static vn.toso.domain.world.TestWorld.XOM_DONG;
import static vn.toso.domain.world.TestWorld.actor;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.storage.Page;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.team.CreateTeam.Command;
import vn.toso.domain.team.Team.Decision;
import vn.toso.domain.team.Team.Position;
import vn.toso.domain.team.Team.Seat;
import vn.toso.domain.world.Names;
import vn.toso.domain.world.Problems;
import vn.toso.domain.world.StoredWorld;
import vn.toso.domain.world.TestWorld;

class TeamRulesTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Seat HEAD_LAN = new Seat(LAN.id(), Position.HEAD);
    private static final Seat MEMBER_MINH = new Seat(MINH.id(), Position.MEMBER);

    private Store store;
    private StoredWorld world;
    private CreateTeam create;
    private AmendTeam amend;

    @BeforeEach
    void open() {
        store = TestStore.open("teamrules");
        world = new StoredWorld(store);
        create = new CreateTeam(world.teams, world.members, world.trees, IdSource.timeOrdered(), TestWorld.CLOCK);
        amend = new AmendTeam(world.teams, world.members);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_leader_founds_the_team_of_a_hamlet_under_its_usual_name() {
        Decision decision = new Decision(" 12/QĐ-UBND ", LocalDate.of(2026, 3, 1));
        Team team = creating(HOA, XOM_5.id(), new TeamForm(" ", decision, List.of(MEMBER_MINH, HEAD_LAN)))
                .block(SOON);

        assertThat(team.name()).isEqualTo("Tổ công nghệ số cộng đồng Xóm 5");
        assertThat(team.level()).isEqualTo(AreaLevel.HAMLET);
        assertThat(team.hamlet()).isEqualTo(XOM_5.id());
        assertThat(team.decision()).isEqualTo(new Decision("12/QĐ-UBND", LocalDate.of(2026, 3, 1)));
        assertThat(team.members()).containsExactly(HEAD_LAN, MEMBER_MINH);
    }

    @Test
    void a_commune_has_a_team_too() {
        Team team = creating(HOA, MINH_HOP.id(), form("Tổ xã", HEAD_LAN)).block(SOON);

        assertThat(team.level()).isEqualTo(AreaLevel.COMMUNE);
        assertThat(team.hamlet()).isNull();
        assertThat(team.has(LAN.id())).isTrue();
        assertThat(team.has(MINH.id())).isFalse();
    }

    @Test
    void an_area_has_one_team() {
        assertConflict("team-exists", creating(HOA, XOM_1.id(), form(null)));
    }

    @Test
    void two_nodes_that_found_a_team_at_once_found_one() {
        Teams others = new Teams(store, new ChangeLog(store, TestWorld.CLOCK), TestWorld.CLOCK);
        CreateTeam elsewhere =
                new CreateTeam(others, world.members, world.trees, IdSource.timeOrdered(), TestWorld.CLOCK);
        Command command = new Command(XOM_5.id(), form(null));

        List<String> told = Problems.toldAtOnce(List.of(
                create.create(actor(HOA), command),
                elsewhere.create(actor(HOA), command),
                elsewhere.create(actor(PROVINCE_ADMIN), command)));

        assertThat(told).containsExactlyInAnyOrder("done", "conflict.team-exists", "conflict.team-exists");
        assertThat(world.teams.ofAreas(List.of(XOM_5.id())).collectList().block(SOON))
                .hasSize(1);
    }

    @Test
    void what_is_wrong_with_a_team_is_named_all_at_once() {
        Seat secondHead = new Seat(MINH.id(), Position.HEAD);
        TeamForm form = new TeamForm("12", new Decision("", LocalDate.EPOCH), List.of(HEAD_LAN, secondHead, HEAD_LAN));

        assertThat(errorsOf(creating(HOA, XOM_DONG.id(), form)))
                .containsExactly(
                        "/areaId unknown-area",
                        "/name name",
                        "/members one-head",
                        "/members/2/memberId duplicate",
                        "/decision/number required");
        assertThat(errorsOf(creating(HOA, null, form(null)))).containsExactly("/areaId unknown-area");
        assertThat(errorsOf(creating(PROVINCE_ADMIN, OVERSIGHT.id(), form(null))))
                .containsExactly("/areaId unknown-area");
        assertThat(errorsOf(creating(PROVINCE_ADMIN, VAN_LOI.id(), form(null))))
                .containsExactly("/areaId unknown-area");
        TeamForm crowd = new TeamForm(null, null, Collections.nCopies(61, MEMBER_MINH));
        assertThat(errorsOf(creating(HOA, XOM_5.id(), crowd))).startsWith("/members too-many");
    }

    @Test
    void strangers_and_those_who_left_take_no_seat() {
        Member left = aMember("Đi Rồi").in(XOM_5.id()).status(MemberStatus.LEFT).build();
        world.members.collection().insert(Actor.SYSTEM, left).block(SOON);
        Seat thuy = new Seat(THUY.id(), Position.MEMBER);
        Seat gone = new Seat(left.id(), Position.MEMBER);
        Seat nobody = new Seat(Names.member("nobody"), Position.DEPUTY);

        assertThat(errorsOf(creating(HOA, XOM_5.id(), form(null, HEAD_LAN, thuy, gone, nobody))))
                .containsExactlyInAnyOrder(
                        "/members/1/memberId unknown-member",
                        "/members/2/memberId unknown-member",
                        "/members/3/memberId unknown-member");
    }

    @Test
    void only_leaders_and_the_province_edit_teams() {
        assertForbidden(creating(LAN, XOM_1.id(), form(null)));
        assertForbidden(amend.amend(actor(LAN), TEAM.id(), null, old -> old));
        assertNotFound(amend.amend(actor(THUY_AS_LEADER), TEAM.id(), null, old -> old));
    }

    private static final Member THUY_AS_LEADER = aMember("Trần Thị Thủy")
            .as(vn.toso.domain.access.Role.COMMUNE_LEADER)
            .in(TestWorld.TAM_HOP.id())
            .build();

    @Test
    void seats_that_are_taken_already_may_stay_although_their_member_left() {
        Team amended = amend.amend(
                        actor(HOA), TEAM.id(), 1L, old -> new TeamForm("Tổ Một", null, List.of(MEMBER_MINH, HEAD_LAN)))
                .block(SOON);
        Member minh = world.members.get(actor(HOA), MINH.id()).block(SOON);
        world.members
                .collection()
                .replace(actor(HOA), minh.standing(MemberStatus.LEFT, minh.subject(), null))
                .block(SOON);

        assertThat(amended.name()).isEqualTo("Tổ Một");
        Team again = amend.amend(
                        actor(HOA), TEAM.id(), null, old -> new TeamForm("Tổ Hai", old.decision(), old.members()))
                .block(SOON);
        assertThat(again.has(MINH.id())).isTrue();
        assertVersionMismatch(amend.amend(actor(HOA), TEAM.id(), 1L, old -> form("Tổ Ba")));
        assertThat(errorsOf(amend.amend(
                        actor(HOA), TEAM.id(), null, old -> form(null, new Seat(THUY.id(), Position.HEAD)))))
                .containsExactly("/members/0/memberId unknown-member");
    }

    @Test
    void a_team_of_a_commune_is_read_but_not_amended_by_a_leader_who_only_sits_in_it() {
        Team seated = creating(PROVINCE_ADMIN, TestWorld.TAM_HOP.id(), form(null, new Seat(HOA.id(), Position.HEAD)))
                .block(SOON);

        assertThat(world.teams.get(actor(HOA), seated.id()).block(SOON)).isNotNull();
        assertForbidden(amend.amend(actor(HOA), seated.id(), null, old -> old));
    }

    @Test
    void teams_are_listed_within_the_scope_page_by_page() {
        creating(HOA, XOM_5.id(), form(null)).block(SOON);
        creating(PROVINCE_ADMIN, XOM_DONG.id(), form(null)).block(SOON);

        Page<Team> first =
                world.teams.list(actor(PROVINCE_ADMIN), null, 2, null).block(SOON);
        Page<Team> second =
                world.teams.list(actor(PROVINCE_ADMIN), null, 2, first.next()).block(SOON);
        assertThat(first.items()).hasSize(2);
        assertThat(second.items()).hasSize(1);
        assertThat(second.next()).isNull();
        assertThat(world.teams.list(actor(LAN), null, 50, null).block(SOON).items())
                .map(Team::areaId)
                .containsExactly(XOM_1.id());
        assertThat(world.teams
                        .list(actor(HOA), List.of(XOM_5.id(), XOM_DONG.id()), 50, null)
                        .block(SOON)
                        .items())
                .map(Team::areaId)
                .containsExactly(XOM_5.id());
        assertNotFound(world.teams.get(actor(THUY), TEAM.id()));
    }

    @Test
    void the_teams_of_a_member_and_of_areas_are_found() {
        assertThat(world.teams.ofMember(LAN.id()).collectList().block(SOON))
                .map(Team::id)
                .containsExactly(TEAM.id());
        assertThat(world.teams.ofMember(THUY.id()).collectList().block(SOON)).isEmpty();
        assertThat(world.teams.ofAreas(List.of(XOM_1.id())).collectList().block(SOON))
                .hasSize(1);
        assertThat(world.teams.ofAreas(List.of()).collectList().block(SOON)).isEmpty();
    }

    private Mono<Team> creating(Member by, AreaId area, TeamForm form) {
        return create.create(actor(by), new Command(area, form));
    }

    private static TeamForm form(String name, Seat... seats) {
        return new TeamForm(name, null, List.of(seats));
    }
}
