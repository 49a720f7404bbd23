package vn.toso.domain.change;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.change.Stream.End;
import vn.toso.domain.change.Streams.Slot;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;

/** Reads the log behind a cursor. */
final class Reader {

    private final Streams streams;
    private final Entries entries;
    private final Stream own;
    private final Recent recent;

    Reader(Streams streams, Entries entries, Stream own, Recent recent) {
        this.streams = streams;
        this.entries = entries;
        this.own = own;
        this.recent = recent;
    }

    Flux<Change> after(Cursor cursor, int limit) {
        return streams.list().collectList().flatMapMany(slots -> {
            int share = Math.max(1, (limit + slots.size() - 1) / Math.max(1, slots.size()));
            return Flux.fromIterable(slots)
                    .concatMap(slot -> read(slot, cursor.position(slot.id()), share))
                    .collectList()
                    .flatMapMany(shares -> Flux.concat(toEntries(shares), rest(slots, shares, share, limit)))
                    .take(limit);
        });
    }

    /** A cursor before everything that is still in the log. */
    Mono<Cursor> oldest() {
        return streams.list().reduce(Cursor.START, (cursor, slot) -> cursor.at(slot.id(), slot.keptFrom() - 1));
    }

    Mono<Cursor> head() {
        return streams.list()
                .concatMap(this::end)
                .reduce(Cursor.START, (cursor, end) -> cursor.at(end.slot(), end.seq()));
    }

    /** Another node may see an entry of this one's stream before this one has learned that it is in. */
    Mono<Cursor> storedHead() {
        return streams.list()
                .concatMap(this::storedEnd)
                .reduce(Cursor.START, (cursor, end) -> cursor.at(end.slot(), end.seq()));
    }

    private Mono<End> end(Slot slot) {
        End known = own.known();
        return known != null && known.slot() == slot.id() ? Mono.just(known) : storedEnd(slot);
    }

    private Mono<End> storedEnd(Slot slot) {
        return entries.last(slot.id(), slot.keptFrom() - 1)
                .defaultIfEmpty(slot.keptFrom() - 1)
                .map(seq -> new End(slot.id(), seq));
    }

    /** What a quiet stream left of its share goes to the busy ones. */
    private Flux<Change> rest(List<Slot> slots, List<List<Change>> shares, int share, int limit) {
        int left = limit - shares.stream().mapToInt(List::size).sum();
        return left <= 0
                ? Flux.empty()
                : Flux.range(0, slots.size())
                        .filter(i -> shares.get(i).size() == share)
                        .concatMap(
                                i -> read(
                                        slots.get(i),
                                        shares.get(i).get(share - 1).seq(),
                                        left),
                                1)
                        .flatMapIterable(more -> more);
    }

    private Mono<List<Change>> read(Slot slot, long behind, int limit) {
        if (behind + 1 < slot.keptFrom()) {
            return Mono.error(() -> Problem.of(ProblemCode.RESYNC_REQUIRED, "resync-required"));
        }
        List<Change> remembered = remembered(slot, behind, limit);
        return remembered != null
                ? Mono.just(remembered)
                : entries.read(slot.id(), behind, limit).collectList().flatMap(read -> inOrder(slot, behind, read));
    }

    private @Nullable List<Change> remembered(Slot slot, long behind, int limit) {
        End known = own.known();
        if (known == null || known.slot() != slot.id()) {
            return null;
        }
        return behind >= known.seq() ? List.of() : recent.read(slot.id(), behind, limit);
    }

    /** Retention may have removed entries since the slot was read; nothing else may leave a gap. */
    private Mono<List<Change>> inOrder(Slot slot, long behind, List<Change> read) {
        for (int i = 0; i < read.size(); i++) {
            if (read.get(i).seq() != behind + 1 + i) {
                return streams.get(slot.id()).flatMap(now -> Mono.error(missing(now, behind + 1)));
            }
        }
        return Mono.just(read);
    }

    private static RuntimeException missing(Slot slot, long seq) {
        return seq < slot.keptFrom()
                ? Problem.of(ProblemCode.RESYNC_REQUIRED, "resync-required")
                : new IllegalStateException("the change log has a gap in stream " + slot.id() + " behind " + (seq - 1));
    }

    private static Flux<Change> toEntries(List<List<Change>> shares) {
        List<Change> all = new ArrayList<>();
        shares.forEach(all::addAll);
        return Flux.fromIterable(all);
    }
}
