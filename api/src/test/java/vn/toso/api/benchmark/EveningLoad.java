package vn.toso.api.benchmark;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import reactor.core.publisher.Mono;

/**
 * The evening: 23,314 members with five visits each push and pull within an hour; here at ten times the pace. The commune's
 * members stand for all of them.
 */
final class EveningLoad {

    private static final int MEMBERS = 23_314;
    private static final int VISITS = 5;
    private static final int PACE = 10;
    private static final int SECONDS_OF_THE_HOUR = 3_600;

    private final AppProcess app;
    private final SyncingPeople people;
    private final MongoDatabase database;

    EveningLoad(AppProcess app, SyncingPeople people, MongoDatabase database) {
        this.app = app;
        this.people = people;
        this.database = database;
    }

    void run(Duration time, List<String> verdicts) throws Exception {
        int perSecond = (MEMBERS * PACE + SECONDS_OF_THE_HOUR - 1) / SECONDS_OF_THE_HOUR;
        AtomicLong acknowledged = new AtomicLong();
        long stored = visits();
        double cpu = app.cpuSeconds();
        Load syncs = Load.atRate(perSecond, time, () -> sync(acknowledged));
        double cores = (app.cpuSeconds() - cpu) / time.toSeconds();
        people.awaitCalm();
        long lost = acknowledged.get() * VISITS - (visits() - stored);
        System.out.printf(Locale.ROOT, "evening: push and pull %s%n", syncs);
        System.out.printf(
                Locale.ROOT,
                "evening: the app took %.2f cores, resident %d MiB at its highest; visits acknowledged and not stored: %d%n",
                cores,
                app.residentMiB("VmHWM"),
                lost);
        verdicts.add(String.format(
                Locale.ROOT,
                "%-75s %7.2f   (wanted: under 1)",
                "the evening at 10 times the pace, 99th percentile of push and pull, s",
                syncs.micros().getValueAtPercentile(99) / 1e6));
        verdicts.add(String.format(
                Locale.ROOT,
                "%-75s %7d   (wanted: 0)",
                "the evening, errors and lost visits",
                syncs.failures() + lost));
    }

    private Mono<?> sync(AtomicLong acknowledged) {
        SyncingPeople.Person person = people.any();
        return person.push(VISITS)
                .doOnNext(answer -> acknowledged.incrementAndGet())
                .then(Mono.defer(() -> person.pullOn()));
    }

    private long visits() {
        return Mono.from(database.getCollection("visits", Document.class).countDocuments())
                .block(Duration.ofMinutes(1));
    }
}
