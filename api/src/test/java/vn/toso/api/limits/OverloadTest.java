package vn.toso.api.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Flux;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.World;
import vn.toso.api.visit.VisitBody;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.visit.Visit;
import vn.toso.domain.visit.Visits;

/**
 * Five times as much as the node can do: those whom it takes in are served about as fast as ever, the others are told at once
 * to come later, nothing acknowledged is lost, and health is answered all the while.
 */
@ApiTest
@TestPropertySource(properties = "toso.limits.concurrent=" + OverloadTest.SEATS)
class OverloadTest {

    static final int SEATS = 4;

    private static final int TIMES = 5;
    private static final Duration WARM = Duration.ofSeconds(3);
    private static final Duration CALM = Duration.ofSeconds(4);
    private static final Duration STORM = Duration.ofSeconds(6);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final IdSource IDS = IdSource.timeOrdered();

    @Autowired
    Api api;

    @Autowired
    World world;

    @Autowired
    Visits visits;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private record Sent(String visit, int status, double millis, boolean saysWhen) {}

    @Test
    void whoIsTakenInIsServedAndNothingAcknowledgedIsLost() throws Exception {
        Household home = world.put(aHousehold("Vi Văn Thông").id(new HouseholdId(IDS.next())))
                .get(0);
        String token = api.tokenOf("lan");
        run(SEATS, WARM, 0, home, token);
        List<Sent> calm = run(SEATS, CALM, 0, home, token);
        double capacity = accepted(calm).size() / (double) CALM.toSeconds();
        // Each of five times as many senders keeps the pace that one of the calm had.
        long paceNanos = (long) (1e9 * SEATS / capacity);
        Health health = new Health().begin();
        List<Sent> storm = run(SEATS * TIMES, STORM, paceNanos, home, token);
        List<Double> healthTimes = health.end();

        double before = percentile(millis(accepted(calm)), 0.95);
        double during = percentile(millis(accepted(storm)), 0.95);
        List<Sent> refused = storm.stream().filter(sent -> sent.status() == 503).toList();
        System.out.printf(
                "overload: capacity %.0f/s, offered %.0f/s, accepted %.0f/s, refused %d; p95 of accepted %.1f ms, was %.1f ms;"
                        + " p95 of refusals %.1f ms; health p95 %.1f ms%n",
                capacity,
                storm.size() / (double) STORM.toSeconds(),
                accepted(storm).size() / (double) STORM.toSeconds(),
                refused.size(),
                during,
                before,
                percentile(millis(refused), 0.95),
                percentile(healthTimes, 0.95));
        assertThat(storm).allMatch(sent -> sent.status() == 201 || (sent.status() == 503 && sent.saysWhen()));
        assertThat(refused).isNotEmpty();
        assertThat(percentile(healthTimes, 0.95)).isPositive().isLessThan(2_000);
        assertThat(accepted(storm)).isNotEmpty();
        assertThat(during).isLessThan(3 * Math.max(before, 10));
        assertThat(stored())
                .containsAll(accepted(storm).stream().map(Sent::visit).toList());
    }

    private static List<Sent> accepted(List<Sent> sent) {
        return sent.stream().filter(one -> one.status() == 201).toList();
    }

    private static List<Double> millis(List<Sent> sent) {
        return sent.stream().map(Sent::millis).toList();
    }

    private static double percentile(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * share));
    }

    private Set<String> stored() {
        return Flux.from(visits.collection().documents().find())
                .map(Visit::id)
                .map(Object::toString)
                .collect(Collectors.toSet())
                .block(Duration.ofSeconds(30));
    }

    /** @param paceNanos at least so long from one request of a sender to the next */
    private List<Sent> run(int senders, Duration time, long paceNanos, Household home, String token) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(senders);
        long end = System.nanoTime() + time.toNanos();
        List<Future<List<Sent>>> running = new ArrayList<>();
        for (int i = 0; i < senders; i++) {
            running.add(threads.submit(() -> send(end, paceNanos, home, token)));
        }
        List<Sent> all = new ArrayList<>();
        for (Future<List<Sent>> one : running) {
            all.addAll(one.get());
        }
        threads.shutdown();
        return all;
    }

    private List<Sent> send(long end, long paceNanos, Household home, String token) throws Exception {
        List<Sent> sent = new ArrayList<>();
        for (long begun = System.nanoTime(); begun < end; begun = System.nanoTime()) {
            sent.add(visit(home, token));
            long left = begun + paceNanos - System.nanoTime();
            if (left > 0) {
                TimeUnit.NANOSECONDS.sleep(left);
            }
        }
        return sent;
    }

    private Sent visit(Household home, String token) throws Exception {
        String id = IDS.next().toString();
        String body =
                "{\"id\":\"%s\",\"householdId\":\"%s\",\"occurredAt\":\"%s\",\"activities\":[{\"service\":\"PAY_BILL\",\"outcome\":\"ACHIEVED\"}]}"
                        .formatted(id, home.id(), VisitBody.now());
        HttpRequest request = HttpRequest.newBuilder(URI.create(api.base() + "/v1/visits"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(20))
                .POST(BodyPublishers.ofString(body))
                .build();
        long begun = System.nanoTime();
        HttpResponse<Void> answer = client.send(request, BodyHandlers.discarding());
        return new Sent(
                id,
                answer.statusCode(),
                (System.nanoTime() - begun) / 1e6,
                answer.headers().firstValue("Retry-After").isPresent());
    }

    /** Asks for health ten times a second. */
    private final class Health {
        private final Queue<Double> times = new ConcurrentLinkedQueue<>();
        private final Thread asking = new Thread(this::ask, "health");
        private volatile boolean over;

        Health begin() {
            asking.start();
            return this;
        }

        private void ask() {
            while (!over) {
                long begun = System.nanoTime();
                int status = api.asNobody().gets("/actuator/health/liveness").status();
                times.add(status == 200 ? (System.nanoTime() - begun) / 1e6 : Double.MAX_VALUE);
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }

        List<Double> end() throws InterruptedException {
            over = true;
            asking.join();
            return List.copyOf(times);
        }
    }
}
