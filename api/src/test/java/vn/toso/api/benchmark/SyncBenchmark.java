package vn.toso.api.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures sync against baselines in the same run, on the MongoDB that {@code toso.benchmark.uri} names: client, app and
 * database share this machine. Pairs of figures alternate in short rounds.
 */
public final class SyncBenchmark {

    private static final int CONNECTIONS = 8;
    private static final int ROUNDS = 3;

    /** How long the evening takes: the whole of it, at ten times the pace, is {@code 6m}. */
    private static final String EVENING = System.getProperty("toso.benchmark.evening", "60s");

    /** What to measure. */
    private static final List<String> PARTS =
            List.of(System.getProperty("toso.benchmark.parts", "snapshot,push,idle,growth,evening")
                    .split(","));

    /** How much more data there is in the end. */
    private static final int GROWTH = 100;

    private final BenchmarkDatabase database;
    private final List<String> verdicts = new ArrayList<>();

    private SyncBenchmark(BenchmarkDatabase database) {
        this.database = database;
    }

    public static void main(String[] args) throws Exception {
        try (BenchmarkDatabase database = BenchmarkDatabase.open()) {
            new SyncBenchmark(database).run();
        }
        System.exit(0);
    }

    private void run() throws Exception {
        try (AppProcess app = startApp()) {
            SyncingPeople people = SyncingPeople.of(app.url());
            people.awaitCalm();
            if (PARTS.contains("snapshot")) {
                firstSnapshot(app, people);
            }
            if (PARTS.contains("growth")) {
                pullsAmongMore(people);
            }
            if (PARTS.contains("push")) {
                pushes(app, people);
            }
            if (PARTS.contains("idle")) {
                idlePulls(people);
            }
            if (PARTS.contains("evening")) {
                new EveningLoad(app, people, database.mongo()).run(evening(), verdicts);
            }
        }
        say("");
        verdicts.forEach(System.out::println);
    }

    private static Duration evening() {
        return Duration.parse("PT" + (EVENING.matches("\\d+") ? EVENING + "s" : EVENING));
    }

    private void firstSnapshot(AppProcess app, SyncingPeople people) {
        SyncingPeople.Person lan = people.first();
        Load.closedLoop(1, Duration.ofSeconds(10), lan::pullAll);
        ServerTimes server = ServerTimes.of(app.managementUrl(), "/v1/sync/pull");
        Load snapshots = Load.closedLoop(1, Duration.ofSeconds(10), lan::pullAll);
        double millis = server.meanMillis();
        SyncingPeople.Snapshot snapshot = lan.snapshot();
        say("first snapshot       %s   at the server %.1f ms", snapshots, millis);
        say("a hamlet: %s", snapshot);
        verdict(
                "first snapshot of a hamlet, KB as sent with gzip",
                snapshot.packed() / 1000.0,
                "under 120, in one request");
        verdict("first snapshot of a hamlet, ms at the server, one at a time", millis, "under 60");
    }

    private void pushes(AppProcess app, SyncingPeople people) throws Exception {
        Load.closedLoop(CONNECTIONS, Duration.ofSeconds(60), () -> people.any().push(50));
        BareInserts bare = BareInserts.of(database.mongo(), "visits");
        Load.closedLoop(CONNECTIONS, Duration.ofSeconds(10), bare::insertFifty);
        double ratios = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            Costs baseline = Costs.of(app, CONNECTIONS, Duration.ofSeconds(8), bare::insertFifty);
            Costs pushes = Costs.of(
                    app, CONNECTIONS, Duration.ofSeconds(8), () -> people.any().push(50));
            double ratio = pushes.load().perSecond() / baseline.load().perSecond();
            say("bare insertMany(50)  %s", baseline);
            say("push of 50 visits    %s   ratio %.2f", pushes, ratio);
            ratios += ratio;
        }
        for (String collection : List.of("visits", "changes", "mutations")) {
            BareInserts indexed = BareInserts.withIndexes(database.mongo(), collection);
            say(
                    "insertMany(50) into %-9s %s",
                    collection, Costs.of(app, CONNECTIONS, Duration.ofSeconds(4), indexed::insertFifty));
        }
        verdict("push of 50 visits against a bare unordered insertMany of 50", ratios / ROUNDS, "at least 0.5");
    }

    private void idlePulls(SyncingPeople people) throws Exception {
        people.awaitCalm();
        SyncingPeople.Person lan = people.first();
        int bytes = lan.catchUp();
        Load.closedLoop(CONNECTIONS, Duration.ofSeconds(10), lan::pull);
        double ratios = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            Load baseline = Load.closedLoop(CONNECTIONS, Duration.ofSeconds(8), lan::liveness);
            Load pulls = Load.closedLoop(CONNECTIONS, Duration.ofSeconds(8), lan::pull);
            say("GET liveness         %s", baseline);
            say("idle pull            %s   ratio %.2f", pulls, pulls.perSecond() / baseline.perSecond());
            ratios += pulls.perSecond() / baseline.perSecond();
        }
        verdict("idle pull, bytes", bytes, "under 300");
        verdict("idle pull against GET /actuator/health/liveness, same token", ratios / ROUNDS, "at least 0.7");
    }

    /** What a pull brings is the same before and after: one visit and its household. */
    private void pullsAmongMore(SyncingPeople people) throws Exception {
        OtherHamlets others = new OtherHamlets(database.mongo());
        SyncingPeople.Person lan = people.first();
        lan.comeBackToOneVisit();
        long before = others.count();
        Load few = lan.pulls(Duration.ofSeconds(8));
        others.multiply(GROWTH);
        // A server gathers statistics some seconds after a bulk load.
        Thread.sleep(15_000);
        Load lots = lan.pulls(Duration.ofSeconds(8));
        say("pull at %,9d documents  %s", before, few);
        say("pull at %,9d documents  %s", others.count(), lots);
        verdict(
                String.format(
                        Locale.ROOT, "pull of one visit at %.0f times the data", (double) others.count() / before),
                (double) lots.micros().getValueAtPercentile(50) / few.micros().getValueAtPercentile(50),
                "at most 1.3");
    }

    private AppProcess startApp() throws Exception {
        Path jar = Path.of(System.getProperty("toso.benchmark.jar", "target/toso.jar"))
                .toAbsolutePath();
        List<String> arguments = List.of(
                "-Xmx256m",
                "-jar",
                jar.toString(),
                "--toso.mongodb.uri=" + database.uri(),
                "--toso.demo=true",
                "--toso.privacy.consent=unless-refused",
                "--toso.data-dir=" + database.folder().resolve("data"));
        return AppProcess.start(
                arguments, "/actuator/health/readiness", database.folder().resolve("app.log"));
    }

    private void verdict(String what, double measured, String wanted) {
        verdicts.add(String.format(Locale.ROOT, "%-75s %7.2f   (wanted: %s)", what, measured, wanted));
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
