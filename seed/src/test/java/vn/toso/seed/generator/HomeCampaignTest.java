package vn.toso.seed.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.toso.domain.campaign.Campaign;
import vn.toso.domain.campaign.CampaignState;
import vn.toso.domain.task.Task;
import vn.toso.domain.task.TaskState;

class HomeCampaignTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");

    private static final DemoPlan PLAN = DemoPlan.of(1, DemoSize.PILOT);

    /** Those of the first hamlets. */
    private static List<Task> tasksIn(CommunePlan commune) {
        MakeHamlet make = new MakeHamlet(1, TODAY);
        return commune.hamlets().stream()
                .limit(4)
                .flatMap(plan -> make.of(plan, Cast.leaderOf(commune)).tasks().stream())
                .filter(task -> task.campaignId() != null)
                .toList();
    }

    @Test
    void theCampaignIsUnderWayOnTheDemosDayAndMarkedAsGenerated() {
        Campaign campaign = new MakeHamlet(1, TODAY).campaign();

        assertThat(campaign.state()).isEqualTo(CampaignState.LAUNCHING);
        assertThat(campaign.from()).isBefore(TODAY);
        assertThat(campaign.to()).isAfter(TODAY);
        assertThat(campaign.generated()).isTrue();
    }

    @Test
    void someOfItsTasksAreDoneByVisitsWithinItsWindow() {
        Campaign campaign = new MakeHamlet(1, TODAY).campaign();

        List<Task> tasks = tasksIn(PLAN.communes().get(0));

        assertThat(tasks).isNotEmpty().allSatisfy(task -> {
            assertThat(task.state()).isEqualTo(TaskState.DONE);
            assertThat(task.campaignId()).isEqualTo(campaign.id());
            assertThat(task.completedAt()).isAfter(campaign.launchedAt());
            assertThat(task.generated()).isTrue();
        });
        assertThat(tasks).extracting(Task::id).doesNotHaveDuplicates();
    }

    @Test
    void otherCommunesHaveNoPartInIt() {
        assertThat(tasksIn(PLAN.communes().get(1))).isEmpty();
    }
}
