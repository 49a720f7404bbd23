package vn.toso.domain.service;

import java.time.Clock;
import java.util.List;
import reactor.core.publisher.Flux;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.change.LoggedCollection;
import vn.toso.domain.storage.Store;

/** The rows of the catalogue as they are stored; whoever only reads asks {@link Catalogues}. */
public final class Services {

    private final LoggedCollection<Service> services;

    public Services(Store store, ChangeLog log, Clock clock) {
        this.services = new LoggedCollection<>(store, log, clock, "service", "services", Service.class, List.of());
    }

    /** For those who write rows without deciding anything: the loader of reference data, the sweep of the log. */
    public LoggedCollection<Service> collection() {
        return services;
    }

    Flux<Service> all() {
        return Flux.from(services.documents().find());
    }
}
