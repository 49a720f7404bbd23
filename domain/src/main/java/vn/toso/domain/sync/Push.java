package vn.toso.domain.sync;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.id.MutationId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.sync.Batch.Place;

/**
 * Takes in what a phone did offline. Each mutation is carried out by the use case that answers REST and gets a receipt,
 * by which a repeat is known. A node may die between the two: then the repeat carries it out once more, which every use
 * case bears.
 */
public final class Push {

    /** Most mutations of a request. */
    public static final int MOST = 500;

    /** So many go on side by side, and share the statements of group commits. */
    private static final int LANES = 64;

    private final Mutations mutations;
    private final Quarantine quarantine;
    private final Subjects subjects;
    private final UseCases useCases;
    private final Clock clock;

    public Push(Mutations mutations, Quarantine quarantine, Subjects subjects, UseCases useCases, Clock clock) {
        this.mutations = mutations;
        this.quarantine = quarantine;
        this.subjects = subjects;
        this.useCases = useCases;
        this.clock = clock;
    }

    /**
     * One result for each mutation, in their order; one that cannot be carried out harms no other. Fails only where the
     * whole request is to be sent again, as when the store doesn't answer: whatever was carried out until then is known
     * as done.
     *
     * @param sent at most {@link #MOST}
     */
    public Mono<List<Result>> push(Actor actor, UUID device, List<Mutation> sent) {
        return mutations
                .findAll(sent.stream().map(Mutation::id).distinct().toList())
                .flatMap(known -> answered(actor, device, new Batch(actor.memberId(), sent, known), known));
    }

    private Mono<List<Result>> answered(Actor actor, UUID device, Batch batch, Map<MutationId, Receipt> known) {
        Map<MutationId, Receipt> receipts = new HashMap<>(known);
        return carryOut(actor, device, batch.fresh())
                .doOnNext(made -> made.forEach(receipt -> receipts.put(receipt.id(), receipt)))
                .flatMap(mutations::insertAll)
                .map(earlier -> sameAs(receipts, earlier))
                .doOnNext(receipts::putAll)
                .flatMapMany(earlier -> Flux.fromIterable(batch.places())
                        .concatMap(place -> result(actor, place, receipts, earlier.keySet()::contains)))
                .collectList();
    }

    /** Another node had the same mutation at the same moment; if it had other content under the id, ours stays told. */
    private static Map<MutationId, Receipt> sameAs(Map<MutationId, Receipt> ours, Map<MutationId, Receipt> earlier) {
        Map<MutationId, Receipt> same = new HashMap<>(earlier);
        same.values().removeIf(receipt -> {
            Receipt our = ours.get(receipt.id());
            return our == null || our.digest() != receipt.digest();
        });
        return same;
    }

    private Mono<List<Receipt>> carryOut(Actor actor, UUID device, List<Mutation> fresh) {
        Lanes.Parted parted = Lanes.part(fresh);
        Flux<Receipt> others = Flux.fromIterable(parted.lanes()).flatMap(lane -> inOrder(actor, device, lane), LANES);
        return Flux.merge(together(actor, device, parted.visits()), others).collectList();
    }

    /** Plain visits are by far the most of what phones send: they share their statements. */
    private Flux<Receipt> together(Actor actor, UUID device, List<Mutation> sent) {
        return Work.recordAll(actor, useCases, sent)
                .flatMapMany(outcomes -> Flux.range(0, sent.size())
                        .flatMapSequential(
                                i -> receipt(
                                        actor,
                                        device,
                                        sent.get(i),
                                        outcomes.get(i).toMono()),
                                LANES))
                .onErrorResume(failure -> !Decision.concernsAll(failure), fault -> inOrder(actor, device, sent));
    }

    private Flux<Receipt> inOrder(Actor actor, UUID device, List<Mutation> lane) {
        return Flux.fromIterable(lane).concatMap(mutation -> carryOut(actor, device, mutation));
    }

    private Mono<Receipt> carryOut(Actor actor, UUID device, Mutation mutation) {
        return receipt(actor, device, mutation, mutation.work().apply(actor, useCases, mutation));
    }

    private Mono<Receipt> receipt(Actor actor, UUID device, Mutation mutation, Mono<Applied> work) {
        return work.map(applied -> receipt(actor, device, mutation, applied))
                .onErrorResume(failure -> refused(actor, device, mutation, failure));
    }

    private Mono<Receipt> refused(Actor actor, UUID device, Mutation mutation, Throwable failure) {
        Decision decision = Decision.of(mutation, failure);
        Receipt receipt = receipt(actor, device, mutation, decision.verdict(), null, decision.problem());
        return decision.verdict().isHeld() ? hold(actor, mutation, receipt).thenReturn(receipt) : Mono.just(receipt);
    }

    private Mono<HeldWork> hold(Actor actor, Mutation mutation, Receipt receipt) {
        return subjects.hamletOf(actor, mutation.work().place())
                .map(hamlet -> HeldWork.of(mutation, receipt, hamlet.orElse(null)))
                .flatMap(work -> quarantine.hold(actor, work));
    }

    private Receipt receipt(Actor actor, UUID device, Mutation mutation, Applied applied) {
        Verdict verdict = applied.conflict() == null ? Verdict.APPLIED : Verdict.CONFLICT;
        long version = applied.document().revision().version();
        return receipt(actor, device, mutation, verdict, version, applied.conflict());
    }

    private Receipt receipt(
            Actor actor,
            UUID device,
            Mutation mutation,
            Verdict verdict,
            @Nullable Long version,
            @Nullable Problem problem) {
        return new Receipt(
                mutation.id(),
                actor.memberId(),
                device,
                KeptContent.ofText(mutation.kind()),
                mutation.digest(actor.memberId()),
                verdict,
                version,
                problem == null ? null : Refusal.of(problem),
                verdict == Verdict.CONFLICT ? KeptContent.ofJson(mutation.body()) : null,
                now());
    }

    private Mono<Result> result(
            Actor actor, Place place, Map<MutationId, Receipt> receipts, Predicate<MutationId> raced) {
        Receipt receipt = Objects.requireNonNull(receipts.get(place.mutation().id()));
        boolean repeat = place.repeat() || raced.test(receipt.id());
        return receipt.verdict() == Verdict.CONFLICT
                ? subjects.find(actor, place.mutation().work().subject())
                        .map(current -> result(place, receipt, repeat, current))
                        .defaultIfEmpty(result(place, receipt, repeat, null))
                : Mono.just(result(place, receipt, repeat, null));
    }

    private static Result result(Place place, Receipt receipt, boolean repeat, @Nullable Versioned<?> current) {
        return new Result(
                place.id(),
                repeat ? receipt.verdict().again() : receipt.verdict(),
                receipt.version(),
                current,
                receipt.problem() == null ? null : receipt.problem().problem());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
