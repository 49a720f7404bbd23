package vn.toso.domain.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import reactor.core.publisher.Mono;
import vn.toso.domain.change.Streams.Slot;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;

/** Reads of the log behind a cursor only what concerns somebody, so that it costs what changed for them. */
final class Excerpts {

    /** How far a page goes at most where no index tells what concerns the reader. */
    private static final long LONGEST_WALK = 20_000;

    private static final int NARROWER = 4;

    private final Streams streams;
    private final Entries entries;

    Excerpts(Streams streams, Entries entries) {
        this.streams = streams;
        this.entries = entries;
    }

    Mono<Excerpt> read(Cursor after, Cursor end, Concern concern, int limit) {
        List<Integer> behind = end.positions().keySet().stream()
                .filter(stream -> end.position(stream) > after.position(stream))
                .sorted()
                .toList();
        Mono<Excerpt> read = Mono.just(new Excerpt(List.of(), after));
        for (int stream : behind) {
            read = read.flatMap(before -> extended(before, stream, end, concern, limit));
        }
        return read.flatMap(all -> checked(all, after));
    }

    private Mono<Excerpt> extended(Excerpt before, int stream, Cursor end, Concern concern, int limit) {
        int left = limit - before.changes().size();
        long from = before.upTo().position(stream);
        long to = end.position(stream);
        return left <= 0
                ? Mono.just(before)
                : concern.isEverywhere()
                        ? walked(before, stream, Math.min(to, from + LONGEST_WALK), concern, left)
                        : found(before, stream, to, concern, left);
    }

    private Mono<Excerpt> walked(Excerpt before, int stream, long to, Concern concern, int left) {
        return entries.inOrder(stream, before.upTo().position(stream), to, concern, left)
                .collectList()
                .map(found -> longer(before, stream, found, found.size() < left ? to : lastOf(found)));
    }

    /** An index finds them hamlet by hamlet: what comes of a cut is known only when all were found, so less is asked for. */
    private Mono<Excerpt> found(Excerpt before, int stream, long to, Concern concern, int left) {
        long from = before.upTo().position(stream);
        return entries.byHamlet(stream, from, to, concern, left)
                .collectSortedList(Comparator.comparing(Change::seq))
                .flatMap(found -> found.size() < left || to - from <= left
                        ? Mono.just(longer(before, stream, found, to))
                        : found(before, stream, from + Math.max(left, (to - from) / NARROWER), concern, left));
    }

    private static Excerpt longer(Excerpt before, int stream, List<Change> found, long upTo) {
        List<Change> all = new ArrayList<>(before.changes());
        all.addAll(found);
        return new Excerpt(all, before.upTo().at(stream, upTo));
    }

    private static long lastOf(List<Change> found) {
        return found.get(found.size() - 1).seq();
    }

    /**
     * What retention removed leaves no gap that could be seen here. It marks before it removes, so what the marks allow
     * after the reading was complete while it was read.
     */
    private Mono<Excerpt> checked(Excerpt read, Cursor after) {
        return streams.list()
                .filter(slot -> after.position(slot.id()) + 1 < slot.keptFrom())
                .next()
                .<Excerpt>flatMap(Excerpts::tooOld)
                .defaultIfEmpty(read);
    }

    private static Mono<Excerpt> tooOld(Slot slot) {
        return Mono.error(() -> Problem.of(ProblemCode.RESYNC_REQUIRED, "resync-required"));
    }
}
