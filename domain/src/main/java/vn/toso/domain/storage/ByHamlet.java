package vn.toso.domain.storage;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import vn.toso.domain.id.AreaId;

/**
 * Documents hamlet by hamlet, in an order that an index has: what a long list is read by, one short statement after
 * another, so that nothing is held open between them. The caller answers for the hamlets being in scope.
 *
 * @param <D> the document
 */
public interface ByHamlet<D> {

    /**
     * Where a document stands in the order.
     *
     * @param at when it happened, where that decides the order; else null
     */
    record Place(AreaId hamlet, @Nullable Instant at, UUID id) {}

    Place placeOf(D document);

    /** The first documents of these hamlets: by hamlet in the order of the ids' bytes, then in the order of the hamlet. */
    Publisher<D> first(List<AreaId> hamlets, int limit);

    /** What follows a place within its hamlet. */
    Publisher<D> after(Place place, int limit);
}
