package vn.toso.api.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import vn.toso.notifications.fcm.FakeFcm;
import vn.toso.notifications.fcm.Received;

/**
 * Measures pushes against baselines in the same run, on the MongoDB that {@code toso.benchmark.uri} names: client, fake of
 * FCM, app and database share this machine. Pairs of figures alternate in short rounds. Some parts alone are measured by
 * {@code toso.benchmark.pushes.parts}: {@code latency}, {@code down}, {@code drain}.
 */
public final class PushBenchmark {

    private static final int TASKS_A_SECOND = 50;
    private static final int CONNECTIONS = 64;
    private static final int ROUNDS = 3;

    private static final Set<String> PARTS =
            Set.of(System.getProperty("toso.benchmark.pushes.parts", "latency,down,drain")
                    .split(",", -1));

    /** How many notices drain. */
    private static final int WAITING = Integer.getInteger("toso.benchmark.pushes", 20_000);

    private final BenchmarkDatabase database;
    private final List<String> verdicts = new ArrayList<>();
    private FakeFcm fcm = FakeFcm.start();

    private PushBenchmark(BenchmarkDatabase database) {
        this.database = database;
    }

    public static void main(String[] args) throws Exception {
        try (BenchmarkDatabase database = BenchmarkDatabase.open()) {
            new PushBenchmark(database).run();
        }
        System.exit(0);
    }

    private void run() throws Exception {
        Path credentials = fcm.credentials(database.folder());
        try (AppProcess app = startApp(credentials)) {
            AssigningLeader leader = new AssigningLeader(app.url());
            Load.atRate(TASKS_A_SECOND, Duration.ofSeconds(20), CONNECTIONS, leader::assign);
            if (PARTS.contains("latency")) {
                latency(leader);
            }
            if (PARTS.contains("down")) {
                upAndDown(leader);
            }
            if (PARTS.contains("drain")) {
                drain(credentials);
            }
        }
        System.out.println();
        verdicts.forEach(System.out::println);
    }

    private void latency(AssigningLeader leader) throws Exception {
        fcm.forget();
        leader.acknowledged().clear();
        Load tasks = Load.atRate(TASKS_A_SECOND, Duration.ofSeconds(30), CONNECTIONS, leader::assign);
        await(leader.acknowledged().size());
        Histogram millis = new Histogram(3);
        for (Received push : fcm.received()) {
            Long acknowledged = leader.acknowledged().get(push.data("subject"));
            if (acknowledged != null) {
                millis.recordValue(Math.max(0, (push.nanos() - acknowledged) / 1_000_000));
            }
        }
        say("tasks assigned       %s", tasks);
        say(
                "push behind the acknowledged task: p50 %d ms, p95 %d ms, worst %d ms, %d of %d",
                millis.getValueAtPercentile(50),
                millis.getValueAtPercentile(95),
                millis.getMaxValue(),
                millis.getTotalCount(),
                leader.acknowledged().size());
        verdict(
                "FCM receives the push behind the acknowledged task, p95 in s at 50 tasks/s",
                millis.getValueAtPercentile(95) / 1000.0,
                "under 1");
    }

    private void upAndDown(AssigningLeader leader) {
        int port = fcm.port();
        double up = 0;
        double down = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            Load whileUp = Load.atRate(TASKS_A_SECOND, Duration.ofSeconds(10), CONNECTIONS, leader::assign);
            fcm.close();
            Load whileDown = Load.atRate(TASKS_A_SECOND, Duration.ofSeconds(10), CONNECTIONS, leader::assign);
            fcm = FakeFcm.start(port);
            say("tasks, FCM up        %s", whileUp);
            say("tasks, FCM down      %s", whileDown);
            up += whileUp.micros().getMean();
            down += whileDown.micros().getMean();
        }
        verdict("POST /v1/tasks with FCM down against FCM up, mean latency", down / up, "at most 1.1");
    }

    private void drain(Path credentials) throws Exception {
        double ours = 0;
        double bare = 0;
        for (int round = 1; round <= 2; round++) {
            double bareRate = bareRate(credentials);
            double ourRate = drainRate();
            say("bare sendEachAsync   %,9.0f /s", bareRate);
            say("the outbox drains    %,9.0f /s   ratio %.2f", ourRate, ourRate / bareRate);
            bare += bareRate;
            ours += ourRate;
        }
        verdict(WAITING + " notices drain against a bare sendEachAsync loop", ours / bare, "at least 0.8");
    }

    private double drainRate() throws Exception {
        awaitQuiet();
        Instant due = Instant.now().plusSeconds(20 + WAITING / 2_000);
        new WaitingPushes(database.mongo()).put(WAITING, due);
        if (Instant.now().isAfter(due)) {
            throw new IllegalStateException("the pushes came due while they were written");
        }
        return rateOf(WAITING);
    }

    private double bareRate(Path credentials) throws Exception {
        awaitQuiet();
        Process bare = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareSending.class.getName(),
                        fcm.url(),
                        credentials.toString(),
                        Integer.toString(WAITING))
                .redirectErrorStream(true)
                .redirectOutput(database.folder().resolve("bare-sending.log").toFile())
                .start();
        double rate = rateOf(WAITING);
        bare.waitFor();
        return rate;
    }

    /** Messages a second behind the first tenth, in which programs warm up. */
    private double rateOf(int count) throws InterruptedException {
        fcm.forget();
        await(count / 10);
        long begun = System.nanoTime();
        int first = fcm.messages();
        await(count);
        return (fcm.messages() - first) * 1e9 / (System.nanoTime() - begun);
    }

    private void await(int messages) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (fcm.messages() < messages) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("only " + fcm.messages() + " of " + messages + " messages came");
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    /** Until nothing has come for five seconds. */
    private void awaitQuiet() throws InterruptedException {
        int before;
        do {
            before = fcm.messages();
            TimeUnit.SECONDS.sleep(5);
        } while (fcm.messages() != before);
    }

    private AppProcess startApp(Path credentials) throws Exception {
        Path jar = Path.of(System.getProperty("toso.benchmark.jar", "target/toso.jar"))
                .toAbsolutePath();
        return AppProcess.start(
                List.of(
                        "-Xmx256m",
                        "-jar",
                        jar.toString(),
                        "--toso.mongodb.uri=" + database.uri(),
                        "--toso.demo=true",
                        "--toso.firebase.credentials=" + credentials,
                        "--toso.firebase.endpoint=" + fcm.url(),
                        "--toso.data-dir=" + database.folder().resolve("data")),
                "/actuator/health/readiness",
                database.folder().resolve("app.log"));
    }

    private void verdict(String what, double measured, String wanted) {
        verdicts.add(String.format(Locale.ROOT, "%-75s %5.2f   (wanted: %s)", what, measured, wanted));
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
