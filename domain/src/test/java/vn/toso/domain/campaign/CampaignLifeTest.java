package vn.toso.domain.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.campaign.CampaignWorld.form;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.Problems.assertConflict;
import static vn.toso.domain.world.Problems.assertForbidden;
import static vn.toso.domain.world.Problems.assertNotFound;
import static vn.toso.domain.world.Problems.errorsOf;
import static vn.toso.domain.world.ResidentBuilder.aResident;
import static vn.toso.domain.world.TestWorld.DISTRICT_STAFF;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH_HOP;
import static vn.toso.domain.world.TestWorld.OVERSIGHT;
import static vn.toso.domain.world.TestWorld.TAM_HOP;
import static vn.toso.domain.world.TestWorld.THUY;
import static vn.toso.domain.world.TestWorld.TODAY;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_DONG;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.VisitBuilder.aVisit;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toso.domain.access.Actor;
import vn.toso.domain.campaign.Campaign.Goal;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.CampaignId;
import vn.toso.domain.service.Outcome;
import vn.toso.domain.storage.Page;
import vn.toso.domain.task.CampaignTasks;
import vn.toso.domain.task.Task;
import vn.toso.domain.task.TaskState;
import vn.toso.domain.visit.Visit;

class CampaignLifeTest {

    private CampaignWorld world;
    private Household nam;
    private Household thong;

