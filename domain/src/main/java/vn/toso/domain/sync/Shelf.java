package vn.toso.domain.sync;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import vn.toso.domain.access.Actor;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.Id;

/** One kind of documents that phones hold. */
interface Shelf {

    /** The kind's word in the change log. */
    String kind();

    boolean isFor(Actor actor);

    /** Whether each document is one member's alone, and told at that member's {@link PersonalShelf#placeOf}. */
    default boolean isPersonal() {
        return false;
    }

    /** Whether a snapshot goes through it hamlet by hamlet. */
    default boolean isByHamlet(Actor actor) {
        return false;
    }

    /** The documents that a phone holds where the {@link Holding} names each; null where it doesn't. */
    default @Nullable List<? extends Id> listed(Holding holding) {
        return null;
    }

    /** Those of the ids that the phone is to hold, as they are now, in no particular order. */
    Flux<? extends Versioned<?>> present(Phone phone, Collection<UUID> ids);

    /**
     * Those of the ids that are no longer {@link #present} and that the phone may hold: it is to drop them. Who cannot
     * have held a document isn't told its id.
     */
    default Flux<UUID> lost(Phone phone, Collection<UUID> absent) {
        return Flux.fromIterable(absent);
    }

    /**
     * The next ones of a snapshot, in the order of their keys.
     *
     * @param hamlet null unless the shelf goes by hamlets
     * @param after the last one seen; null for none
     */
    Flux<? extends Versioned<?>> page(Phone phone, @Nullable AreaId hamlet, Place.@Nullable Key after, int limit);

    default Place.Key keyOf(Versioned<?> document) {
        return new Place.Key(document.key().value(), null);
    }
}
