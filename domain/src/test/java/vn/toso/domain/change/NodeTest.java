package vn.toso.domain.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import vn.toso.domain.access.Actor;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;

class NodeTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final LogSettings SETTINGS = new LogSettings(
            Duration.ofMillis(600),
            Duration.ofMillis(50),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofDays(180));

    private final Store store = TestStore.open("Node");
    private final List<Node> running = new ArrayList<>();

    @AfterEach
    void close() {
        List.copyOf(running).forEach(this::stop);
        store.close();
    }

    private ChangeLog log() {
        return new ChangeLog(store, Clock.systemUTC(), SETTINGS);
    }

    private Node start(ChangeLog log, List<ChangeListener> local, List<ScheduledWork> works) {
        Node node = new Node(store, log, List.of(), local, works);
        node.start().block(SOON);
        running.add(node);
        return node;
    }

    private void stop(Node node) {
        node.close().block(SOON);
        running.remove(node);
    }

    private static ChangeListener listening(Queue<String> heard) {
        return new ChangeFollowerTest.Listening(
                "heard", changes -> Mono.fromRunnable(() -> heard.addAll(ChangeLogTest.ids(changes))));
    }

    @Test
    void every_node_hears_of_everything_appended_since_its_start_by_whichever_node() {
        ChangeLog first = log();
        ChangeLog second = log();
        Queue<String> heardByFirst = new ConcurrentLinkedQueue<>();
        Queue<String> heardBySecond = new ConcurrentLinkedQueue<>();
        start(first, List.of(listening(heardByFirst)), List.of());
        List<Change> early = ChangeLogTest.some(2);
        first.append(early).block(SOON);
        start(second, List.of(listening(heardBySecond)), List.of());
        List<Change> late = new ArrayList<>(ChangeLogTest.some(3));
        first.append(late).block(SOON);
        List<Change> others = ChangeLogTest.some(4);
        second.append(others).block(SOON);
        late.addAll(others);

        Eventually.holds(() -> assertThat(heardBySecond).containsExactlyInAnyOrderElementsOf(ChangeLogTest.ids(late)));
        late.addAll(early);
        Eventually.holds(() -> assertThat(heardByFirst).containsExactlyInAnyOrderElementsOf(ChangeLogTest.ids(late)));
    }

    @Test
    void a_node_that_slept_for_longer_than_the_log_is_kept_reads_its_memory_anew() {
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        AtomicInteger anew = new AtomicInteger();
        Sinks.Empty<Void> asleep = Sinks.empty();
        ChangeLog log = log();
        start(log, List.of(new Sleeper(heard, anew, asleep)), List.of());
        log.append(ChangeLogTest.some(1)).block(SOON);
        Eventually.holds(() -> assertThat(heard).hasSize(1));
        log.append(ChangeLogTest.some(3)).block(SOON);
        Housekeeping.forgetUnheard(store).block(SOON);

        asleep.tryEmitEmpty();
        Eventually.holds(() -> assertThat(anew).hasValue(1));
        List<Change> late = ChangeLogTest.some(2);
        log.append(late).block(SOON);

        Eventually.holds(() -> assertThat(heard).containsAll(ChangeLogTest.ids(late)));
        assertThat(heard).hasSize(3);
        assertThat(anew).hasValue(1);
    }

    /** Falls asleep over the first batch. */
    private record Sleeper(Queue<String> heard, AtomicInteger anew, Sinks.Empty<Void> asleep)
            implements ChangeListener {

        @Override
        public String name() {
            return "sleeper";
        }

        @Override
        public Mono<Void> handle(List<Change> changes) {
            heard.addAll(ChangeLogTest.ids(changes));
            return asleep.asMono();
        }

        @Override
        public Mono<Void> startOver() {
            return Mono.fromRunnable(anew::incrementAndGet);
        }
    }

    @Test
    void a_closed_node_leaves_its_stream_to_the_next_one() {
        ChangeLog first = log();
        Node node = start(first, List.of(), List.of());
        first.append(ChangeLogTest.some(3)).block(SOON);
        stop(node);

        ChangeLog second = log();
        start(second, List.of(), List.of());
        second.append(ChangeLogTest.some(2)).block(SOON);

        assertThat(second.head().block(SOON)).isEqualTo(new Cursor(Map.of(0, 5L)));
    }

    @Test
    void a_start_logs_what_a_crash_left_unlogged() {
        ChangeLog log = log();
        LoggedCollection<Paper> papers = Writers.papers(store, log);
        Paper lost =
                Paper.of("lost").revised(Revision.NONE.next(Clock.systemUTC().instant(), Actor.SYSTEM.memberId()));
        Mono.from(papers.documents().insertOne(lost)).block(SOON);

        start(log, List.of(), List.of());

        Eventually.holds(() -> assertThat(ChangeLogTest.ids(
                        log.after(Cursor.START, 10).collectList().block(SOON)))
                .containsExactly(lost.entry()));
    }

    @Test
    void work_that_comes_back_is_done_by_one_node_until_that_is_gone() {
        AtomicInteger byFirst = new AtomicInteger();
        AtomicInteger bySecond = new AtomicInteger();
        Duration often = Duration.ofMillis(100);
        Node first = start(log(), List.of(), List.of(counting(often, byFirst)));
        Eventually.holds(() -> assertThat(byFirst).hasValueGreaterThan(1));
        start(log(), List.of(), List.of(counting(often, bySecond)));
        int before = byFirst.get();
        Eventually.holds(() -> assertThat(byFirst).hasValueGreaterThan(before + 3));
        assertThat(bySecond).hasValue(0);

        stop(first);
        Eventually.holds(() -> assertThat(bySecond).hasValueGreaterThan(1));
    }

    private static ScheduledWork counting(Duration every, AtomicInteger runs) {
        return new ScheduledWork("counting", every, () -> Mono.fromRunnable(runs::incrementAndGet));
    }
}
