package vn.toso.domain.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.reactivestreams.client.FindPublisher;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;

/** What the log asks again and again, on a server that says how it answers. */
class IndexUseTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int THOUSANDS = 12;
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private final Store store = TestStore.open("IndexUse");
    private final ChangeLog log = new ChangeLog(store, Clock.systemUTC());
    private final LoggedCollection<Paper> papers = Writers.papers(store, log);

    @BeforeEach
    void fill() {
        assumeTrue(TestStore.isRealEngine(), "the embedded server cannot explain");
        log.createIndexes().block(SOON);
        for (int i = 0; i < THOUSANDS; i++) {
            log.append(ChangeLogTest.some(1_000)).block(SOON);
            Mono.from(papers.documents().insertMany(thousand(i))).block(SOON);
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static List<Paper> thousand(int from) {
        return IntStream.range(from * 1_000, (from + 1) * 1_000)
                .mapToObj(i -> Paper.of("paper " + i)
                        .revised(Revision.NONE.next(START.plusSeconds(i), Actor.SYSTEM.memberId())))
                .toList();
    }

    @Test
    void reading_the_log_and_looking_for_its_end_follow_the_index_of_streams() {
        assertFollows("stream_1_seq_1", log.entries().page(0, 100, 500));
        assertFollows("stream_1_seq_1", log.entries().page(0, THOUSANDS * 1_000 - 10, 500));
        assertFollows("stream_1_seq_1", log.entries().end(0, 0));
        assertFollows("stream_1_seq_1", log.entries().end(0, THOUSANDS * 1_000));
    }

    @Test
    void the_sweep_uses_the_index_of_times_and_looks_up_ids() {
        // Sorting what the index found, as some servers do, is fine: it is little.
        assertUses(
                "revision.updatedAt_1", ChangeSweep.writtenSince(papers, START.plusSeconds(THOUSANDS * 1_000 - 300)));
        assertUses("_id_", log.entries().withIds(ChangeLogTest.ids(ChangeLogTest.some(200))));
    }

    private static void assertFollows(String index, FindPublisher<?> find) {
        assertUses(index, find);
        Eventually.holds(() -> assertThat(plan(find)).doesNotContain("\"SORT\""));
    }

    private static void assertUses(String index, FindPublisher<?> find) {
        // A server plans by statistics that it gathers some seconds after a bulk load.
        Eventually.holds(() -> assertThat(plan(find)).contains(index).doesNotContain("COLLSCAN"));
    }

    private static String plan(FindPublisher<?> find) {
        Document plan = Mono.from(find.explain()).block(SOON);
        return plan.toJson();
    }
}
