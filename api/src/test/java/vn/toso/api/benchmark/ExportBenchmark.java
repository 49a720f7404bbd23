package vn.toso.api.benchmark;

import com.github.f4b6a3.uuid.UuidCreator;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.BsonBinary;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Exports a million visits from an app with a heap of 256 MB, against the rate at which the driver reads the same
 * documents, on the MongoDB that {@code toso.benchmark.uri} names.
 */
public final class ExportBenchmark {

    private static final int BATCH = 1_000;
    private static final int ROUNDS = 2;
    private static final Duration LONG = Duration.ofMinutes(30);

    /** Long before any watermark of the app's sweep, which would otherwise log and count them all. */
    private static final long UPDATED = 1_577_836_800_000L;

    private final BenchmarkDatabase database;
    private final int wanted = Integer.getInteger("toso.benchmark.rows", 1_000_000);

    private ExportBenchmark(BenchmarkDatabase database) {
        this.database = database;
    }

    public static void main(String[] args) throws Exception {
        try (BenchmarkDatabase database = BenchmarkDatabase.open()) {
            new ExportBenchmark(database).run();
        }
        System.exit(0);
    }

    private void run() throws Exception {
        Path jar = Path.of(System.getProperty("toso.benchmark.jar", "target/toso.jar"))
                .toAbsolutePath();
        List<String> arguments = List.of(
                "-Xmx256m",
                "-jar",
                jar.toString(),
                "--toso.mongodb.uri=" + database.uri(),
                "--toso.demo=true",
                "--toso.data-dir=" + database.folder().resolve("data"));
        try (AppProcess app = AppProcess.start(
                arguments, "/actuator/health/readiness", database.folder().resolve("app.log"))) {
            DemoCommune.of(app.url()).awaitCalm();
            MongoCollection<BsonDocument> visits = database.mongo().getCollection("visits", BsonDocument.class);
            long all = fill(visits);
            say("%,d visits stored; resident memory of the app %d MiB", all, app.residentMiB("VmRSS"));
            report(app.url());
            for (String format : List.of("csv", "ndjson", "xlsx")) {
                measure(app, visits, format);
            }
            say(
                    "resident memory of the app, -Xmx256m: %d MiB now, %d MiB at its highest",
                    app.residentMiB("VmRSS"), app.residentMiB("VmHWM"));
        }
    }

    /** The baseline and the export by turns, so that a noisy neighbour meets both. */
    private void measure(AppProcess app, MongoCollection<BsonDocument> visits, String format) throws Exception {
        double ratios = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            double driver = readByDriver(visits);
            AtomicLong heap = new AtomicLong();
            ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
            var sampling = watch.scheduleWithFixedDelay(
                    () -> heap.accumulateAndGet(heapUsed(app.managementUrl()), Math::max),
                    0,
                    500,
                    TimeUnit.MILLISECONDS);
            double export = readExport(app.url(), format);
            sampling.cancel(false);
            watch.shutdown();
            say(
                    "driver %,9.0f documents/s   export as %-6s %,9.0f rows/s   ratio %.2f   heap at most %d MiB",
                    driver, format, export, export / driver, heap.get() >> 20);
            ratios += export / driver;
        }
        say(
                "export as %s against the driver's reading of the same documents  %.2f   (wanted: at least 0.3)",
                format, ratios / ROUNDS);
    }

    private static double readByDriver(MongoCollection<BsonDocument> visits) {
        long begun = System.nanoTime();
        long read = Flux.from(visits.withDocumentClass(Document.class).find().batchSize(BATCH))
                .count()
                .block(LONG);
        return read / seconds(begun);
    }

    /** Rows a second; every row ends a line but in a workbook, of which the store tells how many there were. */
    private double readExport(String url, String format) throws IOException {
        long begun = System.nanoTime();
        HttpURLConnection connection = open(url, "anh", "/v1/exports/visits?format=" + format);
        long lines = 0;
        long bytes = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = connection.getInputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
                for (int i = 0; i < read; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
        }
        double took = seconds(begun);
        long rows = format.equals("xlsx") ? wanted : lines;
        if (rows < wanted) {
            throw new IllegalStateException("only " + rows + " rows");
        }
        say("  %,d bytes in %.1f s", bytes, took);
        return rows / took;
    }

    private static void report(String url) throws IOException {
        HttpCalls hoa = new HttpCalls(url, token(url, "hoa"));
        String area = hoa.getJson("/v1/me").at("/areas/0/id").asString();
        for (String format : List.of("json", "xlsx", "docx", "json", "xlsx", "docx")) {
            long begun = System.nanoTime();
            hoa.get("/v1/reports/commune?period=2026-Q4&format=" + format + "&area=" + area)
                    .block(LONG);
            say("report of the commune as %s: %.2f s (wanted: under 1)", format, seconds(begun));
        }
    }

    private static long heapUsed(String url) {
        return new HttpCalls(url)
                .getJson("/actuator/metrics/jvm.memory.used?tag=area:heap")
                .at("/measurements/0/value")
                .asLong();
    }

    private static String token(String url, String person) {
        return new HttpCalls(url)
                .postJson("/demo/token", "{\"member\": \"" + person + "\"}")
                .get("access_token")
                .asString();
    }

    private static HttpURLConnection open(String url, String person, String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url + path).toURL().openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + token(url, person));
        connection.setReadTimeout((int) LONG.toMillis());
        return connection;
    }

    private long fill(MongoCollection<BsonDocument> visits) {
        List<BsonDocument> templates =
                Flux.from(visits.find().limit(3_000)).collectList().block(LONG);
        Flux.range(0, wanted / BATCH)
                .concatMap(batch -> Mono.from(visits.insertMany(copies(templates, batch))))
                .then()
                .block(LONG);
        return Mono.from(visits.countDocuments()).block(LONG);
    }

    private static List<BsonDocument> copies(List<BsonDocument> templates, int batch) {
        List<BsonDocument> copies = new ArrayList<>(BATCH);
        for (int i = 0; i < BATCH; i++) {
            BsonDocument copy =
                    templates.get((batch * BATCH + i) % templates.size()).clone();
            copy.put("_id", new BsonBinary(UuidCreator.getTimeOrderedEpoch()));
            copy.put("occurredAt", new BsonDateTime(UPDATED + (batch * (long) BATCH + i) * 60_000));
            copy.getDocument("revision").put("updatedAt", new BsonDateTime(UPDATED));
            copies.add(copy);
        }
        return copies;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static void say(String line, Object... named) {
        System.out.println(String.format(Locale.ROOT, line, named));
    }
}
