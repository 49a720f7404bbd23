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

    private static List<Task> tasksOf(DemoSize size) {
        MakeHamlet make = new MakeHamlet(1, TODAY);
        return DemoPlan.of(1, size).communes().stream()
                .flatMap(commune -> commune.hamlets().stream().map(plan -> make.of(plan, Cast.leaderOf(commune))))
                .flatMap(hamlet -> hamlet.tasks().stream())
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

        List<Task> tasks = tasksOf(DemoSize.COMMUNE);

        assertThat(tasks).hasSizeGreaterThan(3).allSatisfy(task -> {
            assertThat(task.state()).isEqualTo(TaskState.DONE);
            assertThat(task.campaignId()).isEqualTo(campaign.id());
            assertThat(task.completedAt()).isAfter(campaign.launchedAt());
            assertThat(task.generated()).isTrue();
        });
        assertThat(tasks).extracting(Task::id).doesNotHaveDuplicates();
    }

    @Test
    void otherCommunesHaveNoPartInIt() {
        assertThat(tasksOf(DemoSize.PILOT)).isEqualTo(tasksOf(DemoSize.COMMUNE));
    }
}
