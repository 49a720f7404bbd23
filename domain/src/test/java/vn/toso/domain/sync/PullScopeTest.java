package vn.toso.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.Problems.errorsOf;
import static vn.toso.domain.world.Problems.refusalOf;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH_HOP;
import static vn.toso.domain.world.TestWorld.PROVINCE_ADMIN;
import static vn.toso.domain.world.TestWorld.TEAM;
import static vn.toso.domain.world.TestWorld.TODAY;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_5;
import static vn.toso.domain.world.TestWorld.XOM_DONG;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.WorkingWorld.await;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Role;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.Scopes;
import vn.toso.domain.change.Cursor;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.sync.Pulled.Item;
import vn.toso.domain.world.AreaBuilder;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.TestTasks;
import vn.toso.domain.world.WorkingWorld;

class PullScopeTest {

    private final MovingClock clock = new MovingClock();
    private WorkingWorld world;
    private Pull pull;
    private Actor acting = actor(LAN);
    private PullingPhone lan;
    private Household home;
    private Household near;

    @BeforeEach
    void open() {
        world = WorkingWorld.open("PullScope", clock);
        pull = PullingPhone.server(world, world.log, clock);
        await(pull.createIndexes().thenReturn(true));
        lan = new PullingPhone(pull, () -> acting);
        home = world.people.put(aHousehold("Vi Văn Thông")).get(0);
        near = world.people.put(aHousehold("Lê Thị Gần").in(XOM_5)).get(0);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void worksIn(Area... homes) {
        List<AreaId> ids = List.of(homes).stream().map(Area::id).toList();
        acting = new Actor(LAN.id(), LAN.role(), Scopes.of(world.people.trees.current(), ids, TODAY));
    }

    private Household amended(Household household) {
        var households = world.people.households.collection();
        return await(households.replace(Actor.SYSTEM, await(households.find(household.id()))));
    }

    @Test
    void a_hamlet_that_enters_comes_whole_and_one_that_leaves_is_named() {
        lan.asksForAll(1_000);

        worksIn(XOM_1, XOM_5);
        Pulled entered = lan.asks(1_000);
        assertThat(entered.entered()).containsExactly(XOM_5.id());
        assertThat(entered.left()).isEmpty();
        assertThat(entered.version()).isEqualTo(2);
        assertThat(entered.changes())
                .filteredOn(item -> item.kind().equals("household"))
                .extracting(Item::id)
                .containsExactly(near.id().value());

        worksIn(XOM_5);
        Pulled left = lan.asks(1_000);
        assertThat(left.entered()).isEmpty();
        assertThat(left.left()).containsExactly(XOM_1.id());
        assertThat(left.version()).isEqualTo(3);
        assertThat(lan.idsOf("household")).containsExactly(near.id().toString());
        assertThat(lan.idsOf("area"))
                .doesNotContain(XOM_1.id().toString())
                .contains(XOM_5.id().toString());
        assertThat(lan.idsOf("team")).containsExactly(TEAM.id().toString());
        assertThat(lan.asks(1_000).left()).isEmpty();
    }

    @Test
    void an_answer_that_got_lost_is_told_again() {
        lan.asksForAll(1_000);
        String before = lan.token;
        worksIn(XOM_5);

        Pulled lost = await(pull.pull(acting, before, 1_000));
        Pulled again = await(pull.pull(acting, before, 1_000));

        assertThat(again).isEqualTo(lost);
        assertThat(again.left()).containsExactly(XOM_1.id());
    }

    @Test
    void what_changed_in_the_hamlet_that_stays_is_not_lost_while_another_enters() {
        world.people.put(
                aHousehold("Vi Văn Hai").in(XOM_5), aHousehold("Vi Văn Ba").in(XOM_5));
        lan.asksForAll(1_000);
        Household changed = amended(home);
        worksIn(XOM_1, XOM_5);

        lan.asks(2);
        Household later = amended(near);
        lan.asksForAll(2);

        assertThat(lan.get("household", home.id())).isEqualTo(changed);
        assertThat(lan.get("household", near.id())).isEqualTo(later);
        assertThat(lan.idsOf("household")).hasSize(4);
    }

    @Test
    void a_scope_that_changes_again_and_again_during_a_snapshot_ends_in_the_latest() {
        for (int i = 0; i < 9; i++) {
            world.people.put(
                    aHousehold("Một " + i),
                    aHousehold("Năm " + i).in(XOM_5),
                    aHousehold("Đồng " + i).in(XOM_DONG));
        }
        lan.asks(12);
        worksIn(XOM_5);
        lan.asks(12);
        worksIn(XOM_5, XOM_DONG);
        lan.asks(3);
        worksIn(XOM_1, XOM_DONG);
        lan.asks(3);

        lan.asksForAll(5);

        assertThat(lan.hamlets)
                .containsExactlyInAnyOrder(XOM_1.id().toString(), XOM_DONG.id().toString());
        assertThat(lan.holds.values())
                .filteredOn(Household.class::isInstance)
                .extracting(document -> document.hamlet())
                .hasSize(19)
                .containsOnly(XOM_1.id(), XOM_DONG.id());
    }

    @Test
    void another_role_needs_a_fresh_start() {
        lan.asksForAll(1_000);
        acting = new Actor(LAN.id(), Role.COMMUNE_LEADER, actor(HOA).scope());

        assertThat(refusalOf(pull.pull(acting, lan.token, 10)).code()).isEqualTo(ProblemCode.RESYNC_REQUIRED);
        assertThat(await(pull.pull(acting, null, 1_000)).entered()).hasSize(3);
    }

    @Test
    void a_leader_of_forty_hamlets_gets_them_in_pages_and_then_only_what_changes() {
        List<Area> hamlets = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            hamlets.add(AreaBuilder.aHamlet("số " + i)
                    .id("xóm số " + i)
                    .under(MINH_HOP.id())
                    .build());
        }
        world.put(world.people.areas.collection(), hamlets);
        await(world.people.trees.refresh());
        hamlets.forEach(
                hamlet -> world.people.put(aHousehold("Chủ " + hamlet.name()).in(hamlet)));
        world.settle();
        Actor leader = new Actor(HOA.id(), HOA.role(), Scopes.of(world.people.trees.current(), HOA.areas(), TODAY));
        PullingPhone hoa = new PullingPhone(pull, () -> leader);

        hoa.asksForAll(7);

        assertThat(hoa.hamlets).hasSize(43);
        assertThat(hoa.idsOf("coverage")).hasSizeGreaterThanOrEqualTo(40);
        assertThat(hoa.idsOf("area")).hasSize(46);
        assertThat(hoa.idsOf("household")).isEmpty();
        assertThat(hoa.asksForAll(7)).isEmpty();

        world.people.put(aHousehold("Người mới").in(hamlets.get(17)));
        world.settle();
        assertThat(hoa.asksForAll(7))
                .extracting(item -> item.kind() + " " + item.id())
                .containsExactly("coverage " + hamlets.get(17).id());
    }

