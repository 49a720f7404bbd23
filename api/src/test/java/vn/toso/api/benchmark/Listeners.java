package vn.toso.api.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Many who follow one area. Only some of them are read closely: the client's work must not be what is measured. */
final class Listeners implements AutoCloseable {

    private static final int READ_CLOSELY = 20;

    /** The area stands first in an event. */
    private static final Pattern REACHED = Pattern.compile("\"FIBRE\":\\{\"eligible\":\\d+,\"reached\":(\\d+)");

    private record Seen(long reached, long at) {}

    private final List<Disposable> connections = new ArrayList<>();
    private final List<List<Seen>> seen = new ArrayList<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicLong reached = new AtomicLong();
    private final int count;

    private Listeners(int count) {
        this.count = count;
    }

    static Listeners of(String url, String area, int count) {
        String token = new HttpCalls(url)
                .postJson("/demo/token", "{\"member\": \"hoa\"}")
                .get("access_token")
                .asString();
        HttpClient client = HttpClient.create(ConnectionProvider.builder("listeners")
                        .maxConnections(count)
                        .build())
                .baseUrl(url)
                .headers(headers -> headers.set("Authorization", "Bearer " + token));
        Listeners listeners = new Listeners(count);
        for (int i = 0; i < count; i++) {
            Flux<String> pieces = client.get()
                    .uri("/v1/coverage/stream?area=" + area)
                    .responseContent()
                    .asString();
            listeners.connections.add(i < READ_CLOSELY ? listeners.readClosely(pieces) : listeners.readAtAll(pieces));
        }
        return listeners;
    }

    private Disposable readAtAll(Flux<String> pieces) {
        return pieces.index()
                .doOnNext(piece -> begun.addAndGet(piece.getT1() == 0 ? 1 : 0))
                .subscribe();
    }

    private Disposable readClosely(Flux<String> pieces) {
        List<Seen> events = java.util.Collections.synchronizedList(new ArrayList<>());
        seen.add(events);
        StringBuilder text = new StringBuilder();
        return pieces.subscribe(piece -> {
            text.append(piece);
            for (int end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
                take(text.substring(0, end), events);
                text.delete(0, end + 2);
            }
        });
    }

    private void take(String event, List<Seen> events) {
        Matcher matcher = REACHED.matcher(event);
        if (matcher.find()) {
            long now = Long.parseLong(matcher.group(1));
            if (events.isEmpty()) {
                begun.incrementAndGet();
            }
            events.add(new Seen(now, System.nanoTime()));
            reached.accumulateAndGet(now, Math::max);
        }
    }

    void awaitFirst() throws InterruptedException {
        await(() -> begun.get() >= count, "not all got a first event");
        TimeUnit.SECONDS.sleep(1);
    }

    long reached() {
        return reached.get();
    }

    void awaitReached(long wanted) throws InterruptedException {
        await(() -> reached.get() >= wanted, "the last visit never showed");
    }

    private static void await(java.util.function.BooleanSupplier condition, String otherwise)
            throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(otherwise);
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    /** For each visit and close reader: from the visit's answer to the event that first counts it. */
    Histogram delays(long base, List<Long> acknowledged) {
        Histogram millis = new Histogram(3);
        for (List<Seen> events : seen) {
            int counted = 0;
            for (Seen event : List.copyOf(events)) {
                for (; counted < event.reached() - base && counted < acknowledged.size(); counted++) {
                    millis.recordValue(Math.max(0, (event.at() - acknowledged.get(counted)) / 1_000_000));
                }
            }
        }
        return millis;
    }

    @Override
    public void close() {
        connections.forEach(Disposable::dispose);
    }
}
