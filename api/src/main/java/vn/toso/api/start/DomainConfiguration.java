package vn.toso.api.start;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.coverage.CoverageOf;
import vn.toso.domain.coverage.Coverages;
import vn.toso.domain.coverage.Targets;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.storage.Store;
import vn.toso.domain.task.AssignTasks;
import vn.toso.domain.task.MoveTask;
import vn.toso.domain.task.Tasks;
import vn.toso.domain.visit.RecordVisit;
import vn.toso.domain.visit.Visits;
import vn.toso.domain.visit.VoidVisit;

/**
 * The domain as beans. What is imported has one constructor, which Spring calls; the domain itself knows nothing of
 * Spring.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    ChangeLog.class,
    Visits.class,
    RecordVisit.class,
    VoidVisit.class,
    Tasks.class,
    AssignTasks.class,
    MoveTask.class,
    Coverages.class,
    Targets.class,
    CoverageOf.class
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

    @Bean
    Store store(TosoSettings settings) {
        return Store.connect(Objects.requireNonNull(settings.storage().mongodbUri()));
    }
}
