package vn.toso.domain.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;

/** What a node does that takes a listener's work over from another one. */
class TurnTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String ANEW = "started over";
    private static final LogSettings SETTINGS = new LogSettings(
            Duration.ofMillis(600),
            Duration.ofMillis(50),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofDays(180));

    private final Store store = TestStore.open("Turn");
    private final List<TestNode> nodes = new ArrayList<>();
    private final Sinks.Empty<Void> awake = Sinks.empty();

    /** Writes down what it is told: ids, with a question mark when they are contested. */
    private static final class Diary implements ChangeListener {
        final Queue<String> lines = new ConcurrentLinkedQueue<>();
        final Mono<Void> rest;

        Diary(Mono<Void> rest) {
            this.rest = rest;
        }

        @Override
        public String name() {
            return "diary";
        }

        @Override
        public Mono<Void> handle(List<Change> changes) {
            lines.addAll(ChangeLogTest.ids(changes));
            return rest;
        }

        @Override
        public Mono<Void> handleContested(List<Change> changes) {
            lines.addAll(contested(changes));
            return rest;
        }

        @Override
        public Mono<Void> startOver() {
            return Mono.fromRunnable(() -> lines.add(ANEW));
        }
    }

    private static List<String> contested(List<Change> changes) {
        return ChangeLogTest.ids(changes).stream().map(id -> id + "?").toList();
    }

    private final class TestNode {
        final ChangeLog log = new ChangeLog(store, Clock.systemUTC(), SETTINGS);
        final Diary diary;
        final Node node;

        TestNode(Mono<Void> rest) {
            diary = new Diary(rest);
            node = new Node(store, log, List.of(new ChangeFollower(store, log, diary)), List.of(), List.of());
            node.start().block(SOON);
            nodes.add(this);
        }

        List<Change> append(int count) {
            List<Change> changes = ChangeLogTest.some(count);
            log.append(changes).block(SOON);
            return changes;
        }

        void awaits(List<String> lines) {
            Eventually.holds(() -> assertThat(diary.lines).containsAll(lines));
        }

        void close() {
            nodes.remove(this);
            node.close().block(SOON);
        }
    }

    @AfterEach
    void close() {
        awake.tryEmitEmpty();
        List.copyOf(nodes).forEach(TestNode::close);
        store.close();
    }

    @Test
    void what_a_silent_node_had_in_hand_is_contested_and_what_comes_later_is_not() {
        TestNode silent = new TestNode(awake.asMono());
        List<Change> inHand = silent.append(3);
        silent.awaits(ChangeLogTest.ids(inHand));

        TestNode next = new TestNode(Mono.empty());

        next.awaits(contested(inHand));
        assertThat(next.diary.lines.peek()).isEqualTo(ANEW);
        List<String> later = new ArrayList<>();
        Eventually.holds(() -> {
            later.addAll(ChangeLogTest.ids(next.append(1)));
            assertThat(next.diary.lines).containsAnyElementsOf(later);
        });
        assertThat(next.diary.lines).doesNotContainAnyElementsOf(ChangeLogTest.ids(inHand));
    }

    @Test
    void a_node_that_finds_the_work_given_back_has_no_rival() {
        TestNode first = new TestNode(Mono.empty());
        first.awaits(ChangeLogTest.ids(first.append(2)));
        first.close();

        TestNode second = new TestNode(Mono.empty());
        List<Change> changes = second.append(2);

        second.awaits(ChangeLogTest.ids(changes));
        assertThat(second.diary.lines).doesNotContainAnyElementsOf(contested(changes));
    }

    @Test
    void a_node_that_wakes_when_another_one_has_had_its_turn_starts_over() {
        TestNode sleeper = new TestNode(awake.asMono());
        sleeper.awaits(ChangeLogTest.ids(sleeper.append(1)));
        TestNode other = new TestNode(Mono.empty());
        other.awaits(contested(other.append(1)));
        other.close();

        awake.tryEmitEmpty();
        List<Change> news = sleeper.append(1);

        sleeper.awaits(ChangeLogTest.ids(news));
        assertThat(sleeper.diary.lines.stream().filter(ANEW::equals)).hasSize(2);
    }

    @Test
    void what_was_read_before_the_turn_was_lost_is_left_to_who_has_it_now() {
        TestNode node = new TestNode(Mono.empty());
        node.append(3);
        Lease mine = node.log.lease("turn", Duration.ofMillis(100));
        mine.take().block(SOON);
        Diary diary = new Diary(Mono.empty());
        Turn turn = new Turn(node.log, diary, mine, new Positions.Position(Cursor.START, Instant.EPOCH));
        ChangeLog elsewhere = new ChangeLog(store, Clock.systemUTC(), SETTINGS);
        Lease theirs = elsewhere.lease("turn", Duration.ofMinutes(1));
        Eventually.holds(() -> assertThat(theirs.take().block(SOON)).isTrue());

        assertThatThrownBy(() -> turn.reading().step().block(SOON)).isInstanceOf(Turn.Over.class);

        assertThat(diary.lines).isEmpty();
        assertThat(turn.reading().position().cursor()).isEqualTo(Cursor.START);
    }
}
