package vn.toso.domain.change;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The stream that this node appends to. Every change of state but {@link #renew} happens within an append, and appends
 * never overlap.
 *
 * <p>Whatever the leases say, an entry goes in at {@code seq} only when {@code seq - 1} was seen in the log or stands
 * before it in the same ordered statement, and the unique index lets only one in at each seq. So a stream has no gap,
 * also while a node that lost the slot still appends to it.
 */
final class Stream {

    /** @param seq the last one that is in the log */
    record End(int slot, long seq) {}

    private final Streams streams;
    private final Entries entries;
    private volatile @Nullable Lease lease;
    private volatile @Nullable End end;

    Stream(Streams streams, Entries entries) {
        this.streams = streams;
        this.entries = entries;
    }

    /** Behind what the next append goes; leases a slot when this node has none. */
    Mono<End> end() {
        return Mono.defer(() -> {
            End known = end;
            return lease != null && known != null ? Mono.just(known) : read();
        });
    }

    /** Where the stream ends as far as this node knows without asking; null when it has to ask. */
    @Nullable
    End known() {
        return lease == null ? null : end;
    }

    void reached(End now) {
        end = now;
    }

    /** Nobody knows what became of the last append. */
    void forget() {
        end = null;
    }

    /** Reads in the log where the stream ends. */
    Mono<End> read() {
        return Mono.defer(() -> {
                    Lease held = lease;
                    return held == null ? streams.lease().doOnNext(this::take) : Mono.just(held);
                })
                .flatMap(held -> readEnd((Integer) held.id()));
    }

    private Mono<End> readEnd(int slot) {
        return streams.get(slot)
                .flatMap(found -> entries.last(slot, found.keptFrom() - 1).defaultIfEmpty(found.keptFrom() - 1))
                .map(seq -> new End(slot, seq))
                .doOnNext(this::reached);
    }

    /** Keeps the slot for another while, or gives it up when another node has taken it. */
    Mono<Void> renew() {
        return Mono.defer(() -> {
            Lease held = lease;
            return held == null
                    ? Mono.empty()
                    : held.take()
                            .filter(stillHeld -> !stillHeld)
                            .doOnNext(lost -> giveUp(held))
                            .then();
        });
    }

    Mono<Void> release() {
        return Mono.defer(() -> {
            Lease held = lease;
            lease = null;
            return held == null ? Mono.empty() : held.release();
        });
    }

    private synchronized void take(Lease taken) {
        end = null;
        lease = taken;
    }

    private synchronized void giveUp(Lease lost) {
        if (lease == lost) {
            lease = null;
        }
    }
}
