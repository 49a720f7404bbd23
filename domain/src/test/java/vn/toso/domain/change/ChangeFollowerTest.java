package vn.toso.domain.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;

class ChangeFollowerTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final LogSettings SETTINGS = new LogSettings(
            Duration.ofMillis(600),
            Duration.ofMillis(50),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofDays(180));

    private final Store store = TestStore.open("ChangeFollower");
    private final List<TestNode> nodes = new ArrayList<>();
    private final Sinks.Empty<Void> unstuck = Sinks.empty();
    private final Queue<String> handled = new ConcurrentLinkedQueue<>();

    /** A node that follows with one listener. */
    private final class TestNode {
        final ChangeLog log = new ChangeLog(store, Clock.systemUTC(), SETTINGS);
        final ChangeFollower follower;
        final Node node;

        TestNode(Function<List<Change>, Mono<Void>> handler) {
            this(new Listening("test", handler));
        }

        TestNode(ChangeListener listener) {
            follower = new ChangeFollower(store, log, listener);
            node = new Node(store, log, List.of(follower), List.of(), List.of());
            node.start().block(SOON);
            nodes.add(this);
        }

        List<Change> append(int count) {
            List<Change> changes = ChangeLogTest.some(count);
            log.append(changes).block(SOON);
            return changes;
        }

        void close() {
            node.close().block(SOON);
            nodes.remove(this);
        }
    }

    record Listening(String name, Function<List<Change>, Mono<Void>> handler) implements ChangeListener {
        @Override
        public Mono<Void> handle(List<Change> changes) {
            return handler.apply(changes);
        }
    }

    @AfterEach
    void close() {
        unstuck.tryEmitEmpty();
        List.copyOf(nodes).forEach(TestNode::close);
        store.close();
    }

    private Mono<Void> note(List<Change> changes) {
        return Mono.fromRunnable(() -> handled.addAll(ChangeLogTest.ids(changes)));
    }

    private void awaitHandled(List<Change> changes) {
        Eventually.holds(() -> assertThat(handled).containsAll(ChangeLogTest.ids(changes)));
    }

    @Test
    void each_change_is_handled_once_when_nothing_happens() {
        TestNode node = new TestNode(this::note);
        TestNode other = new TestNode(this::note);
        List<Change> changes = new ArrayList<>(node.append(700));
        changes.addAll(other.append(5));

        awaitHandled(changes);
        assertThat(handled).hasSameSizeAs(changes);
    }

    @Test
    void a_node_goes_on_where_the_closed_one_stopped() {
        TestNode first = new TestNode(this::note);
        awaitHandled(first.append(3));
        first.close();
        TestNode second = new TestNode(this::note);
        awaitHandled(second.append(2));

        assertThat(handled).hasSize(5);
    }

    @Test
    void what_a_node_handled_without_noting_it_comes_again_on_another_node() {
        TestNode stuck = new TestNode(changes -> note(changes).then(unstuck.asMono()));
        List<Change> changes = stuck.append(3);
        awaitHandled(changes);

        TestNode other = new TestNode(this::note);

        Eventually.holds(() -> assertThat(handled).hasSizeGreaterThanOrEqualTo(6));
        assertThat(List.copyOf(handled).subList(3, 6)).isEqualTo(ChangeLogTest.ids(changes));
        awaitHandled(other.append(1));
    }

    @Test
    void a_listener_that_the_log_has_overtaken_starts_over_before_it_hears_on() {
        TestNode first = new TestNode(this::note);
        awaitHandled(first.append(1));
        first.close();
        first.append(3);
        Housekeeping.forgetUnheard(store).block(SOON);

        TestNode back = new TestNode(new Forgetful());
        List<Change> late = back.append(2);

        awaitHandled(late);
        assertThat(List.copyOf(handled).subList(1, handled.size()))
                .startsWith("started over")
                .doesNotContain("cannot yet");
    }

    /** Cannot start over at first. */
    private final class Forgetful implements ChangeListener {

        private final AtomicInteger failures = new AtomicInteger(2);

        @Override
        public String name() {
            return "test";
        }

        @Override
        public Mono<Void> handle(List<Change> changes) {
            return note(changes);
        }

        @Override
        public Mono<Void> startOver() {
            return Mono.defer(() -> failures.getAndDecrement() > 0
                    ? Mono.error(new IllegalStateException("cannot yet"))
                    : Mono.fromRunnable(() -> handled.add("started over")));
        }
    }

    @Test
    void a_batch_that_fails_comes_again_until_it_succeeds_and_nothing_overtakes_it() {
        AtomicInteger failures = new AtomicInteger(3);
        TestNode node = new TestNode(changes ->
                failures.getAndDecrement() > 0 ? Mono.error(new IllegalStateException("not now")) : note(changes));
        List<Change> changes = new ArrayList<>(node.append(2));
        changes.addAll(node.append(2));

        awaitHandled(changes);
        assertThat(List.copyOf(handled)).isEqualTo(ChangeLogTest.ids(changes));
        assertThat(failures).hasNegativeValue();
    }

    @Test
    void everything_acknowledged_before_as_of_is_handled_on_every_node() {
        TestNode node = new TestNode(this::note);
        TestNode other = new TestNode(this::note);
        for (int i = 0; i < 10; i++) {
            List<Change> changes = (i % 2 == 0 ? node : other).append(1 + i * 20);
            Instant acknowledged = Instant.now();
            TestNode asked = i % 3 == 0 ? other : node;
            Eventually.holds(() -> assertThat(asked.follower.asOf()).isAfter(acknowledged));
            assertThat(handled).containsAll(ChangeLogTest.ids(changes));
        }
    }

    @Test
    void with_more_to_come_as_of_is_the_earliest_last_entry_of_a_stream() {
        Instant began = Instant.parse("2026-03-02T08:00:00Z");
        List<Change> batch = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            int stream = i % 2;
            batch.add(at(began.minusSeconds(stream == 0 ? 600 - i : 6_000 - i), stream, i));
        }

        assertThat(Reading.handledUpTo(batch, began)).isEqualTo(batch.get(499).at());
        assertThat(Reading.handledUpTo(batch.subList(0, 499), began)).isEqualTo(began);
    }

    private static Change at(Instant at, int stream, long seq) {
        Change any = ChangeLogTest.one();
        return new Change(any.id(), stream, seq, any.kind(), any.entity(), 1, null, Change.Op.PUT, any.actor(), at);
    }

    @Test
    void after_a_batch_it_rests_as_long_as_the_batch_took() {
        TestNode node = new TestNode(changes -> Mono.empty());
        Duration work = Duration.ofMillis(150);
        Reading reading = new Reading(
                node.log, changes -> Mono.delay(work).then(), new Positions.Position(Cursor.START, Instant.EPOCH));
        node.append(1);

        long start = System.nanoTime();
        Mono.from(reading.step().block(SOON)).block(SOON);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(work.multipliedBy(2));
        assertThat(reading.position().cursor()).isEqualTo(node.log.head().block(SOON));
    }
}
