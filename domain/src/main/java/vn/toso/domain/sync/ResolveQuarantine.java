package vn.toso.domain.sync;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.access.Role;
import vn.toso.domain.change.Amendment;
import vn.toso.domain.id.MutationId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.sync.HeldWork.State;
import vn.toso.domain.text.Wording;

/** Decides on work in the quarantine. */
public final class ResolveQuarantine {

    static final int LONGEST_REASON = 500;

    private final Quarantine quarantine;
    private final Mutations mutations;
    private final UseCases useCases;
    private final Clock clock;
    private final Amendment<HeldWork> amendment;

    public ResolveQuarantine(Quarantine quarantine, Mutations mutations, UseCases useCases, Clock clock) {
        this.quarantine = quarantine;
        this.mutations = mutations;
        this.useCases = useCases;
        this.clock = clock;
        this.amendment = new Amendment<>(quarantine.collection());
    }

    /**
     * Carries the work out as if it were pushed today, in the name of who did it and with its own times, by the leader's
     * right. What stands in its way fails as the use case does, {@code conflict} where somebody changed the same, and the
     * work stays pending. {@code not-found} out of scope; {@code conflict} when it was rejected. Accepting again changes
     * nothing.
     *
     * @param reading reads the content as a phone's
     */
    public Mono<HeldWork> accept(Actor actor, MutationId id, Function<HeldWork, Mutation> reading) {
        return requestHeld(actor, id)
                .doOnNext(held -> requireNot(State.REJECTED, held, "conflict.held-work-rejected"))
                .flatMap(held -> held.state() == State.ACCEPTED
                        ? quarantine.collection().ensureLogged(held)
                        : carryOut(actor, held, reading.apply(held)));
    }

    /**
     * Rejects the work; its content stays where it is, and the reason reaches who sent it. {@code not-found} out of scope,
     * {@code invalid} without a reason, {@code conflict} when it was accepted. Rejecting again changes nothing.
     *
     * @param reason 1 to 500 characters
     */
    public Mono<HeldWork> reject(Actor actor, MutationId id, String reason) {
        return requestHeld(actor, id)
                .doOnNext(held -> Wording.checkReason(reason, true, LONGEST_REASON))
                .flatMap(held -> amendment.make(
                        actor, quarantine.get(actor, id), null, now -> rejected(actor, now, reason.strip())));
    }

    private Mono<HeldWork> requestHeld(Actor actor, MutationId id) {
        return Mono.defer(() -> {
            actor.require(Permission.RESOLVE_QUARANTINE);
            return quarantine.get(actor, id);
        });
    }

    /** First the work, then the marks: whoever finds it carried out, but not marked so, carries it out in vain. */
    private Mono<HeldWork> carryOut(Actor actor, HeldWork held, Mutation mutation) {
        Actor sender = new Actor(held.memberId(), Role.COMMUNE_LEADER, actor.scope());
        return mutation.work()
                .apply(sender, useCases, mutation)
                .flatMap(ResolveQuarantine::requireWhole)
                .flatMap(done ->
                        mutations.applied(held.id(), done.document().revision().version()))
                .then(amendment.make(
                        actor,
                        quarantine.get(actor, held.id()),
                        null,
                        now -> decided(actor, now, State.ACCEPTED, null)));
    }

    private static Mono<Applied> requireWhole(Applied applied) {
        return applied.conflict() == null ? Mono.just(applied) : Mono.error(applied.conflict());
    }

    private HeldWork rejected(Actor actor, HeldWork held, String reason) {
        requireNot(State.ACCEPTED, held, "conflict.held-work-accepted");
        return decided(actor, held, State.REJECTED, reason);
    }

    private HeldWork decided(Actor actor, HeldWork held, State next, @Nullable String reason) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return held.state() == next ? held : held.resolved(next, actor.memberId(), now, reason);
    }

    private static void requireNot(State state, HeldWork held, String reason) {
        if (held.state() == state) {
            throw Problem.of(ProblemCode.CONFLICT, reason);
        }
    }
}