    @BeforeEach
    void open() {
        world = new CampaignWorld("CampaignLife");
        List<Household> stored = world.world.people.put(
                aHousehold("Lô Văn Nam"),
                aHousehold("Vi Văn Thông").with(aResident("Vi Văn Thông").born(1975)));
        nam = stored.get(0);
        thong = stored.get(1);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_household_that_comes_to_have_work_joins_once() {
        Campaign campaign = world.launch(HOA, form(List.of("PAY_FIRST"), MINH_HOP.id()));
        assertThat(world.tasks(campaign.id())).isEmpty();
        Visit opened = aVisit("mở tài khoản")
                .to(thong)
                .at(world.clock.instant().atOffset(ZoneOffset.ofHours(7)))
                .did("PAY_ACC", thong.residents().get(0).id(), Outcome.ACHIEVED)
                .build();

        world.world.put(world.world.visits.collection(), List.of(opened));
        world.follow();

        assertThat(world.tasks(campaign.id()))
                .singleElement()
                .satisfies(task -> assertThat(task.householdId()).isEqualTo(thong.id()));
        await(world.joining().handle(world.world.changes()));
        assertThat(world.tasks(campaign.id())).hasSize(1);
        assertThat(world.taskChanges()).hasSize(1);
    }

    @Test
    void a_household_registered_later_joins_where_the_campaign_is_and_nowhere_else() {
        Campaign campaign = world.launch(HOA, form(List.of("PAY_BILL"), MINH_HOP.id()));

        List<Household> later =
                world.world.people.put(aHousehold("Mới đến"), aHousehold("Ở xa").in(XOM_DONG));
        world.follow();

        assertThat(world.taskOf(campaign.id(), later.get(0).id())).isNotNull();
        assertThat(world.taskOf(campaign.id(), later.get(1).id())).isNull();
    }

    @Test
    void who_comes_of_age_joins_on_that_day_though_no_document_changed() {
        Household young = world.world
                .people
                .put(aHousehold("Nhà trẻ").with(aResident("Mười lăm").born(2012)))
                .get(0);
        CampaignForm acrossNewYear = form(List.of("SKILL"), TODAY.plusDays(60), ShareRule.EVENLY, XOM_1.id());
        Campaign campaign = world.launch(HOA, acrossNewYear);
        assertThat(world.taskOf(campaign.id(), young.id())).isNull();

        world.clock.advance(Duration.ofDays(50));
        world.runAll();

        assertThat(world.taskOf(campaign.id(), young.id())).isNotNull();
        assertThat(world.stored(campaign.id()).state()).isEqualTo(CampaignState.RUNNING);
    }

    @Test
    void a_visit_that_achieves_what_is_wanted_closes_the_task() {
        Campaign campaign = world.launch(HOA, form(List.of("PAY_BILL"), XOM_1.id()));
        Visit paid = aVisit("trả tiền điện")
                .to(nam)
                .at(world.clock.instant().atOffset(ZoneOffset.ofHours(7)))
                .did("PAY_BILL", Outcome.ACHIEVED)
                .build();

        world.world.put(world.world.visits.collection(), List.of(paid));
        world.follow();

        assertThat(world.taskOf(campaign.id(), nam.id()).state()).isEqualTo(TaskState.DONE);
        assertThat(world.tasks(campaign.id())).hasSize(2);
    }

    @Test
    void ending_cancels_what_is_open_and_leaves_what_is_done() {
        for (int i = 0; i < 30; i++) {
            world.world.people.put(aHousehold("Hộ " + i));
        }
        Campaign campaign = world.launch(HOA, form(List.of("PAY_BILL"), XOM_1.id()));
        Task done = world.taskOf(campaign.id(), nam.id());
        await(world.world.tasks.collection().replace(Actor.SYSTEM, doneBySomebody(done)));

        Campaign ending = await(world.move.end(actor(HOA), campaign.id(), null));
        assertThat(ending.state()).isEqualTo(CampaignState.ENDING);
        world.runAll();
        await(world.move.end(actor(HOA), campaign.id(), null));

        Campaign ended = world.stored(campaign.id());
        assertThat(ended.state()).isEqualTo(CampaignState.ENDED);
        assertThat(ended.endedBy()).isEqualTo(HOA.id());
        assertThat(world.tasks(campaign.id()))
                .hasSize(32)
                .filteredOn(task -> task.state() == TaskState.CANCELLED)
                .hasSize(31)
                .allSatisfy(task -> assertThat(task.reason()).contains("Đợt cao điểm"));
        assertThat(world.taskOf(campaign.id(), nam.id()).state()).isEqualTo(TaskState.DONE);
        assertConflict("campaign-over", world.move.launch(actor(HOA), campaign.id(), null));
    }

    private static Task doneBySomebody(Task task) {
        return new Task(
                        task.id(),
                        task.revision(),
                        task.kind(),
                        task.hamletId(),
                        task.householdId(),
                        task.services(),
                        task.assigneeId(),
                        task.teamId(),
                        task.assignedBy(),
                        task.assignedAt(),
                        null,
                        task.priority(),
                        task.due(),
                        task.note(),
                        TaskState.DONE,
                        null,
                        task.assignedAt(),
                        null,
                        false)
                .within(task.campaignId());
    }

    @Test
    void a_task_made_while_its_campaign_ended_is_cancelled_as_well() {
        Campaign campaign = world.launch(HOA, form(List.of("PAY_BILL"), XOM_1.id()));
        Campaign asSeenBefore = world.stored(campaign.id());
        await(world.move.end(actor(HOA), campaign.id(), null));
        world.runAll();
        Household late = world.world.people.put(aHousehold("Chậm chân")).get(0);
        ShareOut stillAtIt = new ShareOut(
                world.world.tasks,
                new CampaignTasks(world.world.tasks),
                world.world.people.households,
                world.world.people.members,
                world.world.people.teams,
                world.world.people.trees,
                world.world.people.catalogues,
                world.clock);
        assertThat(await(stillAtIt.run(asSeenBefore, XOM_1.id()))).isEqualTo(1);

        world.follow();

        assertThat(world.taskOf(campaign.id(), late.id()).state()).isEqualTo(TaskState.CANCELLED);
    }

    @Test
    void a_campaign_ends_by_itself_when_its_window_is_over() {
        Campaign campaign =
                world.launch(HOA, form(List.of("PAY_BILL"), TODAY.plusDays(2), ShareRule.EVENLY, XOM_1.id()));
        world.clock.advance(Duration.ofDays(2));
        world.runAll();
        assertThat(world.stored(campaign.id()).state()).isEqualTo(CampaignState.RUNNING);

        world.clock.advance(Duration.ofDays(1));
        world.runAll();

        assertThat(world.stored(campaign.id()).state()).isEqualTo(CampaignState.ENDED);
        assertThat(world.stored(campaign.id()).endedBy()).isEqualTo(Actor.SYSTEM.memberId());
        assertThat(world.tasks(campaign.id())).allMatch(task -> task.state() == TaskState.CANCELLED);
    }

    @Test
    void who_may_see_and_move_a_campaign_follows_from_the_scope() {
        CampaignId ofDistrict = world.draft(DISTRICT_STAFF, form(List.of("PAY_BILL"), OVERSIGHT.id()))
                .id();
        CampaignId ofCommune =
                world.draft(HOA, form(List.of("PAY_BILL"), MINH_HOP.id())).id();

        assertThat(await(world.campaigns.get(actor(LAN), ofDistrict)).id()).isEqualTo(ofDistrict);
        assertNotFound(world.campaigns.get(actor(THUY), ofCommune));
        assertForbidden(world.move.launch(actor(LAN), ofCommune, null));
        assertForbidden(world.move.launch(actor(HOA), ofDistrict, null));
        assertForbidden(world.preview.of(actor(HOA), ofDistrict));
        assertForbidden(world.plan.plan(actor(LAN), form(List.of("PAY_BILL"), XOM_1.id())));
        assertThat(errorsOf(world.plan.plan(actor(HOA), form(List.of("PAY_BILL"), TAM_HOP.id()))))
                .containsExactly("/areaIds/0 unknown-area");

        Page<Campaign> first = await(world.campaigns.page(actor(HOA), null, 1, null));
        Page<Campaign> second = await(world.campaigns.page(actor(HOA), CampaignState.DRAFT, 1, first.next()));
        assertThat(first.items()).extracting(Campaign::id).containsExactly(ofCommune);
        assertThat(second.items()).extracting(Campaign::id).containsExactly(ofDistrict);
        assertThat(await(world.campaigns.page(actor(THUY), null, 10, null)).items())
                .extracting(Campaign::id)
                .containsExactly(ofDistrict);
    }

    @Test
    void everything_that_is_wrong_with_a_plan_is_told() {
        CampaignForm wrong = new CampaignForm(
                " ",
                List.of("MEETING", "NOPE"),
                List.of(),
                TODAY.minusDays(5),
                TODAY.minusDays(9),
                new Goal(2.0, 3L),
                ShareRule.EVENLY);

        assertThat(errorsOf(world.plan.plan(actor(HOA), wrong)))
                .containsExactly(
                        "/name required",
                        "/services/0 wrong-place",
                        "/services/1 unknown-service",
                        "/areaIds size",
                        "/to before-from",
                        "/to in-the-past",
                        "/target number-or-share",
                        "/target/share share");
    }
}
