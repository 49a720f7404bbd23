package vn.toso.domain.vault;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.vault.KeyRing.Entry;
import vn.toso.domain.vault.KeyRing.Ring;
import vn.toso.domain.vault.Resealing.Progress;

/**
 * Replaces the data key while everything goes on. A new key is first made known to all nodes, then sealed with; then what
 * was sealed before is sealed anew, piece by piece, and found by its old and its new marks meanwhile; then the old key
 * rests. Each step is made by one node at a time and survives its death.
 */
public final class RotateKeys {

    /** Several times as long as any node goes without asking for new keys. */
    static final Duration UNTIL_ALL_KNOW = Duration.ofMinutes(1);

    /** How often each node asks for new keys. */
    public static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

    private static final int BATCHES = 50;

    /**
     * A data key as people are told of it.
     *
     * @param name eight hexadecimal digits
     * @param since when it came into this state
     */
    public record Key(String name, KeyState state, Instant madeAt, Instant since) {}

    /**
     * How a rotation stands.
     *
     * @param seen documents that the round to seal anew has looked at
     * @param resealed those that it wrote
     * @param finished whether nothing is left to do
     */
    public record Standing(List<Key> keys, long seen, long resealed, boolean finished) {}

    private final Vault vault;
    private final Clock clock;
    private final @Nullable Duration longestUse;

    /** @param longestUse after which a key is replaced by itself; null for never */
    public RotateKeys(Vault vault, Clock clock, @Nullable Duration longestUse) {
        this.vault = vault;
        this.clock = clock;
        this.longestUse = longestUse;
    }

    /** Begins to replace the key; changes nothing while another replacement is under way. */
    public Mono<Standing> begin() {
        return vault.ring()
                .flatMap(ring -> ring.read().flatMap(read -> isQuiet(read) ? prepare(ring, read) : Mono.just(false)))
                .then(Mono.defer(this::standing));
    }

    /** How it stands. */
    public Mono<Standing> standing() {
        return vault.ring().flatMap(ring -> ring.read().flatMap(read -> standing(ring, read)));
    }

    private Mono<Standing> standing(KeyRing ring, Ring read) {
        return ring.resealing(vault).progress(read.current().id()).map(progress -> standing(read, progress));
    }

    /** Does what is to be done now, for a while; to be called again and again, on one node at a time. */
    public Mono<Void> step() {
        return vault.open()
                .then(vault.ring())
                .flatMap(ring -> ring.read().flatMap(read -> step(ring, read)))
                .then();
    }

    private Mono<?> step(KeyRing ring, Ring read) {
        if (read.entries().stream().anyMatch(ring::isWrappedByFormer)) {
            return ring.change(
                    read,
                    entries -> entries.stream()
                            .map(entry -> ring.isWrappedByFormer(entry) ? ring.wrappedAnew(entry) : entry)
                            .toList());
        }
        if (read.has(KeyState.PREPARED)) {
            return isKnownToAll(prepared(read)) ? promote(ring, read).then(vault.open()) : Mono.empty();
        }
        if (isQuiet(read) && isWornOut(read.current())) {
            return prepare(ring, read);
        }
        // Whoever seals with the former key still must have stopped before the round begins.
        return isKnownToAll(read.current()) || !read.has(KeyState.FORMER) ? sealAnew(ring, read) : Mono.empty();
    }

    private Mono<?> sealAnew(KeyRing ring, Ring read) {
        Resealing resealing = ring.resealing(vault);
        return resealing
                .progress(read.current().id())
                .flatMap(progress -> progress.finished() ? Mono.just(progress) : resealing.goOn(progress, BATCHES))
                .flatMap(progress ->
                        progress.finished() && read.has(KeyState.FORMER) ? retire(ring, read) : Mono.just(false));
    }

    private Mono<Boolean> prepare(KeyRing ring, Ring read) {
        return ring.change(
                read,
                entries -> Stream.concat(entries.stream(), Stream.of(ring.newKey(KeyState.PREPARED, now())))
                        .toList());
    }

    private Mono<Boolean> promote(KeyRing ring, Ring read) {
        return ring.change(
                read,
                entries -> entries.stream()
                        .map(entry -> switch (entry.state()) {
                            case PREPARED -> entry.to(KeyState.CURRENT, now());
                            case CURRENT -> entry.to(KeyState.FORMER, now());
                            default -> entry;
                        })
                        .toList());
    }

    private Mono<Boolean> retire(KeyRing ring, Ring read) {
        return ring.change(
                read,
                entries -> entries.stream()
                        .map(entry -> entry.state() == KeyState.FORMER ? entry.to(KeyState.RETIRED, now()) : entry)
                        .toList());
    }

    private static Entry prepared(Ring ring) {
        return ring.entries().stream()
                .filter(entry -> entry.state() == KeyState.PREPARED)
                .findFirst()
                .orElseThrow();
    }

    private boolean isKnownToAll(Entry entry) {
        return !now().isBefore(entry.since().plus(UNTIL_ALL_KNOW));
    }

    private boolean isWornOut(Entry current) {
        return longestUse != null && !now().isBefore(current.since().plus(longestUse));
    }

    private static boolean isQuiet(Ring ring) {
        return !ring.has(KeyState.PREPARED) && !ring.has(KeyState.FORMER);
    }

    private static Standing standing(Ring ring, Progress progress) {
        List<Key> keys = ring.entries().stream()
                .map(entry -> new Key(DataKey.name(entry.id()), entry.state(), entry.madeAt(), entry.since()))
                .toList();
        return new Standing(keys, progress.seen(), progress.resealed(), isQuiet(ring) && progress.finished());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
