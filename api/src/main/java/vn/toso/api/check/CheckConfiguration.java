package vn.toso.api.check;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.audit.AuditIsWhole;
import vn.toso.domain.audit.VerifyTrail;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.change.LogIsComplete;
import vn.toso.domain.check.CheckStore;
import vn.toso.domain.check.Reference;
import vn.toso.domain.check.ReferencesAreKept;
import vn.toso.domain.coverage.CoverageFollowsHouseholds;
import vn.toso.domain.coverage.Coverages;
import vn.toso.domain.household.Households;
import vn.toso.domain.household.StaysAgree;
import vn.toso.domain.privacy.ErasedAreGone;
import vn.toso.domain.privacy.Erasures;
import vn.toso.domain.service.Catalogues;
import vn.toso.domain.storage.EverythingIsSealed;
import vn.toso.domain.storage.Invariant;
import vn.toso.domain.storage.Store;
import vn.toso.domain.team.Members;
import vn.toso.domain.team.Teams;
import vn.toso.domain.visit.ProgressFollowsVisits;
import vn.toso.domain.visit.Visits;

/** Every promise about what is stored, as beans: another feature's promise is one more of them. */
@Configuration(proxyBeanMethods = false)
class CheckConfiguration {

    /** Followers are told to be through within seconds, also on a small machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final List<Reference> OF_NOTIFICATIONS =
            List.of(new Reference("notices", "recipient", "members"), new Reference("devices", "memberId", "members"));

    @Bean
    CheckStore checkStore(List<Invariant> invariants) {
        return new CheckStore(invariants, PATIENCE);
    }

    @Bean
    Invariant logIsComplete(ChangeLog log) {
        return new LogIsComplete(log);
    }

    @Bean
    Invariant referencesAreKept(Store store) {
        List<Reference> all = new ArrayList<>(ReferencesAreKept.OF_THE_DOMAIN);
        all.addAll(OF_NOTIFICATIONS);
        return new ReferencesAreKept(store, all);
    }

    @Bean
    Invariant auditIsWhole(VerifyTrail trail) {
        return new AuditIsWhole(trail);
    }

    @Bean
    Invariant everythingIsSealed(Store store) {
        return new EverythingIsSealed(store);
    }

    @Bean
    Invariant erasedAreGone(Erasures erasures, Households households, Visits visits) {
        return new ErasedAreGone(erasures, households, visits);
    }

    @Bean
    Invariant staysAgree(Households households) {
        return new StaysAgree(households);
    }

    @Bean
    Invariant progressFollowsVisits(Visits visits, Households households) {
        return new ProgressFollowsVisits(visits, households);
    }

    @Bean
    Invariant coverageFollowsHouseholds(
            Coverages coverages,
            Households households,
            Visits visits,
            Teams teams,
            Members members,
            AreaTrees trees,
            Catalogues catalogues,
            Clock clock) {
        return new CoverageFollowsHouseholds(coverages, households, visits, teams, members, trees, catalogues, clock);
    }
}
