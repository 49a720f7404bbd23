package vn.toso.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.MemberBuilder.aMember;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH;
import static vn.toso.domain.world.TestWorld.TEAM;
import static vn.toso.domain.world.TestWorld.THUY;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_DONG;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.WorkingWorld.await;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toso.domain.access.Actor;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.sync.Pulled.Item;
import vn.toso.domain.team.Member;
import vn.toso.domain.team.MemberStatus;
import vn.toso.domain.team.Team;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.TestTasks;
import vn.toso.domain.world.WorkingWorld;

/** The colleagues and teams that a phone shows, as they come and go. */
class PullCompanyTest {

    private final MovingClock clock = new MovingClock();
    private WorkingWorld world;
    private PullingPhone lan;
    private Household home;

    @BeforeEach
    void open() {
        world = WorkingWorld.open("PullCompany", clock);
        Pull pull = PullingPhone.server(world, world.log, clock);
        await(pull.createIndexes().thenReturn(true));
        lan = new PullingPhone(pull, () -> actor(LAN));
        home = world.people.put(aHousehold("Vi Văn Thông")).get(0);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_colleague_who_comes_or_goes_is_told_and_strangers_are_not() {
        lan.asksForAll(1_000);
        Member linh = world.put(
                        world.people.members.collection(),
                        List.of(aMember("Lô Thị Linh").in(XOM_1.id()).build()))
                .get(0);
        world.put(
                world.people.members.collection(),
                List.of(aMember("Lê Văn Xa").in(XOM_DONG.id()).build()));
        assertThat(lan.asksForAll(1_000))
                .containsExactly(new Item("member", linh.id().value(), linh));

        change(THUY, THUY.areas(), MemberStatus.SUSPENDED);
        assertThat(lan.asksForAll(1_000)).isEmpty();

        change(linh, List.of(XOM_DONG.id()), MemberStatus.ACTIVE);
        assertThat(lan.asksForAll(1_000))
                .containsExactly(Item.remove("member", linh.id().value()));

        change(MINH, MINH.areas(), MemberStatus.LEFT);
        assertThat(lan.asksForAll(1_000))
                .containsExactly(Item.remove("member", MINH.id().value()));
    }

    private void change(Member member, List<AreaId> areas, MemberStatus status) {
        Member now = await(world.people.members.collection().find(member.id()));
        Member changed = new Member(
                now.id(),
                now.revision(),
                now.name(),
                now.phone(),
                now.role(),
                areas,
                now.subject(),
                status,
                now.invitation(),
                now.sortKey(),
                now.words(),
                now.generated());
        await(world.people.members.collection().replace(Actor.SYSTEM, changed));
    }

    @Test
    void who_leaves_a_team_loses_its_tasks_and_who_joins_gets_them() {
        TaskId ofTeam = world.put(world.tasks.collection(), List.of(TestTasks.ofTeam(home, TEAM.id())))
                .get(0)
                .id();
        lan.asksForAll(1_000);
        assertThat(lan.idsOf("task")).containsExactly(ofTeam.toString());

        seat(List.of(MINH));
        assertThat(lan.asksForAll(1_000)).contains(Item.remove("task", ofTeam.value()));
        assertThat(lan.idsOf("task")).isEmpty();

        seat(List.of(MINH, LAN));
        lan.asksForAll(1_000);
        assertThat(lan.idsOf("task")).containsExactly(ofTeam.toString());
    }

    private void seat(List<Member> members) {
        Team now = await(world.people.teams.collection().find(TEAM.id()));
        List<Team.Seat> seats = members.stream()
                .map(member -> new Team.Seat(member.id(), Team.Position.MEMBER))
                .toList();
        Team changed = new Team(
                now.id(),
                now.revision(),
                now.level(),
                now.areaId(),
                now.name(),
                now.decision(),
                seats,
                now.generated());
        await(world.people.teams.collection().replace(Actor.SYSTEM, changed));
    }
}
