package vn.toso.domain.sync;

import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import vn.toso.domain.access.Actor;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.MutationId;

/** What waits for the actor's decision, and own work of the last weeks that did or does wait for somebody's. */
final class QuarantineShelf implements Shelf {

    private final Quarantine quarantine;

    QuarantineShelf(Quarantine quarantine) {
        this.quarantine = quarantine;
    }

    @Override
    public String kind() {
        return quarantine.collection().kind();
    }

    @Override
    public boolean isFor(Actor actor) {
        return true;
    }

    @Override
    public Flux<HeldWork> present(Phone phone, Collection<UUID> ids) {
        return quarantine.carried(
                phone.actor(),
                phone.visitsSince(),
                ids.stream().map(MutationId::new).toList());
    }

    @Override
    public Flux<HeldWork> page(Phone phone, @Nullable AreaId hamlet, Place.@Nullable Key after, int limit) {
        return quarantine.carried(phone.actor(), phone.visitsSince(), after == null ? null : after.id(), limit);
    }
}
