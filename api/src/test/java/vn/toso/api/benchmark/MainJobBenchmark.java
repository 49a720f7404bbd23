package vn.toso.api.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures the main job against baselines in the same run, on the MongoDB that {@code toso.benchmark.uri} names: client,
 * app and database share this machine. Every pair of figures alternates in short rounds, so that a noisy neighbour meets
 * both.
 */
public final class MainJobBenchmark {

    private static final int CONNECTIONS = 32;

    /**
     * A server runs for months, a benchmark for minutes: what counts is the compiled program. Few connections leave the
     * compiler a share of a small machine; under a full load it would take many times as long.
     */
    private static final Duration WARM_UP = Duration.ofSeconds(60);

    private static final int CONNECTIONS_OF_WARM_UP = 6;

    private final BenchmarkDatabase database;
    private final List<String> verdicts = new ArrayList<>();

    private MainJobBenchmark(BenchmarkDatabase database) {
        this.database = database;
    }

    public static void main(String[] args) throws Exception {
        try (BenchmarkDatabase database = BenchmarkDatabase.open()) {
            new MainJobBenchmark(database).run();
        }
        System.exit(0);
    }

    private void run() throws Exception {
        Path jar = Path.of(System.getProperty("toso.benchmark.jar", "target/toso.jar"))
                .toAbsolutePath();
        try (AppProcess app = startApp(List.of("-jar", jar.toString()))) {
            say("first start with the demo commune: %.1f s", seconds(app.started()));
            DemoCommune commune = DemoCommune.of(app.url());
            visits(commune);
            household(commune);
            coverageAgainstVisits(commune);
            freshness(commune);
            say(
                    "resident memory of the app: %d MiB now, %d MiB at its highest",
                    app.residentMiB("VmRSS"), app.residentMiB("VmHWM"));
            verdicts.add(String.format(
                    Locale.ROOT, "RSS with -Xmx256m: %d MiB (wanted: under 400)", app.residentMiB("VmHWM")));
        }
        starts(jar);
        say("");
        verdicts.forEach(System.out::println);
    }

    private void visits(DemoCommune commune) {
        commune.postOneVisit();
        BareInserts bare = BareInserts.of(database.mongo(), "visits");
        Load.closedLoop(CONNECTIONS, Duration.ofSeconds(10), bare::insertOne);
        Load.closedLoop(CONNECTIONS_OF_WARM_UP, WARM_UP, commune::postVisit);
        double ratios = 0;
        int rounds = 3;
        for (int round = 1; round <= rounds; round++) {
            Load baseline = Load.closedLoop(CONNECTIONS, Duration.ofSeconds(10), bare::insertOne);
            Load visits = Load.closedLoop(CONNECTIONS, Duration.ofSeconds(10), commune::postVisit);
            say("bare insertOne       %s", baseline);
            say("POST /v1/visits      %s   ratio %.2f", visits, visits.perSecond() / baseline.perSecond());
            ratios += visits.perSecond() / baseline.perSecond();
        }
        verdict("POST /v1/visits against bare insertOne, 32 connections", ratios / rounds, "at least 0.8, aim 1.2");
    }

    private void household(DemoCommune commune) throws Exception {
        Path body = Files.write(database.folder().resolve("household.json"), commune.oneHousehold());
        SignedToken token = SignedToken.fresh();
        Path key = Files.writeString(database.folder().resolve("key"), token.publicKey());
        List<String> arguments = List.of(
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                BareEndpoint.class.getName(),
                body.toString(),
                key.toString());
        try (AppProcess bare =
                AppProcess.start(arguments, "/ready", database.folder().resolve("bare.log"))) {
            HttpCalls calls = new HttpCalls(bare.url(), token.text());
            Load.closedLoop(CONNECTIONS, Duration.ofSeconds(5), () -> calls.get("/household"));
            Load.closedLoop(CONNECTIONS_OF_WARM_UP, WARM_UP, commune::getHousehold);
            double ratios = 0;
            int rounds = 3;
            for (int round = 1; round <= rounds; round++) {
                Load baseline = Load.closedLoop(CONNECTIONS, Duration.ofSeconds(8), () -> calls.get("/household"));
                Load household = Load.closedLoop(CONNECTIONS, Duration.ofSeconds(8), commune::getHousehold);
                say("bare Netty endpoint  %s", baseline);
                say("GET a household      %s   ratio %.2f", household, household.perSecond() / baseline.perSecond());
                ratios += household.perSecond() / baseline.perSecond();
            }
            verdict("GET /v1/households/{id} against a bare Netty endpoint with JWT", ratios / rounds, "at least 0.5");
        }
    }

    private void coverageAgainstVisits(DemoCommune commune) throws Exception {
        ManyVisits many = new ManyVisits(database.mongo());
        commune.awaitCalm();
        Load few = Load.closedLoop(1, Duration.ofSeconds(10), commune::getCommuneCoverage);
        say("coverage at %,d visits   %s", many.count(), few);
        many.fillUpTo(300_000);
        commune.awaitCalm();
        Load lots = Load.closedLoop(1, Duration.ofSeconds(10), commune::getCommuneCoverage);
        say("coverage at %,d visits   %s", many.count(), lots);
        verdict(
                "GET /v1/coverage of a commune at 300,000 visits against its time before",
                (double) lots.micros().getValueAtPercentile(50) / few.micros().getValueAtPercentile(50),
                "at most 1.3");
    }

    private void freshness(DemoCommune commune) {
        Freshness freshness = new Freshness(
                commune,
                commune.doors().stream().filter(door -> !door.surveyed()).toList());
        Load steady = Load.atRate(300, Duration.ofSeconds(60), 512, freshness::postVisit);
        say("steady visits        %s", steady);
        say(
                "coverage behind the acknowledged visit: p50 %d ms, p95 %d ms, worst %d ms, %d samples",
                freshness.millis(50), freshness.millis(95), freshness.millis(100), freshness.samples());
        verdict(
                "coverage follows the visit, p95 in seconds at 300 visits/s",
                freshness.millis(95) / 1000.0,
                "at most 1");
    }

    private void starts(Path jar) throws Exception {
        Path extracted = database.folder().resolve("extracted");
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        extracted.toString())
                .start()
                .waitFor();
        for (int i = 1; i <= 3; i++) {
            try (AppProcess app =
                    startApp(List.of("-jar", extracted.resolve("toso.jar").toString()))) {
                say("start on the existing store, extracted jar: %.1f s", seconds(app.started()));
                if (i == 3) {
                    verdict(
                            "start on an existing store from the extracted jar, seconds",
                            seconds(app.started()),
                            "under 4");
                }
            }
        }
    }

    private AppProcess startApp(List<String> program) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("-Xmx256m"));
        arguments.addAll(program);
        arguments.add("--toso.mongodb.uri=" + database.uri());
        arguments.add("--toso.demo=true");
        arguments.add("--toso.privacy.consent=unless-refused");
        arguments.add("--toso.data-dir=" + database.folder().resolve("data"));
        return AppProcess.start(
                arguments, "/actuator/health/readiness", database.folder().resolve("app.log"));
    }

    private void verdict(String what, double measured, String wanted) {
        verdicts.add(String.format(Locale.ROOT, "%-75s %5.2f   (wanted: %s)", what, measured, wanted));
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
