package vn.toso.domain.storage;

import com.mongodb.MongoTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Lets concurrent requests share one statement: while a group is under way, what arrives waits, and goes out together
 * as the next group. A lone request never waits for company.
 *
 * @param <T> what one request asks
 * @param <R> what it gets; the statement answers one outcome for each item, in the items' order
 */
public final class GroupCommit<T, R> {

    /** What became of one item of a group. */
    public sealed interface Outcome<R> {

        /** Empty when it failed. */
        Optional<R> value();

        /** The value, or the failure, as a publisher tells it. */
        Mono<R> toMono();

        /** The value made into another; a failure stays one. */
        <S> Outcome<S> map(Function<R, S> made);

        record Done<R>(R result) implements Outcome<R> {
            @Override
            public Optional<R> value() {
                return Optional.of(result);
            }

            @Override
            public Mono<R> toMono() {
                return Mono.just(result);
            }

            @Override
            public <S> Outcome<S> map(Function<R, S> made) {
                return new Done<>(made.apply(result));
            }
        }

        record Failed<R>(Throwable cause) implements Outcome<R> {
            @Override
            public Optional<R> value() {
                return Optional.empty();
            }

            @Override
            public Mono<R> toMono() {
                return Mono.error(cause);
            }

            @Override
            public <S> Outcome<S> map(Function<R, S> made) {
                return new Failed<>(cause);
            }
        }
    }

    private record Waiting<T, R>(T item, Sinks.One<R> answer) {}

    private final int largest;
    private final ToIntFunction<T> size;
    private final Function<List<T>, Mono<List<Outcome<R>>>> statement;
    private final Queue<Waiting<T, R>> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean underWay = new AtomicBoolean();
    private final AtomicInteger signals = new AtomicInteger();

    /**
     * @param largest most items of a group, at least 1
     * @param statement carries out a group; one that fails as a whole fails each of its items
     */
    public GroupCommit(int largest, Function<List<T>, Mono<List<Outcome<R>>>> statement) {
        this(largest, item -> 1, statement);
    }

    /**
     * For items that are of different sizes.
     *
     * @param largest most that the sizes of a group add up to; a larger item goes out alone
     * @param size of an item
     */
    public GroupCommit(int largest, ToIntFunction<T> size, Function<List<T>, Mono<List<Outcome<R>>>> statement) {
        if (largest < 1) {
            throw new IllegalArgumentException("a group of at most " + largest);
        }
        this.largest = largest;
        this.size = size;
        this.statement = statement;
    }

    /** Runs as soon as it is subscribed to, with whatever waits beside it; an abandoned item is carried out all the same. */
    public Mono<R> submit(T item) {
        return Mono.defer(() -> {
            Waiting<T, R> waiting = new Waiting<>(item, Sinks.one());
            queue.add(waiting);
            signal();
            return waiting.answer().asMono();
        });
    }

    /**
     * Something arrived or ended. One thread at a time looks what to do and looks again for every signal it got
     * meanwhile: none is lost, and a statement that answers at once doesn't pile up calls.
     */
    private void signal() {
        if (signals.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        while (seen != 0) {
            startNext();
            seen = signals.addAndGet(-seen);
        }
    }

    private void startNext() {
        if (!underWay.get() && !queue.isEmpty()) {
            underWay.set(true);
            run(take());
        }
    }

    private List<Waiting<T, R>> take() {
        List<Waiting<T, R>> group = new ArrayList<>();
        int taken = 0;
        Waiting<T, R> next;
        while ((next = queue.peek()) != null && (group.isEmpty() || taken + size.applyAsInt(next.item()) <= largest)) {
            group.add(queue.remove());
            taken += size.applyAsInt(next.item());
        }
        return group;
    }

    private void run(List<Waiting<T, R>> group) {
        List<T> items = group.stream().map(Waiting::item).toList();
        Mono.defer(() -> statement.apply(items))
                .filter(outcomes -> outcomes.size() == items.size())
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("not one outcome for each item")))
                .subscribe(outcomes -> finish(group, outcomes), failure -> fail(group, failure));
    }

    /** The next group goes out before this one's requests go on. */
    private void finish(List<Waiting<T, R>> group, List<Outcome<R>> outcomes) {
        underWay.set(false);
        signal();
        for (int i = 0; i < group.size(); i++) {
            answer(group.get(i).answer(), outcomes.get(i));
        }
    }

    private void fail(List<Waiting<T, R>> group, Throwable failure) {
        List<Waiting<T, R>> failed = new ArrayList<>(group);
        if (failure instanceof MongoTimeoutException) {
            // No server was found for as long as a request may wait; who stood behind it has waited, too.
            failed.addAll(take());
        }
        underWay.set(false);
        signal();
        failed.forEach(waiting -> waiting.answer().tryEmitError(failure));
    }

    private static <R> void answer(Sinks.One<R> sink, Outcome<R> outcome) {
        if (outcome instanceof Outcome.Done<R> done) {
            sink.tryEmitValue(done.result());
        } else if (outcome instanceof Outcome.Failed<R> failed) {
            sink.tryEmitError(failed.cause());
        }
    }
}
