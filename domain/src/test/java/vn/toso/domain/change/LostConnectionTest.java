package vn.toso.domain.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.storage.Forwarder;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;

class LostConnectionTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int CUTS = 12;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final Store direct = TestStore.open("LostConnection");

    @AfterEach
    void close() {
        direct.close();
    }

    @Test
    void an_append_whose_answer_got_lost_leaves_no_gap_and_nothing_twice() throws Exception {
        ConnectionString server = new ConnectionString(TestStore.uri());
        int port = Integer.parseInt(server.getHosts().get(0).replaceFirst(".*:", ""));
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        try (Forwarder way = new Forwarder(0, port);
                Store store = Store.connect("mongodb://127.0.0.1:%s/%s?directConnection=true&retryWrites=false"
                        .formatted(way.port(), direct.database().getName()))) {
            ChangeLog log = new ChangeLog(store, Clock.systemUTC());
            log.createIndexes().block(SOON);
            Mono<Void> cutting = Flux.range(0, CUTS)
                    .concatMap(i -> Mono.delay(Duration.ofMillis(50 + random.nextInt(100)))
                            .doOnNext(now -> {
                                way.cut();
                                way.resume();
                            }))
                    .then();
            appendUntil(cutting, log, acknowledged);
        }

        List<Change> read = new ChangeLog(direct, Clock.systemUTC())
                .after(Cursor.START, 1_000_000)
                .collectList()
                .block(SOON);
        assertThat(read.stream().map(Change::seq).toList())
                .as("seed %s", seed)
                .isEqualTo(LongStream.rangeClosed(1, read.size()).boxed().toList());
        Set<String> ids = new HashSet<>(ChangeLogTest.ids(read));
        assertThat(ids).as("seed %s", seed).hasSameSizeAs(read).containsAll(acknowledged);
    }

    /** Eight at once; a sender who hears of a failure asks again, and again. */
    private static void appendUntil(Mono<Void> end, ChangeLog log, Queue<String> acknowledged) {
        Mono<Void> ended = end.cache();
        Flux.range(0, 8)
                .flatMap(sender -> Mono.defer(() -> append(log, ChangeLogTest.some(1 + sender), acknowledged))
                        .repeat()
                        .takeUntilOther(ended))
                .then()
                .block(SOON);
    }

    private static Mono<Void> append(ChangeLog log, List<Change> changes, Queue<String> acknowledged) {
        return log.append(changes)
                .retry(50)
                .then(Mono.fromRunnable(() -> acknowledged.addAll(ChangeLogTest.ids(changes))));
    }
}
