package vn.toso.domain.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import vn.toso.domain.change.Change.Op;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;

/**
 * Sixteen writers over four nodes, two of them other processes. One is frozen past its lease, loses its stream to a
 * newly started one, and wakes; the other is killed at a random moment, or between a document and its entry.
 */
class ChangeLogProofTest {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeLogProofTest.class);

    private static final int WRITERS_OF_A_NODE = 4;
    private static final int ROUNDS = 3;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final Store store = TestStore.open("ChangeLogProof");
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final List<OtherProcess> others = new ArrayList<>();

    @AfterEach
    void close() {
        others.stream().filter(OtherProcess::isAlive).forEach(OtherProcess::kill);
        store.close();
    }

    @Test
    void a_reader_misses_nothing_and_holds_exactly_what_was_written_whatever_happens_to_nodes() throws Exception {
        FollowingReader reader = new FollowingReader(store);
        Writers first = here();
        Writers second = here();
        Set<String> before = holders();
        OtherProcess frozen = elsewhere(0);
        String holder =
                holders().stream().filter(h -> !before.contains(h)).findFirst().orElseThrow();
        OtherProcess killed = elsewhere(0);
        int streamsLost = 0;

        for (int round = 0; round < ROUNDS; round++) {
            pause(random.nextInt(500));
            frozen.freeze();
            pause(Writers.SETTINGS.lease().toMillis() + 300);
            OtherProcess next = elsewhere(20 + random.nextInt(400));
            streamsLost += holders().contains(holder) ? 0 : 1;
            killed.kill();
            frozen.wake();
            awaitAcknowledgement(frozen);
            killed = next;
        }
        killed.awaitEnd();
        frozen.stop();
        first.stop();
        second.stop();
        others.forEach(process -> acknowledged.addAll(process.acknowledged()));

        ChangeLog log = new ChangeLog(store, Clock.systemUTC(), Writers.SETTINGS);
        LoggedCollection<Paper> papers = Writers.papers(store, log);
        Long lacking = new ChangeSweep(store, log).run(Duration.ofMinutes(2)).block(Duration.ofSeconds(30));
        assertThat(streamsLost)
                .as("streams that the frozen node lost; %s", failures())
                .isPositive();
        check(reader.finish(), reader.wrong(), lacking, papers);
    }

    private void check(List<Change> read, List<String> wrong, long lacking, LoggedCollection<Paper> papers) {
        String context = "seed %s, streams end at %s, %s acknowledged, %s"
                .formatted(seed, Cursor.START.past(read).positions(), acknowledged.size(), failures());
        LOG.info(context);
        assertThat(wrong).as(context).isEmpty();
        assertThat(lacking)
                .as("documents that only the sweep logged; " + context)
                .isPositive();
        List<String> ids = read.stream().map(Change::id).toList();
        assertThat(new HashSet<>(ids)).as("entries that came twice; " + context).hasSameSizeAs(ids);
        Set<String> puts = new HashSet<>();
        read.stream().filter(change -> change.op() == Op.PUT).map(Change::id).forEach(puts::add);
        Set<String> missed = new HashSet<>(acknowledged);
        missed.removeAll(puts);
        assertThat(missed).as("acknowledged, but not logged; " + context).isEmpty();
        assertThat(puts).as("versions in the log; " + context).isEqualTo(versionsOf(papers));
        assertThat(new HashSet<>(ids)).as(context).containsAll(leavesOf(papers));
    }

    /** The first version of a paper and all up to the present one. */
    private static Set<String> versionsOf(LoggedCollection<Paper> papers) {
        Set<String> versions = new HashSet<>();
        for (Paper paper : Flux.from(papers.documents().find()).toIterable()) {
            for (long version = 1; version <= paper.revision().version(); version++) {
                versions.add(ChangeLog.idOf("paper", paper.id().value(), version));
            }
        }
        return versions;
    }

    private static List<String> leavesOf(LoggedCollection<Paper> papers) {
        return Flux.from(papers.documents().find())
                .filter(paper -> paper.left() != null)
                .map(paper -> paper.entry() + ":leave")
                .collectList()
                .block(Duration.ofSeconds(20));
    }

    private Writers here() {
        Writers writers = new Writers(
                store, paper -> acknowledged.add(paper.entry()), failure -> failures.add(failure.toString()));
        writers.start(WRITERS_OF_A_NODE, random.nextLong());
        return writers;
    }

    private OtherProcess elsewhere(long dieAfter) {
        String uri =
                TestStore.uri().replaceFirst("/(\\?|$)", "/" + store.database().getName() + "$1");
        OtherProcess process = new OtherProcess(uri, WRITERS_OF_A_NODE, random.nextLong(), dieAfter);
        others.add(process);
        awaitAcknowledgement(process);
        return process;
    }

    private void awaitAcknowledgement(OtherProcess process) {
        int before = process.acknowledged().size();
        await(() -> process.acknowledged().size() > before);
    }

    private Set<String> holders() {
        return Flux.from(store.collection("streams", Document.class).find())
                .map(document -> String.valueOf(document.get("holder")))
                .collect(Collectors.toSet())
                .block(Duration.ofSeconds(10));
    }

    private void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                fail("nothing happened within 30 s; seed %s, %s", seed, failures());
            }
            pause(20);
        }
    }

    private String failures() {
        others.forEach(process -> failures.addAll(process.failures()));
        return failures.size() + " failures "
                + failures.stream().distinct().limit(3).toList();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
