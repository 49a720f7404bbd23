package vn.toso.domain.sync;

import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import vn.toso.domain.access.Actor;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.id.AreaId;

/** A {@link PersonalShelf} among those that every phone holds. */
final class OwnShelf implements Shelf {

    private final PersonalShelf shelf;

    OwnShelf(PersonalShelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public String kind() {
        return shelf.kind();
    }

    @Override
    public boolean isFor(Actor actor) {
        return true;
    }

    @Override
    public boolean isPersonal() {
        return true;
    }

    @Override
    public Flux<? extends Versioned<?>> present(Phone phone, Collection<UUID> ids) {
        return shelf.present(phone.actor(), phone.visitsSince(), ids);
    }

    @Override
    public Flux<UUID> lost(Phone phone, Collection<UUID> absent) {
        return shelf.lost(phone.actor(), absent);
    }

    @Override
    public Flux<? extends Versioned<?>> page(
            Phone phone, @Nullable AreaId hamlet, Place.@Nullable Key after, int limit) {
        return shelf.page(phone.actor(), phone.visitsSince(), after == null ? null : after.id(), limit);
    }
}
