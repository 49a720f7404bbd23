package vn.toso.seed.reference;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import vn.toso.domain.area.Areas;
import vn.toso.domain.coverage.Targets;
import vn.toso.domain.service.Services;
import vn.toso.domain.storage.Loader;
import vn.toso.domain.storage.Store;

/** Every installation starts from the reference data. */
@AutoConfiguration
class ReferenceAutoConfiguration {

    @Bean
    @Order(1)
    Loader referenceData(Store store, Areas areas, Services services, Targets targets) {
        return new LoadReference(store, areas.collection(), services.collection(), targets.collection());
    }
}
