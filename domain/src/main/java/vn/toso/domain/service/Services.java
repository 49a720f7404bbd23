package vn.toso.domain.service;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Flux;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.change.LoggedCollection;
import vn.toso.domain.id.ServiceId;
import vn.toso.domain.storage.Store;

/** The rows of the catalogue as they are stored; whoever only reads asks {@link Catalogues}. */
public final class Services {

    /** Of our own making, once: keeps the ids of services apart from all other ids that are made from names. */
    private static final UUID NAMESPACE = UUID.fromString("6b1b8f0e-6e0b-4e0a-9d53-0d8a6f1f4c11");

    private final LoggedCollection<Service> services;

    public Services(Store store, ChangeLog log, Clock clock) {
        this.services = new LoggedCollection<>(store, log, clock, "service", "services", Service.class, List.of());
    }

    /** The id of the row with this code: one code can never have two rows. */
    public static ServiceId idOf(String code) {
        return new ServiceId(UuidCreator.getNameBasedSha1(NAMESPACE, code));
    }

    /** For those who write rows without deciding anything: the loader of reference data, the sweep of the log. */
    public LoggedCollection<Service> collection() {
        return services;
    }

    /** Every row, in no particular order. */
    public Flux<Service> all() {
        return Flux.from(services.documents().find());
    }
}
