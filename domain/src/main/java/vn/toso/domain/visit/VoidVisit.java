package vn.toso.domain.visit;

import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.id.VisitId;

/** Takes a visit back: it stays on file, but counts no longer. */
public final class VoidVisit {

    /**
     * May be asked by somebody who made the visit, or a leader in whose scope it lies.
     *
     * @param reason why, 1 to 500 characters
     * @return the visit as stored; when it is void already, unchanged
     */
    public Mono<Visit> withdraw(Actor actor, VisitId id, String reason) {
        return Mono.error(() -> new UnsupportedOperationException());
    }
}
