package vn.toso.domain.change;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;

/**
 * What the log costs: documents and their entries against bare documents, with as many requests at once, on the server
 * of {@code TOSO_TEST_MONGODB_URI}. Repeats differ much; the ratio of one run is what counts.
 */
final class ChangeLogBenchmark {

    private static final int CONNECTIONS = 32;
    private static final Duration STRETCH = Duration.ofSeconds(4);
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final String TEXT = "x".repeat(150);

    private final Store store = TestStore.open("ChangeLogBenchmark");
    private final ChangeLog log = new ChangeLog(store, Clock.systemUTC());
    private final LoggedCollection<Paper> papers = Writers.papers(store, log);

    public static void main(String[] args) {
        new ChangeLogBenchmark().run();
        System.exit(0);
    }

    private void run() {
        log.createIndexes().block(SOON);
        measure("warming up");
        int present = 0;
        for (int documents : List.of(0, 10_000, 100_000)) {
            fill(documents - present);
            present = documents;
            measure(documents + " documents present");
        }
        store.close();
    }

    private void measure(String title) {
        double bare = 0;
        double logged = 0;
        for (int i = 0; i < 2; i++) {
            bare += rate(Mono.defer(() -> Mono.from(papers.documents().insertOne(bare()))));
            logged += rate(Mono.defer(() -> papers.insert(Actor.SYSTEM, Paper.of(TEXT))));
        }
        System.out.printf(
                "%s: bare insertOne %.0f/s, document and entry %.0f/s, ratio %.2f%n",
                title, bare / 2, logged / 2, logged / bare);
    }

    private static double rate(Mono<?> request) {
        AtomicLong done = new AtomicLong();
        long start = System.nanoTime();
        Flux.range(0, CONNECTIONS)
                .flatMap(
                        connection -> request.doOnNext(answer -> done.incrementAndGet())
                                .repeat(() -> System.nanoTime() - start < STRETCH.toNanos())
                                .then(),
                        CONNECTIONS)
                .then()
                .block(SOON);
        return done.get() * 1e9 / (System.nanoTime() - start);
    }

    private static Paper bare() {
        Paper paper = Paper.of(TEXT);
        return paper.revised(Revision.NONE.next(Clock.systemUTC().instant(), Actor.SYSTEM.memberId()));
    }

    private void fill(int count) {
        Flux.range(0, count / 1_000)
                .concatMap(i -> papers.insertAll(
                        Actor.SYSTEM,
                        IntStream.range(0, 1_000).mapToObj(j -> Paper.of(TEXT)).toList()))
                .then()
                .block(SOON);
    }
}
