package vn.toso.seed.generator;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import vn.toso.domain.area.Areas;
import vn.toso.domain.campaign.Campaigns;
import vn.toso.domain.change.ScheduledWork;
import vn.toso.domain.coverage.CountedUpTo;
import vn.toso.domain.coverage.FreezeMonth;
import vn.toso.domain.household.Households;
import vn.toso.domain.storage.Loader;
import vn.toso.domain.storage.Store;
import vn.toso.domain.task.Tasks;
import vn.toso.domain.team.Members;
import vn.toso.domain.team.Teams;
import vn.toso.domain.visit.Visits;

/** A demo starts with made-up people and what they did. */
@AutoConfiguration
@ConditionalOnBooleanProperty("toso.demo")
@EnableConfigurationProperties(DemoSettings.class)
class DemoAutoConfiguration {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    @Bean
    DemoCollections demoCollections(
            Areas areas,
            Members members,
            Teams teams,
            Households households,
            Visits visits,
            Tasks tasks,
            Campaigns campaigns) {
        return new DemoCollections(
                areas.collection(),
                members.collection(),
                teams.collection(),
                households.collection(),
                visits.collection(),
                tasks.collection(),
                campaigns.collection());
    }

    @Bean
    @Order(2)
    Loader demoData(Store store, DemoCollections collections, Clock clock, DemoSettings settings) {
        return new LoadDemo(store, collections, clock, settings.size(), settings.seed());
    }

    @Bean
    ScheduledWork demoMonth(Store store, FreezeMonth freezeMonth, CountedUpTo countedUpTo, Clock clock) {
        FreezeHomeMonth freezing = new FreezeHomeMonth(store, freezeMonth, countedUpTo::get, clock);
        return new ScheduledWork("demo-month", BETWEEN_LOOKS, freezing::run);
    }
}
