package vn.toso.domain.check;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.storage.Invariant;
import vn.toso.domain.storage.Invariant.Broken;

/**
 * Looks whether every promise about what is stored is kept. It may be asked while nodes work: what is broken at first is
 * looked at again a little later, when what was under way has arrived.
 */
public final class CheckStore {

    /** @param broken each contradiction that was there at both looks; empty when the promise is kept */
    public record Checked(String promise, List<Broken> broken) {}

    private final List<? extends Invariant> invariants;
    private final Duration patience;

    /** @param patience between the two looks: as long as followers take at most */
    public CheckStore(List<? extends Invariant> invariants, Duration patience) {
        this.invariants = List.copyOf(invariants);
        this.patience = patience;
    }

    /** Emits what it found of each promise, as soon as it has looked at all that concerns it. */
    public Flux<Checked> run() {
        return Flux.fromIterable(invariants).concatMap(this::check);
    }

    private Mono<Checked> check(Invariant invariant) {
        return found(invariant)
                .flatMap(first -> first.isEmpty() ? Mono.just(first) : stillBroken(invariant, first))
                .map(broken -> new Checked(
                        invariant.promise(),
                        broken.stream()
                                .sorted(Comparator.comparing(Broken::document))
                                .toList()));
    }

    private Mono<Set<Broken>> stillBroken(Invariant invariant, Set<Broken> first) {
        return Mono.delay(patience)
                .then(found(invariant))
                .map(second -> second.stream().filter(first::contains).collect(Collectors.toSet()));
    }

    private static Mono<Set<Broken>> found(Invariant invariant) {
        return invariant.broken().collect(Collectors.toSet());
    }
}
