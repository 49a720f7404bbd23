package vn.toso.domain.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toso.domain.change.Positions.Position;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;

class RetentionTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration KEPT = LogSettings.DEFAULT.retention();

    private final Store store = TestStore.open("Retention");
    private final MovingClock clock = new MovingClock();
    private final ChangeLog log = new ChangeLog(store, clock);
    private final Retention retention = new Retention(store, log);

    @BeforeEach
    void open() {
        log.createIndexes().block(SOON);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void append(int count, Instant at) {
        log.append(IntStream.range(0, count).mapToObj(i -> one(at)).toList()).block(SOON);
    }

    private static Change one(Instant at) {
        Change any = ChangeLogTest.one();
        return new Change(any.id(), -1, 0, any.kind(), any.entity(), 1, null, Change.Op.PUT, any.actor(), at);
    }

    private List<Long> seqsAfter(ChangeLog reader, long position) {
        return reader.after(new Cursor(Map.of(0, position)), 10_000)
                .map(Change::seq)
                .collectList()
                .block(SOON);
    }

    @Test
    void entries_leave_the_log_when_they_are_too_old_and_an_older_cursor_is_told_so() {
        append(1_500, clock.instant());
        clock.advance(Duration.ofDays(1));
        append(4, clock.instant());
        clock.advance(KEPT.minus(Duration.ofDays(1)).plusSeconds(1));

        retention.run().block(SOON);

        for (ChangeLog reader : List.of(log, new ChangeLog(store, clock))) {
            assertThat(seqsAfter(reader, 1_500)).containsExactly(1_501L, 1_502L, 1_503L, 1_504L);
            assertThat(reader.oldest().block(SOON)).isEqualTo(new Cursor(Map.of(0, 1_500L)));
            assertThatThrownBy(() -> seqsAfter(reader, 1_499))
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.code()).isEqualTo(ProblemCode.RESYNC_REQUIRED));
        }
    }

    @Test
    void a_stream_that_is_empty_by_now_goes_on_behind_what_it_held() {
        append(3, clock.instant());
        clock.advance(KEPT.plusSeconds(1));
        retention.run().block(SOON);

        ChangeLog later = new ChangeLog(store, clock);
        later.append(ChangeLogTest.some(1)).block(SOON);

        assertThat(later.head().block(SOON)).isEqualTo(new Cursor(Map.of(0, 4L)));
        assertThat(seqsAfter(later, 3)).containsExactly(4L);
    }

    @Test
    void what_a_listener_has_not_handled_yet_is_kept_unless_the_listener_is_gone() {
        Positions positions = new Positions(store);
        append(10, clock.instant());
        clock.advance(KEPT.plusSeconds(1));
        positions
                .store("behind", new Position(new Cursor(Map.of(0, 6L)), clock.instant()))
                .block(SOON);
        positions
                .store("gone", new Position(new Cursor(Map.of(0, 2L)), Instant.EPOCH))
                .block(SOON);

        retention.run().block(SOON);
        assertThat(log.oldest().block(SOON)).isEqualTo(new Cursor(Map.of(0, 6L)));

        clock.advance(KEPT.plusSeconds(1));
        retention.run().block(SOON);
        assertThat(log.oldest().block(SOON)).isEqualTo(new Cursor(Map.of(0, 10L)));
    }

    /** A database that lay still for a year, or a job that takes entries out before their time. */
    @Test
    void what_a_listener_of_this_release_has_not_handled_is_kept_however_late_it_is() {
        Positions positions = new Positions(store);
        append(10, clock.instant());
        positions
                .store("late", new Position(new Cursor(Map.of(0, 6L)), clock.instant()))
                .block(SOON);
        log.registerFollower("late");
        clock.advance(KEPT.multipliedBy(2));

        retention.run().block(SOON);
        retention.run(clock.instant()).block(SOON);

        assertThat(log.oldest().block(SOON)).isEqualTo(new Cursor(Map.of(0, 6L)));
    }

    @Test
    void taking_entries_out_before_their_time_waits_for_who_is_late() {
        Positions positions = new Positions(store);
        append(10, clock.instant());
        positions
                .store("late", new Position(new Cursor(Map.of(0, 6L)), clock.instant()))
                .block(SOON);
        clock.advance(Duration.ofHours(1));

        retention.run(clock.instant().minusSeconds(1)).block(SOON);

        assertThat(log.oldest().block(SOON)).isEqualTo(new Cursor(Map.of(0, 6L)));
    }

    @Test
    void a_run_that_died_half_way_is_finished_by_the_next() {
        append(5, clock.instant());
        log.streams().keepFrom(0, 4).block(SOON);

        retention.run().block(SOON);

        assertThat(log.entries().read(0, 0, 10).map(Change::seq).collectList().block(SOON))
                .containsExactly(4L, 5L);
    }
}
