package vn.toso.domain.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.change.Change.Op;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;

class ChangeLogTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private Store store;
    private ChangeLog log;

    @BeforeEach
    void open() {
        store = TestStore.open("ChangeLog");
        log = new ChangeLog(store, Clock.systemUTC());
        log.createIndexes().block(SOON);
    }

    @AfterEach
    void close() {
        store.close();
    }

    static List<Change> some(int count) {
        return IntStream.range(0, count).mapToObj(i -> one()).toList();
    }

    static Change one() {
        UUID entity = UUID.randomUUID();
        Instant now = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
        return new Change(
                ChangeLog.idOf("paper", entity, 1),
                -1,
                0,
                "paper",
                entity,
                1,
                null,
                Op.PUT,
                Actor.SYSTEM.memberId(),
                now);
    }

    static List<String> ids(List<Change> changes) {
        return changes.stream().map(Change::id).toList();
    }

    private List<Change> all(ChangeLog reader) {
        return reader.after(Cursor.START, 100_000).collectList().block(SOON);
    }

    @Test
    void entries_come_back_in_the_order_of_their_appending_numbered_without_gaps() {
        List<Change> changes = some(2_500);
        log.append(changes).block(SOON);

        List<Change> read = all(new ChangeLog(store, Clock.systemUTC()));

        assertThat(ids(read)).isEqualTo(ids(changes));
        assertThat(read)
                .extracting(Change::seq)
                .isEqualTo(Stream.iterate(1L, i -> i + 1).limit(2_500).toList());
        assertThat(all(log)).isEqualTo(read);
    }

    @Test
    void what_is_logged_already_is_dropped_without_a_gap() {
        List<Change> first = some(3);
        log.append(first).block(SOON);
        List<Change> mixed = new ArrayList<>(some(4));
        mixed.addAll(2, first);
        mixed.add(0, first.get(1));
        mixed.add(mixed.get(3));

        log.append(mixed).block(SOON);
        log.append(some(1)).block(SOON);

        List<Change> read = all(log);
        assertThat(read).extracting(Change::seq).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        assertThat(ids(read)).containsAll(ids(mixed)).doesNotHaveDuplicates();
    }

    @Test
    void concurrent_appends_all_get_in_and_repeats_of_each_other_once() {
        List<Change> changes = some(400);
        List<Change> twice = new ArrayList<>(changes);
        twice.addAll(changes);
        Collections.shuffle(twice, new java.util.Random(7));

        Flux.fromIterable(twice)
                .flatMap(change -> log.append(List.of(change)), 64)
                .blockLast(SOON);

        assertThat(ids(all(log))).containsExactlyInAnyOrderElementsOf(ids(changes));
    }

    @Test
    void another_node_has_a_stream_of_its_own() {
        ChangeLog other = new ChangeLog(store, Clock.systemUTC());
        log.append(some(5)).block(SOON);
        other.append(some(7)).block(SOON);

        assertThat(log.head().block(SOON)).isEqualTo(new Cursor(Map.of(0, 5L, 1, 7L)));
        assertThat(all(log)).hasSize(12);
    }

    @Test
    void a_busy_stream_does_not_starve_a_quiet_one() {
        ChangeLog other = new ChangeLog(store, Clock.systemUTC());
        log.append(some(100)).block(SOON);
        other.append(some(3)).block(SOON);

        List<Change> batch = log.after(Cursor.START, 20).collectList().block(SOON);

        assertThat(batch).hasSize(20);
        assertThat(batch).filteredOn(change -> change.stream() == 1).hasSize(3);
        assertThat(batch)
                .filteredOn(change -> change.stream() == 0)
                .extracting(Change::seq)
                .isSorted();
    }

    @Test
    void a_cursor_reads_on_where_it_stopped_whatever_the_batch_size() {
        ChangeLog other = new ChangeLog(store, Clock.systemUTC());
        Mono.when(log.append(some(137)), other.append(some(61))).block(SOON);
        for (int limit : List.of(1, 2, 7, 50, 500)) {
            Cursor cursor = Cursor.START;
            List<Change> read = new ArrayList<>();
            List<Change> batch = other.after(cursor, limit).collectList().block(SOON);
            while (!batch.isEmpty()) {
                assertThat(batch).hasSizeLessThanOrEqualTo(limit);
                cursor = cursor.past(batch);
                read.addAll(batch);
                batch = other.after(cursor, limit).collectList().block(SOON);
            }
            assertThat(ids(read)).as("limit %s", limit).hasSize(198).doesNotHaveDuplicates();
            assertThat(cursor).isEqualTo(other.head().block(SOON));
        }
    }
}
