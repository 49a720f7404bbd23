package vn.toso.domain.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.campaign.CampaignWorld.form;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.MemberBuilder.aMember;
import static vn.toso.domain.world.ResidentBuilder.aResident;
import static vn.toso.domain.world.TestWorld.DISTRICT_STAFF;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH;
import static vn.toso.domain.world.TestWorld.MINH_HOP;
import static vn.toso.domain.world.TestWorld.OVERSIGHT;
import static vn.toso.domain.world.TestWorld.PROVINCE_ADMIN;
import static vn.toso.domain.world.TestWorld.TEAM;
import static vn.toso.domain.world.TestWorld.THUY;
import static vn.toso.domain.world.TestWorld.TODAY;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_5;
import static vn.toso.domain.world.TestWorld.XOM_DONG;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.WorkingWorld.await;

import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.toso.domain.access.Actor;
import vn.toso.domain.area.Area;
import vn.toso.domain.campaign.Campaign.Sharing;
import vn.toso.domain.campaign.PreviewCampaign.HamletPreview;
import vn.toso.domain.campaign.PreviewCampaign.Preview;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.CampaignId;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.task.Task;
import vn.toso.domain.task.TaskKind;
import vn.toso.domain.task.TaskState;
import vn.toso.domain.team.Member;
import vn.toso.domain.team.MemberStatus;
import vn.toso.domain.world.HouseholdBuilder;

class LaunchTest {

    private CampaignWorld world;

