package vn.toso.domain.sync;

import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
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

    /** Own work stays; only what waits for a decision goes when it is made. */
    @Override
    public Flux<UUID> lost(Phone phone, Collection<UUID> absent) {
        return Permission.READ_QUARANTINE.isGivenTo(phone.actor().role()) ? Flux.fromIterable(absent) : Flux.empty();
    }

    @Override
    public Flux<HeldWork> page(Phone phone, @Nullable AreaId hamlet, Place.@Nullable Key after, int limit) {
        return quarantine.carried(phone.actor(), phone.visitsSince(), after == null ? null : after.id(), limit);
    }
}
