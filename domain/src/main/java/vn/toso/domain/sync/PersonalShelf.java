package vn.toso.domain.sync;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import vn.toso.domain.access.Actor;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.MemberId;

/**
 * Documents that are one member's alone, which that member's phones hold wherever they work. A module above the domain
 * adds its own kind to pull with it. The documents' {@link Versioned#hamlet()} is {@link #placeOf} their owner.
 */
public interface PersonalShelf {

    /** The kind's word in the change log. */
    String kind();

    /** Those of the ids that the actor's phones are to hold, as they are now, in no particular order. */
    Flux<? extends Versioned<?>> present(Actor actor, Instant since, Collection<UUID> ids);

    /** Those of the ids that the actor's phones may hold and are to drop. */
    Flux<UUID> lost(Actor actor, Collection<UUID> absent);

    /**
     * The next ones of a snapshot, in the order of their ids.
     *
     * @param since how far back phones hold what goes by its age
     * @param after the last one seen; null for none
     */
    Flux<? extends Versioned<?>> page(Actor actor, Instant since, @Nullable UUID after, int limit);

    /** Where a member's own phones listen in the change log; no area of the tree. */
    static AreaId placeOf(MemberId member) {
        return new AreaId(member.value());
    }
}
