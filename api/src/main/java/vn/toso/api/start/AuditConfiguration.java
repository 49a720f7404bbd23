package vn.toso.api.start;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import vn.toso.domain.audit.AuditEntries;
import vn.toso.domain.audit.AuditKey;
import vn.toso.domain.audit.AuditRules;
import vn.toso.domain.audit.Checkpoints;
import vn.toso.domain.audit.FollowChangesForAudit;
import vn.toso.domain.audit.Trail;
import vn.toso.domain.audit.TrimTrail;
import vn.toso.domain.audit.VerifyTrail;
import vn.toso.domain.change.ChangeFollower;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.change.ScheduledWork;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.storage.Store;

/** The audit as beans, and its part of what a node does by itself. */
@Configuration(proxyBeanMethods = false)
@Import({AuditEntries.class, AuditRules.class, Checkpoints.class, VerifyTrail.class, TrimTrail.class})
class AuditConfiguration {

    private static final Duration BETWEEN_RETENTIONS = Duration.ofHours(1);

    @Bean
    AuditKey auditKey(TosoSettings settings) {
        return AuditKeyFile.of(settings);
    }

    @Bean
    Trail trail(AuditEntries entries, IdSource ids) {
        return new Trail(entries, ids);
    }

    @Bean
    ChangeFollower auditFollower(Store store, ChangeLog log, Trail trail) {
        return new ChangeFollower(store, log, new FollowChangesForAudit(trail));
    }

    @Bean
    ScheduledWork auditRetention(TrimTrail trim) {
        return new ScheduledWork(
                "audit-retention", BETWEEN_RETENTIONS, () -> trim.run().then());
    }

    @Bean
    AuditSeals auditSeals(Checkpoints checkpoints) {
        return new AuditSeals(checkpoints);
    }
}
