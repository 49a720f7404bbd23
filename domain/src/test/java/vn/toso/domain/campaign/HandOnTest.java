package vn.toso.domain.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.campaign.CampaignWorld.form;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.MemberBuilder.aMember;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH;
import static vn.toso.domain.world.TestWorld.TEAM;
import static vn.toso.domain.world.TestWorld.TODAY;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.WorkingWorld.await;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toso.domain.access.Actor;
import vn.toso.domain.service.Outcome;
import vn.toso.domain.task.CampaignTasks;
import vn.toso.domain.task.CampaignTasks.Handing;
import vn.toso.domain.task.Task;
import vn.toso.domain.task.TaskState;
import vn.toso.domain.team.Member;
import vn.toso.domain.team.MemberStatus;
import vn.toso.domain.visit.Visit;
import vn.toso.domain.world.VisitBuilder;

/** What becomes of a campaign's work when whose it is leaves. */
class HandOnTest {

    private static final Member TAM = aMember("Vi Văn Tám").in(XOM_1.id()).build();

    private CampaignWorld world;

    @BeforeEach
    void open() {
        world = new CampaignWorld("HandOn");
        for (int i = 0; i < 9; i++) {
            world.world.people.put(aHousehold("Hộ " + i));
        }
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void becomes(Member member, MemberStatus status) {
        Member stored = await(world.world.people.members.collection().find(member.id()));
        Member changed = new Member(
                stored.id(),
                stored.revision(),
                stored.name(),
                stored.phone(),
                stored.role(),
                stored.areas(),
                stored.subject(),
                status,
                stored.invitation(),
                stored.sortKey(),
                stored.words(),
                stored.generated());
        await(world.world.people.members.collection().replace(Actor.SYSTEM, changed));
        world.follow();
    }

    private List<Task> of(Campaign campaign, Member member) {
        return world.tasks(campaign.id()).stream()
                .filter(task -> member.id().equals(task.assigneeId()))
                .toList();
    }

    private void visit(Task task) {
        Visit paid = VisitBuilder.aVisit("trả tiền điện")
                .to(Objects.requireNonNull(task.householdId()))
                .did("PAY_BILL", Outcome.ACHIEVED)
                .build();
        world.world.put(world.world.visits.collection(), List.of(paid));
        world.follow();
    }

    @Test
    void what_a_suspended_member_had_is_shared_evenly_over_the_others() {
        world.world.put(world.world.people.members.collection(), List.of(TAM));
        Campaign campaign = world.launch(HOA, form(List.of("PAY_BILL"), XOM_1.id()));
        assertThat(of(campaign, MINH)).hasSize(3);
        visit(of(campaign, MINH).get(0));

        becomes(MINH, MemberStatus.SUSPENDED);

        assertThat(of(campaign, MINH))
                .as("what is done stays whose it was")
                .singleElement()
                .satisfies(task -> assertThat(task.state()).isEqualTo(TaskState.DONE));
        assertThat(of(campaign, LAN)).hasSize(4);
        assertThat(of(campaign, TAM)).hasSize(4);
        assertThat(world.tasks(campaign.id()))
                .filteredOn(task -> task.formerAssignees().contains(MINH.id()))
                .hasSize(2)
                .allSatisfy(task -> assertThat(task.state()).isEqualTo(TaskState.ASSIGNED));
    }

    @Test
    void when_the_last_member_leaves_the_leader_gets_the_rest() {
        Campaign campaign = world.launch(HOA, form(List.of("PAY_BILL"), XOM_1.id()));
        becomes(LAN, MemberStatus.LEFT);
        assertThat(of(campaign, MINH)).hasSize(9);

        becomes(MINH, MemberStatus.LEFT);

        assertThat(of(campaign, HOA)).hasSize(9);
    }

    @Test
    void what_a_member_had_claimed_goes_back_to_the_team() {
        Campaign campaign =
                world.launch(HOA, form(List.of("PAY_BILL"), TODAY.plusDays(9), ShareRule.TO_TEAM, XOM_1.id()));
        Task claimed = world.tasks(campaign.id()).get(0);
        await(new CampaignTasks(world.world.tasks)
                .hand(List.of(new Handing(claimed, MINH.id(), TEAM.id())), world.clock.instant()));
        world.follow();
        assertThat(of(campaign, MINH)).hasSize(1);

        becomes(MINH, MemberStatus.LEFT);

        assertThat(of(campaign, MINH)).isEmpty();
        assertThat(world.tasks(campaign.id())).allSatisfy(task -> {
            assertThat(task.assigneeId()).isNull();
            assertThat(task.teamId()).isEqualTo(TEAM.id());
        });
    }

    @Test
    void a_member_who_stays_keeps_everything_and_hearing_it_again_changes_nothing() {
        Campaign campaign = world.launch(HOA, form(List.of("PAY_BILL"), XOM_1.id()));
        becomes(MINH, MemberStatus.SUSPENDED);
        becomes(LAN, MemberStatus.ACTIVE);
        List<Task> before = world.tasks(campaign.id());

        await(world.joining().handle(world.world.changes()));

        assertThat(world.tasks(campaign.id())).isEqualTo(before);
        assertThat(of(campaign, LAN)).hasSize(9);
    }
}
