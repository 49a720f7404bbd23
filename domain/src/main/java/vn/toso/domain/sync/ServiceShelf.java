package vn.toso.domain.sync;

import java.util.Collection;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import vn.toso.domain.access.Actor;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.service.Service;
import vn.toso.domain.service.Services;

/** The catalogue: every row, for everybody. */
final class ServiceShelf implements Shelf {

    private final Services services;

    ServiceShelf(Services services) {
        this.services = services;
    }

    @Override
    public String kind() {
        return services.collection().kind();
    }

    @Override
    public boolean isFor(Actor actor) {
        return true;
    }

    @Override
    public Flux<Service> present(Phone phone, Collection<UUID> ids) {
        return services.all().filter(service -> ids.contains(service.key().value()));
    }

    @Override
    public Flux<Service> page(Phone phone, @Nullable AreaId hamlet, Place.@Nullable Key after, int limit) {
        return services.all()
                .filter(service -> after == null || service.key().value().compareTo(after.id()) > 0)
                .sort(Comparator.comparing(service -> service.key().value()))
                .take(limit);
    }
}
