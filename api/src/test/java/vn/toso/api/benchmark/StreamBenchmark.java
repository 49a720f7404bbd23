package vn.toso.api.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import vn.toso.api.benchmark.DemoCommune.Door;

/**
 * Measures the stream of coverage on the MongoDB that {@code toso.benchmark.uri} names: what many listeners cost beside
 * one under the same visits, and how long after its answer a visit shows. Client, app and database share this machine.
 */
public final class StreamBenchmark {

    private static final int LISTENERS = Integer.getInteger("toso.benchmark.listeners", 1000);
    private static final int ROUNDS = 3;
    private static final int VISITS_A_ROUND = 60;
    private static final Duration BETWEEN_VISITS = Duration.ofMillis(150);

    private StreamBenchmark() {}

    public static void main(String[] args) throws Exception {
        String jar = System.getProperty("toso.benchmark.jar", "target/toso.jar");
        try (BenchmarkDatabase database = BenchmarkDatabase.open()) {
            List<String> arguments = List.of(
                    "-Xmx256m",
                    "-jar",
                    Path.of(jar).toAbsolutePath().toString(),
                    "--toso.mongodb.uri=" + database.uri(),
                    "--toso.demo=true",
                    "--toso.privacy.consent=unless-refused",
                    "--toso.data-dir=" + database.folder().resolve("data"));
            try (AppProcess app = AppProcess.start(
                    arguments, "/actuator/health/readiness", database.folder().resolve("app.log"))) {
                new Rounds(app).run();
            }
        }
        System.exit(0);
    }

    /** Rounds with one listener and with many, in turn, so that a noisy neighbour meets both. */
    private static final class Rounds {
        private final AppProcess app;
        private final DemoCommune commune;
        private final Iterator<Door> doors;

        Rounds(AppProcess app) throws Exception {
            this.app = app;
            this.commune = DemoCommune.of(app.url());
            this.doors =
                    commune.doors().stream().filter(door -> !door.surveyed()).iterator();
        }

        void run() throws Exception {
            round(LISTENERS);
            double one = 0;
            double many = 0;
            Histogram delays = new Histogram(3);
            for (int i = 0; i < ROUNDS; i++) {
                one += round(1).cpu();
                Round crowd = round(LISTENERS);
                many += crowd.cpu();
                delays.add(crowd.delays());
            }
            say(
                    "listeners %,d: an event comes %d ms after the visit's answer at p50, %d at p95, %d at most (%d seen)",
                    LISTENERS,
                    delays.getValueAtPercentile(50),
                    delays.getValueAtPercentile(95),
                    delays.getMaxValue(),
                    delays.getTotalCount());
            say(
                    "CPU of the app in %d visits: %.2f s with one listener, %.2f s with %,d; ratio %.2f (wanted: under 1.5)",
                    ROUNDS * VISITS_A_ROUND, one, many, LISTENERS, many / one);
        }

        private record Round(double cpu, Histogram delays) {}

        private Round round(int listeners) throws Exception {
            try (Listeners crowd = Listeners.of(app.url(), commune.area(), listeners)) {
                crowd.awaitFirst();
                double before = app.cpuSeconds();
                List<Long> acknowledged = new ArrayList<>();
                long base = crowd.reached();
                for (int i = 0; i < VISITS_A_ROUND && doors.hasNext(); i++) {
                    commune.postSurvey(UUID.randomUUID(), doors.next()).block(Duration.ofSeconds(30));
                    acknowledged.add(System.nanoTime());
                    TimeUnit.NANOSECONDS.sleep(BETWEEN_VISITS.toNanos());
                }
                crowd.awaitReached(base + acknowledged.size());
                double cpu = app.cpuSeconds() - before;
                return new Round(cpu, crowd.delays(base, acknowledged));
            }
        }

        private static void say(String text, Object... values) {
            System.out.println(String.format(Locale.ROOT, text, values));
        }
    }
}
