package vn.toso.domain.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;

class StreamTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Store store = TestStore.open("Stream");
    private final MovingClock clock = new MovingClock();

    @BeforeEach
    void open() {
        node(clock).createIndexes().block(SOON);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private ChangeLog node(Clock itsClock) {
        return new ChangeLog(store, itsClock);
    }

    private static void append(ChangeLog log, int count) {
        log.append(ChangeLogTest.some(count)).block(SOON);
    }

    private List<Change> all() {
        return node(clock).after(Cursor.START, 100_000).collectList().block(SOON);
    }

    private void assertNoGaps(int entries) {
        List<Change> all = all();
        assertThat(all).hasSize(entries);
        for (int slot = 0; slot < 10; slot++) {
            int stream = slot;
            List<Long> seqs = all.stream()
                    .filter(c -> c.stream() == stream)
                    .map(Change::seq)
                    .toList();
            assertThat(seqs)
                    .as("stream %s", slot)
                    .isEqualTo(LongStream.rangeClosed(1, seqs.size()).boxed().toList());
        }
    }

    @Test
    void a_node_that_lost_its_stream_goes_on_in_another_one() {
        ChangeLog frozen = node(clock);
        append(frozen, 3);
        clock.advance(Duration.ofMinutes(1));
        ChangeLog next = node(clock);
        append(next, 2);

        append(frozen, 4);

        assertThat(next.head().block(SOON)).isEqualTo(new Cursor(Map.of(0, 5L, 1, 4L)));
        assertNoGaps(9);
    }

    @Test
    void what_the_former_holder_still_appended_is_neither_overwritten_nor_overlooked() {
        ChangeLog frozen = node(clock);
        append(frozen, 3);
        clock.advance(Duration.ofMinutes(1));
        ChangeLog next = node(clock);
        next.open().block(SOON);
        Cursor before = next.head().block(SOON);

        append(frozen, 2);
        assertThat(next.after(before, 10).collectList().block(SOON)).isEmpty();
        next.renew().block(SOON);
        assertThat(next.after(before, 10).collectList().block(SOON))
                .extracting(Change::seq)
                .containsExactly(4L, 5L);
        append(next, 2);

        assertThat(next.head().block(SOON)).isEqualTo(new Cursor(Map.of(0, 7L)));
        assertNoGaps(7);
    }

    @Test
    void a_released_stream_is_taken_first_and_gone_on_with() {
        ChangeLog first = node(clock);
        ChangeLog second = node(clock);
        append(first, 3);
        append(second, 3);
        first.release().block(SOON);

        ChangeLog third = node(clock);
        append(third, 2);

        assertThat(third.head().block(SOON)).isEqualTo(new Cursor(Map.of(0, 5L, 1, 3L)));
    }

    @Test
    void nodes_that_take_each_others_streams_all_the_time_leave_no_gap() {
        int nodes = 4;
        int rounds = 60;
        List<ChangeLog> logs = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            MovingClock wrong = new MovingClock();
            wrong.advance(Duration.ofHours(i));
            logs.add(node(wrong));
        }
        // Each believes that whoever set its clock back has long lost its stream; renewing, they find out.
        Mono<Void> appending = Flux.fromIterable(logs)
                .flatMap(
                        log -> Flux.range(0, rounds)
                                .concatMap(round -> log.append(ChangeLogTest.some(1 + round % 7))
                                        .then(round % 10 == 9 ? log.release() : Mono.empty())),
                        nodes)
                .then();
        Mono<Void> renewing = Flux.range(0, rounds)
                .delayElements(Duration.ofMillis(5))
                .concatMap(i -> Flux.fromIterable(logs).concatMap(ChangeLog::renew))
                .then();
        Mono.when(appending, renewing).block(SOON);

        assertNoGaps(
                nodes * IntStream.range(0, rounds).map(round -> 1 + round % 7).sum());
    }
}
