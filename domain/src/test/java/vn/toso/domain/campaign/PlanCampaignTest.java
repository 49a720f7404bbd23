package vn.toso.domain.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.Problems.errorsOf;
import static vn.toso.domain.world.TestCatalogue.aService;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.MINH_HOP;
import static vn.toso.domain.world.TestWorld.PROVINCE_ADMIN;
import static vn.toso.domain.world.TestWorld.TODAY;
import static vn.toso.domain.world.TestWorld.VAN_LOI;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.toso.domain.campaign.Campaign.Goal;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.service.ServiceUnit;
import vn.toso.domain.team.Member;
import vn.toso.domain.world.Names;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanCampaignTest {

    private static final List<String> BILLS = List.of("PAY_BILL");
    private static final List<AreaId> HOME = List.of(MINH_HOP.id());

    private CampaignWorld world;

    @BeforeAll
    void open() {
        world = new CampaignWorld("PlanCampaign");
        world.world.put(
                world.world.people.services.collection(),
                List.of(aService("FORMER", ServiceUnit.HOUSEHOLD).notOffered().build()));
        await(world.world.people.catalogues.refresh());
    }

    @AfterAll
    void close() {
        world.close();
    }

    private List<String> errors(Member by, List<String> services, List<AreaId> areas) {
        return errorsOf(world.plan.plan(actor(by), form(services, areas, TODAY, TODAY, null)));
    }

    private List<String> errors(LocalDate from, LocalDate to) {
        return errorsOf(world.plan.plan(actor(HOA), form(BILLS, HOME, from, to, null)));
    }

    private List<String> errors(Goal goal) {
        return errorsOf(world.plan.plan(actor(HOA), form(BILLS, HOME, TODAY, TODAY, goal)));
    }

    private Campaign planned(List<String> services, List<AreaId> areas, LocalDate from, LocalDate to, Goal goal) {
        return await(world.plan.plan(actor(HOA), form(services, areas, from, to, goal)));
    }

    private static CampaignForm form(
            List<String> services, List<AreaId> areas, LocalDate from, LocalDate to, @Nullable Goal goal) {
        return new CampaignForm("Đợt cao điểm", services, areas, from, to, goal, ShareRule.EVENLY);
    }

    @Test
    void what_is_named_twice_is_planned_once() {
        Campaign draft = planned(
                Collections.nCopies(PlanCampaign.MOST_SERVICES, "PAY_BILL"),
                Collections.nCopies(PlanCampaign.MOST_AREAS, XOM_1.id()),
                TODAY,
                TODAY,
                new Goal(1.0, null));

        assertThat(draft.services()).containsExactly("PAY_BILL");
        assertThat(draft.areaIds()).containsExactly(XOM_1.id());
        assertThat(draft.state()).isEqualTo(CampaignState.DRAFT);
        assertThat(world.stored(draft.id())).isEqualTo(draft);
    }

    @Test
    void a_campaign_has_a_service_or_up_to_twenty() {
        assertThat(errors(HOA, List.of(), HOME)).containsExactly("/services size");
        assertThat(errors(HOA, Collections.nCopies(PlanCampaign.MOST_SERVICES + 1, "PAY_BILL"), HOME))
                .containsExactly("/services size");
    }

    @Test
    void a_service_that_is_no_longer_offered_cannot_be_planned() {
        assertThat(errors(HOA, List.of("PAY_BILL", "FORMER"), HOME)).containsExactly("/services/1 unknown-service");
    }

    @Test
    void a_campaign_has_an_area_or_up_to_two_hundred() {
        assertThat(errors(HOA, BILLS, List.of())).containsExactly("/areaIds size");
        assertThat(errors(HOA, BILLS, Collections.nCopies(PlanCampaign.MOST_AREAS + 1, XOM_1.id())))
                .containsExactly("/areaIds size");
    }

    @Test
    void a_commune_that_was_merged_is_no_area_any_more_even_for_the_province() {
        assertThat(errors(PROVINCE_ADMIN, BILLS, List.of(MINH_HOP.id(), VAN_LOI.id(), Names.area("nowhere"))))
                .containsExactly("/areaIds/1 unknown-area", "/areaIds/2 unknown-area");
    }

    @Test
    void a_campaign_lasts_a_year_at_most_and_begins_within_one() {
        int longest = PlanCampaign.LONGEST_DAYS;

        assertThat(errors(TODAY, TODAY.plusDays(longest))).containsExactly("/to too-long-a-window");
        LocalDate tooLate = TODAY.plusDays(longest + 1);
        assertThat(errors(tooLate, tooLate)).containsExactly("/to too-long-a-window");
        assertThat(planned(BILLS, HOME, TODAY, TODAY.plusDays(longest - 1), new Goal(null, 1L))
                        .to())
                .isEqualTo(TODAY.plusDays(longest - 1));
        LocalDate latest = TODAY.plusDays(longest);
        assertThat(planned(BILLS, HOME, latest, latest, new Goal(null, 1L)).from())
                .isEqualTo(latest);
    }

    @Test
    void a_goal_is_either_a_share_or_a_number() {
        assertThat(errors(new Goal(null, null))).containsExactly("/target number-or-share");
        assertThat(errors(new Goal(0.5, 5L))).containsExactly("/target number-or-share");
    }

    @Test
    void a_goal_can_be_reached_and_is_more_than_nothing() {
        assertThat(errors(new Goal(0.0, null))).containsExactly("/target/share share");
        assertThat(errors(new Goal(1.01, null))).containsExactly("/target/share share");
        assertThat(errors(new Goal(Double.NaN, null))).containsExactly("/target/share share");
        assertThat(errors(new Goal(null, 0L))).containsExactly("/target/number positive");
    }
}
