package vn.toso.domain.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.reactivestreams.client.FindPublisher;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Mono;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;

/** That a reader of a few hamlets never reads the province's log, on a server that says how it answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EntriesIndexTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int HAMLETS = 200;
    private static final int ENTRIES = 20_000;
    private static final Set<String> KINDS = Set.of("household", "visit", "task");

    private Store store;
    private Entries entries;

    @BeforeAll
    void fill() {
        assumeTrue(TestStore.isRealEngine(), "the embedded server cannot explain");
        store = TestStore.open("EntriesIndex");
        new ChangeLog(store, Clock.systemUTC()).createIndexes().block(SOON);
        entries = new Entries(store);
        List<Change> some = new ArrayList<>();
        for (int i = 1; i <= ENTRIES; i++) {
            some.add(new Change(
                    "visit:" + i,
                    0,
                    i,
                    "visit",
                    new UUID(2, i),
                    1,
                    i % 50 == 0 ? null : hamlet(i % HAMLETS),
                    Change.Op.PUT,
                    new MemberId(new UUID(3, i)),
                    Instant.EPOCH));
        }
        entries.insert(some).block(SOON);
    }

    @AfterAll
    void close() {
        if (store != null) {
            store.close();
        }
    }

    private static AreaId hamlet(int number) {
        return new AreaId(new UUID(1, number));
    }

    private static Concern of(int hamlets) {
        Set<AreaId> some = new HashSet<>();
        for (int i = 0; i < hamlets; i++) {
            some.add(hamlet(i * 3 + 1));
        }
        return new Concern(some, KINDS);
    }

    private void assertUses(String index, FindPublisher<Change> find) {
        Eventually.holds(() -> assertThat(plan(find)).contains(index).doesNotContain("COLLSCAN"));
    }

    private static String plan(FindPublisher<Change> find) {
        Document plan = Mono.from(find.explain()).block(SOON);
        return plan.toJson();
    }

    @Test
    void news_of_a_hamlet_are_found_by_its_index() {
        assertUses("hamlet_1_stream_1_seq_1", entries.statementByHamlet(0, 10, ENTRIES, of(1), 4_000));
        assertUses("hamlet_1_stream_1_seq_1", entries.statementByHamlet(0, 10, ENTRIES, of(3), 4_000));
    }

    @Test
    void news_of_a_commune_are_found_by_an_index() {
        assertUses("hamlet_1_stream_1_seq_1", entries.statementByHamlet(0, ENTRIES - 200, ENTRIES, of(40), 4_000));
        assertUses("hamlet_1_stream_1_seq_1", entries.statementByHamlet(0, 10, ENTRIES, of(40), 4_000));
    }
}
