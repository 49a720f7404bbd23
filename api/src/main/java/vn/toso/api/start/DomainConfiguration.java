package vn.toso.api.start;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.storage.Store;

/** What everything else is built on: time, ids, the store. */
@Configuration(proxyBeanMethods = false)
class DomainConfiguration {

    /** Milliseconds, as a database keeps them: what is answered is what is stored. */
    @Bean
    Clock clock() {
        return Clock.tickMillis(java.time.ZoneOffset.UTC);
    }

    @Bean
    IdSource ids() {
        return IdSource.timeOrdered();
    }

    @Bean
    Store store(TosoSettings settings) {
        return Store.connect(java.util.Objects.requireNonNull(settings.storage().mongodbUri()));
    }
}
