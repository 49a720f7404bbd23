package vn.toso.seed.generator;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import vn.toso.domain.area.Areas;
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

    @Bean
    DemoCollections demoCollections(
            Areas areas, Members members, Teams teams, Households households, Visits visits, Tasks tasks) {
        return new DemoCollections(
                areas.collection(),
                members.collection(),
                teams.collection(),
                households.collection(),
                visits.collection(),
                tasks.collection());
    }

    @Bean
    @Order(2)
    Loader demoData(Store store, DemoCollections collections, Clock clock, DemoSettings settings) {
        return new LoadDemo(store, collections, clock, settings.size(), settings.seed());
    }
}
