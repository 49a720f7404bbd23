package vn.toso.domain.audit;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.storage.Invariant;

/** Nobody altered what was written down. */
public final class AuditIsWhole implements Invariant {

    private final VerifyTrail trail;

    public AuditIsWhole(VerifyTrail trail) {
        this.trail = trail;
    }

    @Override
    public String promise() {
        return "the audit is as it was written";
    }

    @Override
    public Flux<Broken> broken() {
        return trail.verify(Actor.SYSTEM, null, VerifyTrail.MOST, null)
                .expand(this::requestRest)
                .flatMapIterable(VerifyTrail.Report::faults)
                .map(fault -> new Broken(placeOf(fault), "is " + fault.kind()));
    }

    private Mono<VerifyTrail.Report> requestRest(VerifyTrail.Report part) {
        String next = part.next();
        return next == null ? Mono.empty() : trail.verify(Actor.SYSTEM, null, VerifyTrail.MOST, next);
    }

    private static String placeOf(VerifyTrail.Fault fault) {
        return fault.chain() == null
                ? "audit_checkpoints " + fault.seq()
                : "audit " + fault.chain() + " " + fault.seq();
    }
}