    @Test
    void a_new_hamlet_of_the_commune_enters_the_leader_s_scope() {
        PullingPhone hoa = new PullingPhone(
                pull,
                () -> new Actor(HOA.id(), HOA.role(), Scopes.of(world.people.trees.current(), HOA.areas(), TODAY)));
        hoa.asksForAll(1_000);
        Area added =
                AreaBuilder.aHamlet("mới").id("xóm mới").under(MINH_HOP.id()).build();
        world.put(world.people.areas.collection(), List.of(added));
        await(world.people.trees.refresh());

        assertThat(hoa.asks(1_000).entered()).containsExactly(added.id());
        assertThat(hoa.idsOf("area")).contains(added.id().toString());
    }

    @Test
    void who_sees_the_province_gets_its_units_and_the_tasks_given() {
        PullingPhone anh = new PullingPhone(pull, () -> actor(PROVINCE_ADMIN));

        anh.asksForAll(1_000);
        assertThat(anh.idsOf("area")).hasSize(4).doesNotContain(XOM_1.id().toString());
        assertThat(anh.idsOf("household")).isEmpty();

        TaskId given = world.put(world.tasks.collection(), List.of(TestTasks.givenBy(PROVINCE_ADMIN.id(), home)))
                .get(0)
                .id();
        TestTasks.store(world, home);
        assertThat(anh.asksForAll(1_000)).extracting(Item::id).containsExactly(given.value());
    }

    @Test
    void a_cursor_ahead_of_the_log_is_refused_and_one_behind_it_needs_a_fresh_start() {
        lan.asksForAll(1_000);
        PullTokens tokens = new PullTokens(world.store);
        PullToken now = await(tokens.read(LAN.id(), lan.token));
        Map<Integer, Long> ahead = new HashMap<>(now.cursor().positions());
        ahead.merge(0, 1L, Long::sum);

        assertThat(errorsOf(pull.pull(acting, text(tokens, now, new Cursor(ahead)), 10)))
                .containsExactly("/after cursor-ahead");
        assertThat(errorsOf(pull.pull(acting, text(tokens, now, new Cursor(Map.of(99, 1L))), 10)))
                .containsExactly("/after cursor-ahead");
        PullToken unknown = new PullToken(LAN.id(), 77, 0, null, now.cursor());
        assertThat(refusalOf(pull.pull(acting, await(tokens.write(unknown)), 10))
                        .code())
                .isEqualTo(ProblemCode.RESYNC_REQUIRED);
    }

    private static String text(PullTokens tokens, PullToken token, Cursor cursor) {
        return await(tokens.write(new PullToken(token.member(), token.holding(), token.base(), null, cursor)));
    }

    @Test
    void two_phones_of_one_member_go_their_own_ways() {
        PullingPhone other = new PullingPhone(pull, () -> acting);
        lan.asksForAll(1_000);
        other.asksForAll(1_000);
        worksIn(XOM_1, XOM_5);
        lan.asksForAll(1_000);
        worksIn(XOM_5);
        lan.asksForAll(1_000);

        assertThat(other.asks(1_000).left()).containsExactly(XOM_1.id());
        other.asksForAll(1_000);

        assertThat(other.holds).isEqualTo(lan.holds);
    }
}
