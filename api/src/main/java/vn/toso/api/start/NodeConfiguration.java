package vn.toso.api.start;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.audit.AuditEntries;
import vn.toso.domain.campaign.JoinCampaigns;
import vn.toso.domain.campaign.RunCampaigns;
import vn.toso.domain.change.ChangeFollower;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.change.Node;
import vn.toso.domain.change.ScheduledWork;
import vn.toso.domain.coverage.CountedUpTo;
import vn.toso.domain.coverage.Coverages;
import vn.toso.domain.coverage.FollowWork;
import vn.toso.domain.coverage.FrozenMonths;
import vn.toso.domain.coverage.LiveCoverage;
import vn.toso.domain.coverage.RecountDue;
import vn.toso.domain.service.Catalogues;
import vn.toso.domain.storage.Loader;
import vn.toso.domain.storage.Store;
import vn.toso.domain.sync.Mutations;
import vn.toso.domain.sync.Pull;
import vn.toso.domain.task.CompleteTasks;
import vn.toso.domain.team.MemberDirectory;
import vn.toso.domain.vault.RotateKeys;
import vn.toso.domain.visit.FollowVisits;

/** What a node does by itself: it follows the change log, and takes its part of the work that comes back. */
@Configuration(proxyBeanMethods = false)
class NodeConfiguration {

    private static final Duration BETWEEN_RECOUNTS = Duration.ofMinutes(1);
    private static final Duration BETWEEN_CAMPAIGN_RUNS = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LOOKS_AT_KEYS = Duration.ofSeconds(15);
    private static final Duration BETWEEN_RETENTIONS = Duration.ofHours(1);

    @Bean
    ChangeFollower progressFollower(Store store, ChangeLog log, FollowVisits progress) {
        return new ChangeFollower(store, log, progress);
    }

    @Bean
    ChangeFollower completionFollower(Store store, ChangeLog log, CompleteTasks completion) {
        return new ChangeFollower(store, log, completion);
    }

    @Bean
    ChangeFollower coverageFollower(Store store, ChangeLog log, FollowWork coverage) {
        return new ChangeFollower(store, log, coverage);
    }

    @Bean
    ChangeFollower campaignFollower(Store store, ChangeLog log, JoinCampaigns joining) {
        return new ChangeFollower(store, log, joining);
    }

    @Bean
    CountedUpTo countedUpTo(FollowVisits visits, ChangeFollower progressFollower, ChangeFollower coverageFollower) {
        return new CountedUpTo(visits, progressFollower::asOf, coverageFollower::asOf);
    }

    @Bean
    ScheduledWork mutationRetention(Mutations mutations, Clock clock) {
        return new ScheduledWork(
                "mutations-retention",
                BETWEEN_RETENTIONS,
                () -> mutations
                        .createIndexes()
                        .then(mutations.removeBefore(clock.instant().minus(Mutations.RETENTION))));
    }

    @Bean
    ScheduledWork campaignRuns(RunCampaigns campaigns) {
        return new ScheduledWork(
                "campaigns", BETWEEN_CAMPAIGN_RUNS, () -> campaigns.run().then());
    }

    @Bean
    Node node(
            Store store,
            ChangeLog log,
            List<ChangeFollower> followers,
            NodeMemory memory,
            LiveCoverage live,
            RecountDue recount,
            List<ScheduledWork> works) {
        ScheduledWork recounts = new ScheduledWork(
                "coverage-recount", BETWEEN_RECOUNTS, () -> recount.run().then());
        List<ScheduledWork> all =
                Stream.concat(Stream.of(recounts), works.stream()).toList();
        return new Node(store, log, followers, List.of(memory, live), all);
    }

    @Bean
    VaultLifecycle vaultLifecycle(Store store) {
        return new VaultLifecycle(store);
    }

    @Bean
    RotateKeys rotateKeys(Store store, TosoSettings settings, Clock clock) {
        return new RotateKeys(store.vault(), clock, settings.keys().longestUse());
    }

    @Bean
    ScheduledWork keyRotation(RotateKeys rotation) {
        return new ScheduledWork("keys", BETWEEN_LOOKS_AT_KEYS, rotation::step);
    }

    @Bean
    NodeMemory nodeMemory(AreaTrees trees, Catalogues catalogues, MemberDirectory directory) {
        return new NodeMemory(trees, catalogues, directory);
    }

    @Bean
    NodeLifecycle nodeLifecycle(
            Store store,
            Node node,
            List<Loader> loaders,
            NodeMemory memory,
            Coverages coverages,
            FrozenMonths months,
            Pull pull,
            AuditEntries audit) {
        Mono<Void> unloggedIndexes = Mono.defer(() -> Mono.when(
                coverages.createIndexes(), months.createIndexes(), pull.createIndexes(), audit.createIndexes()));
        return new NodeLifecycle(store, node, loaders, memory, unloggedIndexes);
    }
}
