package vn.toso.api.start;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import vn.toso.domain.area.AmendArea;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Areas;
import vn.toso.domain.area.CreateHamlet;
import vn.toso.domain.area.VisibleAreas;
import vn.toso.domain.campaign.Campaigns;
import vn.toso.domain.campaign.JoinCampaigns;
import vn.toso.domain.campaign.MoveCampaign;
import vn.toso.domain.campaign.PlanCampaign;
import vn.toso.domain.campaign.PreviewCampaign;
import vn.toso.domain.campaign.RunCampaigns;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.coverage.CampaignProgress;
import vn.toso.domain.coverage.CoverageOf;
import vn.toso.domain.coverage.CoverageTrend;
import vn.toso.domain.coverage.Coverages;
import vn.toso.domain.coverage.FollowWork;
import vn.toso.domain.coverage.FreezeMonth;
import vn.toso.domain.coverage.FrozenMonths;
import vn.toso.domain.coverage.LiveCoverage;
import vn.toso.domain.coverage.MonthOf;
import vn.toso.domain.coverage.RecountDue;
import vn.toso.domain.coverage.SetTarget;
import vn.toso.domain.coverage.TargetProgress;
import vn.toso.domain.coverage.Targets;
import vn.toso.domain.export.Exports;
import vn.toso.domain.export.TakeExport;
import vn.toso.domain.household.AddResident;
import vn.toso.domain.household.AmendHousehold;
import vn.toso.domain.household.AmendResident;
import vn.toso.domain.household.Households;
import vn.toso.domain.household.ImportHouseholds;
import vn.toso.domain.household.RecordConsent;
import vn.toso.domain.household.RegisterHousehold;
import vn.toso.domain.household.TransferHousehold;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.report.OpenCoverage;
import vn.toso.domain.report.ReportOf;
import vn.toso.domain.service.AmendService;
import vn.toso.domain.service.Catalogues;
import vn.toso.domain.service.Services;
import vn.toso.domain.storage.Store;
import vn.toso.domain.sync.Digests;
import vn.toso.domain.sync.Mutations;
import vn.toso.domain.sync.Pull;
import vn.toso.domain.sync.Push;
import vn.toso.domain.sync.Quarantine;
import vn.toso.domain.sync.ResolveQuarantine;
import vn.toso.domain.sync.Subjects;
import vn.toso.domain.sync.UseCases;
import vn.toso.domain.task.AssignTasks;
import vn.toso.domain.task.CompleteTasks;
import vn.toso.domain.task.MoveTask;
import vn.toso.domain.task.TakeOfflineMove;
import vn.toso.domain.task.Tasks;
import vn.toso.domain.team.AmendMember;
import vn.toso.domain.team.AmendTeam;
import vn.toso.domain.team.Badges;
import vn.toso.domain.team.BindSubject;
import vn.toso.domain.team.CreateTeam;
import vn.toso.domain.team.ImportMembers;
import vn.toso.domain.team.InviteFirstAdmin;
import vn.toso.domain.team.InviteMember;
import vn.toso.domain.team.MemberDirectory;
import vn.toso.domain.team.Members;
import vn.toso.domain.team.Teams;
import vn.toso.domain.visit.ConsentRule;
import vn.toso.domain.visit.FollowVisits;
import vn.toso.domain.visit.RecordVisit;
import vn.toso.domain.visit.Visits;
import vn.toso.domain.visit.VoidVisit;

/**
 * The domain as beans. What is imported has one constructor, which Spring calls; the domain itself knows nothing of
 * Spring.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    Areas.class,
    AreaTrees.class,
    VisibleAreas.class,
    CreateHamlet.class,
    AmendArea.class,
    Members.class,
    InviteMember.class,
    InviteFirstAdmin.class,
    ImportMembers.class,
    AmendMember.class,
    BindSubject.class,
    Teams.class,
    CreateTeam.class,
    AmendTeam.class,
    Badges.class,
    Services.class,
    Catalogues.class,
    AmendService.class,
    Households.class,
    RegisterHousehold.class,
    ImportHouseholds.class,
    AmendHousehold.class,
    TransferHousehold.class,
    AddResident.class,
    AmendResident.class,
    RecordConsent.class,
    Visits.class,
    RecordVisit.class,
    VoidVisit.class,
    Tasks.class,
    AssignTasks.class,
    MoveTask.class,
    TakeOfflineMove.class,
    Campaigns.class,
    PlanCampaign.class,
    PreviewCampaign.class,
    MoveCampaign.class,
    RunCampaigns.class,
    JoinCampaigns.class,
    CampaignProgress.class,
    Coverages.class,
    Targets.class,
    CoverageTrend.class,
    SetTarget.class,
    TargetProgress.class,
    FrozenMonths.class,
    FreezeMonth.class,
    MonthOf.class,
    FollowVisits.class,
    CompleteTasks.class,
    FollowWork.class,
    RecountDue.class,
    CoverageOf.class,
    ReportOf.class,
    LiveCoverage.class,
    OpenCoverage.class,
    Exports.class,
    TakeExport.class,
    Mutations.class,
    Quarantine.class,
    Subjects.class,
    UseCases.class,
    Push.class,
    ResolveQuarantine.class,
    Pull.class,
    Digests.class
})
class DomainConfiguration {

    /** Milliseconds, as a database keeps them: what is answered is what is stored. */
    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Bean
    IdSource ids() {
        return IdSource.timeOrdered();
    }

    /** For invitation codes. */
    @Bean
    RandomGenerator unpredictable() {
        return new SecureRandom();
    }

    @Bean
    Store store(TosoSettings settings) {
        try {
            return Store.open(settings.storage());
        } catch (IllegalArgumentException e) {
            throw new CannotStart(
                    "toso.mongodb.uri is no connection string: " + e.getMessage(),
                    "Write it like mongodb://host:27017/toso?replicaSet=rs0.");
        }
    }

    @Bean
    ConsentRule consentRule(TosoSettings settings) {
        return settings.privacy().consent();
    }

    @Bean
    ChangeLog changeLog(Store store, Clock clock) {
        return new ChangeLog(store, clock);
    }

    @Bean
    MemberDirectory memberDirectory(Members members, AreaTrees trees, Clock clock) {
        return new MemberDirectory(members, trees, clock);
    }
}