    @BeforeEach
    void open() {
        world = new CampaignWorld("Launch");
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void households(Area hamlet, int count) {
        for (int i = 0; i < count; i++) {
            world.world.people.put(aHousehold("Hộ " + hamlet.name() + " " + i).in(hamlet));
        }
    }

    private Household household(HouseholdBuilder one) {
        return world.world.people.put(one).get(0);
    }

    @Test
    void every_household_that_lacks_something_gets_one_task_with_what_it_lacks() {
        Household lacking = household(aHousehold("Lô Văn Nam")
                .with(aResident("Lô Văn Nam").born(1980))
                .achieved("PAY_BILL", TODAY.minusDays(3)));
        Household done = household(aHousehold("Vi Văn Xong").achieved("PAY_BILL", TODAY));

        Campaign campaign = world.launch(HOA, form(List.of("PAY_BILL", "SKILL"), XOM_1.id()));

        assertThat(campaign.state()).isEqualTo(CampaignState.RUNNING);
        assertThat(campaign.launchedBy()).isEqualTo(HOA.id());
        assertThat(world.taskOf(campaign.id(), done.id())).isNull();
        assertThat(world.tasks(campaign.id())).singleElement().satisfies(task -> {
            assertThat(task.id()).isEqualTo(TaskId.of(campaign.id(), lacking.id()));
            assertThat(task.services()).containsExactly("SKILL");
            assertThat(task.kind()).isEqualTo(TaskKind.VISIT_HOUSEHOLD);
            assertThat(task.hamletId()).isEqualTo(XOM_1.id());
            assertThat(task.due()).isEqualTo(campaign.to());
            assertThat(task.assignedBy()).isEqualTo(HOA.id());
            assertThat(task.state()).isEqualTo(TaskState.ASSIGNED);
        });
    }

    @Test
    void work_is_shared_evenly_over_those_who_are_active() {
        households(XOM_1, 7);
        world.world.put(
                world.world.people.members.collection(),
                List.of(
                        aMember("Hà Thị Nghỉ")
                                .in(XOM_1.id())
                                .status(MemberStatus.SUSPENDED)
                                .build(),
                        aMember("Hà Thị Đi")
                                .in(XOM_1.id())
                                .status(MemberStatus.LEFT)
                                .build()));

        Campaign campaign = world.launch(HOA, form(List.of("PAY_BILL"), XOM_1.id()));

        assertThat(world.shares(campaign.id(), LAN, MINH).values()).containsExactlyInAnyOrder(3, 4);
    }

    @Test
    void a_hamlet_without_members_goes_to_its_leader_and_without_one_to_who_launched() {
        households(XOM_1, 2);
        households(XOM_5, 3);
        households(XOM_DONG, 2);
        await(world.world.people.members.collection().replace(Actor.SYSTEM, left()));

        Campaign campaign = world.launch(DISTRICT_STAFF, form(List.of("PAY_BILL"), OVERSIGHT.id()));

        assertThat(world.shares(campaign.id(), LAN, MINH, HOA, DISTRICT_STAFF))
                .isEqualTo(Map.of(LAN.name(), 1, MINH.name(), 1, HOA.name(), 3, DISTRICT_STAFF.name(), 2));
    }

    /** Thủy, the only member of Xóm Đồng, whose commune has no leader. */
    private Member left() {
        Member stored = await(world.world.people.members.collection().find(THUY.id()));
        return new Member(
                stored.id(),
                stored.revision(),
                stored.name(),
                stored.phone(),
                stored.role(),
                stored.areas(),
                stored.subject(),
                MemberStatus.LEFT,
                null,
                stored.sortKey(),
                stored.words(),
                false);
    }

    @Test
    void a_team_gets_what_is_for_the_team() {
        households(XOM_1, 3);
        households(XOM_5, 1);

        Campaign campaign = world.launch(
                HOA, form(List.of("PAY_BILL"), TODAY.plusDays(5), ShareRule.TO_TEAM, XOM_1.id(), XOM_5.id()));

        assertThat(world.tasks(campaign.id()))
                .filteredOn(task -> TEAM.id().equals(task.teamId()))
                .hasSize(3)
                .allMatch(task -> task.assigneeId() == null);
        assertThat(world.shares(campaign.id(), HOA)).containsEntry(HOA.name(), 1);
    }

    @Test
    void the_dry_run_tells_what_the_launch_makes_and_makes_nothing() {
        households(XOM_1, 5);
        households(XOM_5, 2);
        household(aHousehold("Nhà đông")
                .with(
                        aResident("Một").born(1970),
                        aResident("Hai").born(1990),
                        aResident("Bé").born(2024)));
        CampaignForm form = form(List.of("PAY_BILL", "SKILL"), MINH_HOP.id());

        Preview preview = await(world.preview.of(actor(HOA), form));

        assertThat(world.taskChanges()).isEmpty();
        assertThat(await(world.campaigns.page(actor(HOA), null, 10, null)).items())
                .isEmpty();
        assertThat(preview.households()).isEqualTo(8);
        assertThat(preview.units()).isEqualTo(8 + 2);
        Campaign campaign = world.launch(HOA, form);
        assertThat(world.tasks(campaign.id())).hasSize(8);
        HamletPreview first = preview.hamlets().get(0);
        assertThat(first.hamlet()).isEqualTo(XOM_1.id());
        assertThat(first.withoutMembers()).isFalse();
        assertThat(first.members())
                .allSatisfy(share -> assertThat(world.shares(campaign.id(), LAN, MINH))
                        .containsEntry(share.name(), (int) share.tasks()));
        assertThat(preview.hamlets().get(1).withoutMembers()).isTrue();
        assertThat(preview.hamlets().get(1).members())
                .singleElement()
                .satisfies(share -> assertThat(share.name()).isEqualTo(HOA.name()));
        Preview again = await(world.preview.of(actor(HOA), campaign.id()));
        assertThat(again.households()).isZero();
    }

    @Test
    void launching_twice_and_on_two_nodes_at_once_makes_nothing_twice() {
        households(XOM_1, 40);
        households(XOM_5, 30);
        CampaignId id =
                world.draft(HOA, form(List.of("PAY_BILL"), MINH_HOP.id())).id();
        await(world.move.launch(actor(HOA), id, null));
        await(world.move.launch(actor(HOA), id, null));

        Mono<Boolean> one = world.runner().run().subscribeOn(Schedulers.parallel());
        Mono<Boolean> other = world.runner().run().subscribeOn(Schedulers.parallel());
        await(Mono.when(one, other));
        world.runAll();
        await(world.move.launch(actor(HOA), id, null));
        world.runAll();

        assertThat(world.tasks(id)).hasSize(70).extracting(Task::householdId).doesNotHaveDuplicates();
        assertThat(world.taskChanges()).hasSize(70);
        assertThat(world.stored(id).sharing()).satisfies(sharing -> {
            assertThat(sharing.done()).isTrue();
            assertThat(sharing.hamletsDone()).isEqualTo(sharing.hamlets()).isEqualTo(3);
        });
    }

    @Test
    void a_launch_that_died_in_the_middle_goes_on_and_keeps_the_shares_even() {
        households(XOM_1, 9);
        households(XOM_5, 4);
        CampaignId id =
                world.draft(HOA, form(List.of("PAY_BILL"), MINH_HOP.id())).id();
        Campaign launched = await(world.move.launch(actor(HOA), id, null));
        // As a node leaves it that made some of a hamlet's tasks and died before it noted that.
        world.launch(HOA, form(List.of("DEVICE"), XOM_5.id()));
        world.runAll();
        List<Task> all = world.tasks(id);
        await(Flux.from(world.world
                        .tasks
                        .collection()
                        .documents()
                        .deleteMany(Filters.in(
                                "_id", all.stream().limit(6).map(Task::id).toList())))
                .then());
        Campaign before = world.stored(id);
        await(world.campaigns.collection().replace(Actor.SYSTEM, before.sharing(Sharing.starting(TODAY))));

        world.runAll();

        assertThat(world.tasks(id)).hasSize(13);
        assertThat(world.shares(id, LAN, MINH, HOA)).containsEntry(HOA.name(), 4);
        assertThat(Math.abs(world.shares(id, LAN, MINH).get(LAN.name())
                        - world.shares(id, LAN, MINH).get(MINH.name())))
                .isEqualTo(1);
        assertThat(launched.state()).isEqualTo(CampaignState.LAUNCHING);
    }

    @Test
    void the_province_launches_everywhere() {
        households(XOM_1, 2);
        households(XOM_DONG, 2);

        Campaign campaign = world.launch(PROVINCE_ADMIN, form(List.of("PAY_BILL"), OVERSIGHT.id()));

        assertThat(world.shares(campaign.id(), LAN, MINH, THUY)).containsEntry(THUY.name(), 2);
    }
}
