package vn.toso.domain.visit;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.access.Role;
import vn.toso.domain.change.Amendment;
import vn.toso.domain.id.VisitId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.text.Wording;
import vn.toso.domain.visit.Visit.Voided;

/** Takes a visit back: it stays on file, but counts no longer. */
public final class VoidVisit {

    static final int LONGEST_REASON = 500;

    private final Visits visits;
    private final Clock clock;
    private final Amendment<Visit> amendment;

    public VoidVisit(Visits visits, Clock clock) {
        this.visits = visits;
        this.clock = clock;
        this.amendment = new Amendment<>(visits.collection());
    }

    /**
     * May be asked by somebody who made the visit, or a leader in whose scope it lies. Fails with {@code not-found} out
     * of scope, {@code forbidden} for anybody else, {@code version-mismatch} when somebody changed it since,
     * {@code invalid} without a reason.
     *
     * @param reason why, 1 to 500 characters
     * @param expected the version that the caller saw; null to take the visit as it is
     * @return the visit as stored; when it is void already, unchanged, whatever version was expected
     */
    public Mono<Visit> withdraw(Actor actor, VisitId id, String reason, @Nullable Long expected) {
        return Mono.fromRunnable(() -> check(actor, reason))
                .then(Mono.defer(() -> visits.get(actor, id)))
                .doOnNext(visit -> requireRight(actor, visit))
                .flatMap(visit -> visit.voided() != null
                        ? visits.collection().ensureLogged(visit)
                        : amendment.make(
                                actor, visits.get(actor, id), expected, current -> withdrawn(actor, current, reason)));
    }

    private static void check(Actor actor, String reason) {
        actor.require(Permission.RECORD_VISITS);
        Wording.checkReason(reason, true, LONGEST_REASON);
    }

    private static void requireRight(Actor actor, Visit visit) {
        if (actor.role() == Role.TEAM_MEMBER && !visit.members().contains(actor.memberId())) {
            throw Problem.of(ProblemCode.FORBIDDEN, "forbidden.not-your-visit");
        }
    }

    private Visit withdrawn(Actor actor, Visit visit, String reason) {
        return visit.voided() != null
                ? visit
                : visit.voided(new Voided(
                        reason.strip(), actor.memberId(), clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }
}
