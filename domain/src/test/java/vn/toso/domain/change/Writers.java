package vn.toso.domain.change;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import vn.toso.domain.access.Actor;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.VisitId;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.storage.Store;

/** One node with writers who each write paper after paper, changing and moving some of them. */
final class Writers {

    static final LogSettings SETTINGS = new LogSettings(
            Duration.ofSeconds(1),
            Duration.ofMillis(100),
            Duration.ofHours(1),
            Duration.ofMinutes(2),
            Duration.ofDays(180));

    private final LoggedCollection<Paper> papers;
    private final Node node;
    private final Consumer<Paper> acknowledged;
    private final Consumer<Throwable> failed;
    private final AtomicBoolean writing = new AtomicBoolean(true);
    private final Sinks.Empty<Void> stopped = Sinks.empty();

    Writers(Store store, Consumer<Paper> acknowledged, Consumer<Throwable> failed) {
        ChangeLog log = new ChangeLog(store, Clock.systemUTC(), SETTINGS);
        this.papers = papers(store, log);
        this.node = new Node(store, log, List.of(), List.of(), List.of());
        this.acknowledged = acknowledged;
        this.failed = failed;
    }

    static LoggedCollection<Paper> papers(Store store, ChangeLog log) {
        return new LoggedCollection<>(store, log, Clock.systemUTC(), "paper", "papers", Paper.class, List.of());
    }

    void start(int writers, long seed) {
        node.start().block(Duration.ofSeconds(30));
        List<Mono<Void>> all = IntStream.range(0, writers)
                .mapToObj(i -> writer(new Random(seed + i)))
                .toList();
        Disposable unused = Mono.when(all).subscribe(null, stopped::tryEmitError, stopped::tryEmitEmpty);
    }

    void stop() {
        writing.set(false);
        stopped.asMono().then(node.close()).block(Duration.ofSeconds(30));
    }

    private Mono<Void> writer(Random random) {
        return Mono.defer(() -> life(random))
                .onErrorResume(failure -> {
                    failed.accept(failure);
                    return Mono.delay(Duration.ofMillis(100)).then();
                })
                .repeat(writing::get)
                .then();
    }

    /** Of one paper: written, and for some of them changed or moved, each time when the version before is acknowledged. */
    private Mono<Void> life(Random random) {
        Paper born = new Paper(new VisitId(UUID.randomUUID()), Revision.NONE, area(random), null, "new");
        return written(papers.insert(Actor.SYSTEM, born), random)
                .flatMap(paper -> random.nextInt(3) == 0
                        ? written(papers.replace(Actor.SYSTEM, paper.saying("changed")), random)
                        : Mono.just(paper))
                .flatMap(paper -> random.nextInt(5) == 0
                        ? written(papers.replace(Actor.SYSTEM, paper.movedTo(area(random))), random)
                        : Mono.just(paper))
                .then();
    }

    /** Some senders have not heard the answer and ask again. */
    private Mono<Paper> written(Mono<Paper> write, Random random) {
        return write.flatMap(paper -> random.nextInt(4) == 0 ? papers.ensureLogged(paper) : Mono.just(paper))
                .doOnNext(acknowledged)
                .delayElement(Duration.ofMillis(random.nextInt(10)));
    }

    private static AreaId area(Random random) {
        return new AreaId(new UUID(0, random.nextInt(50)));
    }

    /**
     * The same in a process of its own: tells on standard output what is acknowledged.
     *
     * @param args the database's address, the number of writers, a seed, and after how many writes the process dies
     *     between a document and its entry (0: never)
     */
    public static void main(String[] args) throws Exception {
        long dieAfter = Long.parseLong(args[3]);
        AtomicLong entries = new AtomicLong();
        Paper.betweenDocumentAndEntry = () -> {
            if (entries.incrementAndGet() == dieAfter) {
                Runtime.getRuntime().halt(137);
            }
        };
        Writers writers = new Writers(Store.connect(args[0]), Writers::tell, Writers::tellFailure);
        writers.start(Integer.parseInt(args[1]), Long.parseLong(args[2]));
        int end = System.in.read();
        writers.stop();
        System.exit(end < 0 ? 1 : 0);
    }

    private static synchronized void tell(Paper paper) {
        System.out.println("ACK " + paper.entry());
        System.out.flush();
    }

    private static synchronized void tellFailure(Throwable failure) {
        System.out.println("FAILED " + failure.toString().replace('\n', ' '));
        System.out.flush();
    }
}
