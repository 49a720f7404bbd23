package vn.toso.domain.sync;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.sync.HeldWork.State;

/** Takes the content of work that wasn't carried out away, where it tells of somebody who was erased. */
public final class ForgetInQuarantine {

    private static final int BATCH = 500;

    private final Quarantine quarantine;
    private final Mutations mutations;
    private final Clock clock;

    public ForgetInQuarantine(Quarantine quarantine, Mutations mutations, Clock clock) {
        this.quarantine = quarantine;
        this.mutations = mutations;
        this.clock = clock;
    }

    /**
     * Emits how much was forgotten of what was received since a moment: held work, which is rejected if it was still
     * pending, and what lost a conflict.
     *
     * @param tells whether content is about them; never true of {@link HeldWork#FORGOTTEN}
     */
    public Mono<Long> forget(Instant since, Predicate<String> tells) {
        return Mono.zip(held(since, tells), lost(since, tells), Long::sum);
    }

    /** How much decided work of before a moment has its content still. */
    public Mono<Long> countDecidedBefore(Instant moment) {
        return decidedBefore(moment).count();
    }

    /** Takes the content of decided work of before a moment away; that it was decided, and how, stays. */
    public Mono<Long> forgetDecidedBefore(Instant moment) {
        return decidedBefore(moment)
                .map(work -> work.forgotten(clock.instant()))
                .buffer(BATCH)
                .concatMap(this::write)
                .reduce(0L, Long::sum);
    }

    private Flux<HeldWork> decidedBefore(Instant moment) {
        return Flux.from(quarantine
                        .collection()
                        .documents()
                        .find(and(in("state", State.ACCEPTED, State.REJECTED), lt("receivedAt", moment)))
                        .batchSize(BATCH))
                .filter(work -> !work.body().equals(HeldWork.FORGOTTEN));
    }

    private Mono<Long> held(Instant since, Predicate<String> tells) {
        return Flux.from(quarantine
                        .collection()
                        .documents()
                        .find(and(in("state", Arrays.asList(State.values())), gte("receivedAt", since)))
                        .batchSize(BATCH))
                .filter(work -> tells.test(work.body() + ' ' + Objects.toString(work.reason(), "")))
                .map(work -> work.erased(clock.instant()))
                .buffer(BATCH)
                .concatMap(this::write)
                .reduce(0L, Long::sum);
    }

    private Mono<Long> write(List<HeldWork> forgotten) {
        return quarantine.collection().replaceAll(Actor.SYSTEM, forgotten).count();
    }

    private Mono<Long> lost(Instant since, Predicate<String> tells) {
        return Flux.from(mutations.statementOfConflicts(since, 0).batchSize(BATCH))
                .filter(receipt -> receipt.body() != null && tells.test(receipt.body()))
                .concatMap(mutations::forgetBody)
                .count();
    }
}
