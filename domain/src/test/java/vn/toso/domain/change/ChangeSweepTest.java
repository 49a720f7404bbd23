package vn.toso.domain.change;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;

class ChangeSweepTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration MARGIN = Duration.ofMinutes(2);
    private static final AreaId HERE = new AreaId(new UUID(0, 1));
    private static final AreaId THERE = new AreaId(new UUID(0, 2));

    private final Store store = TestStore.open("ChangeSweep");
    private final MovingClock clock = new MovingClock();
    private final ChangeLog log = new ChangeLog(store, clock);
    private final LoggedCollection<Paper> papers =
            new LoggedCollection<>(store, log, clock, "paper", "papers", Paper.class, List.of());
    private final ChangeSweep sweep = new ChangeSweep(store, log);

    @BeforeEach
    void open() {
        log.createIndexes().block(SOON);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Paper logged() {
        return papers.insert(Actor.SYSTEM, Paper.of("logged")).block(SOON);
    }

    /** What a crash leaves. */
    private Paper unlogged() {
        Paper paper = Paper.of("unlogged");
        return unlogged(paper.revised(paper.revision().next(clock.instant(), Actor.SYSTEM.memberId())));
    }

    private Paper unlogged(Paper written) {
        Mono.from(papers.documents().insertOne(written)).block(SOON);
        return written;
    }

    private long run() {
        return sweep.run(MARGIN).block(SOON);
    }

    private List<String> ids() {
        return ChangeLogTest.ids(log.after(Cursor.START, 100_000).collectList().block(SOON));
    }

    @Test
    void exactly_what_the_log_lacks_is_appended() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 620; i++) {
            clock.advance(Duration.ofMillis(i % 3));
            expected.add((i % 55 == 7 ? unlogged() : logged()).entry());
        }

        assertThat(run()).isEqualTo(12);
        assertThat(ids()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(run()).isZero();
        assertThat(ids()).hasSameSizeAs(expected);
    }

    @Test
    void a_version_that_only_its_move_brought_gets_its_leave_as_well() {
        Paper here = logged();
        Paper moved = here.movedTo(HERE).movedTo(THERE);
        Paper written = moved.revised(moved.revision().next(clock.instant(), Actor.SYSTEM.memberId()));
        Mono.from(papers.documents().replaceOne(eq("_id", here.id()), written)).block(SOON);

        assertThat(run()).isEqualTo(1);
        List<Change> changes = log.after(Cursor.START, 10).collectList().block(SOON);
        assertThat(changes)
                .extracting(Change::id)
                .containsExactly(here.entry(), written.entry() + ":leave", written.entry());
        assertThat(changes).extracting(Change::hamlet).containsExactly(null, HERE, THERE);
    }

    @Test
    void it_goes_on_where_it_stopped_less_the_margin() {
        Paper old = unlogged();
        clock.advance(MARGIN.plusSeconds(1));
        assertThat(run()).isEqualTo(1);

        unlogged(Paper.of("too late").revised(old.revision()));
        assertThat(run()).isZero();

        clock.advance(Duration.ofMinutes(1));
        Paper slow = unlogged();
        clock.advance(MARGIN.minusSeconds(1));
        run();
        Paper behind = unlogged(Paper.of("within the margin").revised(slow.revision()));
        assertThat(run()).isEqualTo(1);
        assertThat(ids()).contains(slow.entry(), behind.entry());
    }

    @Test
    void a_run_by_a_node_whose_clock_is_ahead_hides_nothing_from_the_next_one() {
        MovingClock ahead = new MovingClock();
        ahead.advance(Duration.ofHours(5));
        ChangeLog theirs = new ChangeLog(store, ahead);
        LoggedCollection<Paper> same =
                new LoggedCollection<>(store, theirs, ahead, "paper", "papers", Paper.class, List.of());
        same.insert(Actor.SYSTEM, Paper.of("from the future")).block(SOON);
        new ChangeSweep(store, theirs).run(MARGIN).block(SOON);

        clock.advance(Duration.ofSeconds(30));
        Paper lacking = unlogged();

        assertThat(run()).isEqualTo(1);
        assertThat(ids()).contains(lacking.entry());
    }
}
