package vn.toso.api.benchmark;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import reactor.core.publisher.Mono;

/**
 * The evening: 23,314 members with five visits each push and pull within an hour; here at ten times the pace. The demo's
 * members stand for all of them.
 */
final class EveningLoad {

    private static final int MEMBERS = 23_314;
    private static final int VISITS = 5;
    private static final int PACE = 10;
    private static final int SECONDS_OF_THE_HOUR = 3_600;

    private static final Duration WARM_UP = Duration.ofSeconds(30);

    private final AppProcess app;
    private final SyncingPeople people;
    private final MongoDatabase database;

    /** Nobody syncs twice at the same time. */
    private final Queue<SyncingPeople.Person> idle;

    EveningLoad(AppProcess app, SyncingPeople people, MongoDatabase database) {
        this.app = app;
        this.people = people;
        this.database = database;
        this.idle = new ConcurrentLinkedQueue<>(people.all());
    }

    void run(Duration time, List<String> verdicts) throws Exception {
        int perSecond = (MEMBERS * PACE + SECONDS_OF_THE_HOUR - 1) / SECONDS_OF_THE_HOUR;
        warmUp(perSecond);
        say(
                "evening, %d s at %d pushes of %d visits and as many pulls a second, by %d people",
                time.toSeconds(), perSecond, VISITS, people.all().size());
        AtomicLong acknowledged = new AtomicLong();
        long stored = visits();
        Load syncs = measured(perSecond, time, acknowledged);
        long wrong = wrong(acknowledged.get() * VISITS, stored);
        verdicts.add(String.format(
                Locale.ROOT,
                "%-75s %7.2f   (wanted: under 1)",
                "the evening at 10 times the pace, 99th percentile of push and pull, s",
                syncs.micros().getValueAtPercentile(99) / 1e6));
        verdicts.add(String.format(
                Locale.ROOT,
                "%-75s %7d   (wanted: 0)",
                "the evening, errors, lost visits, and what coverage has wrong",
                syncs.failures() + wrong));
    }

    /** No evening begins at its peak, nor with a program that has just started: a JVM takes minutes to compile it. */
    private void warmUp(int perSecond) throws InterruptedException {
        for (int part = 8; part > 1; part /= 2) {
            Load load = Load.atRate(perSecond / part, WARM_UP, people.all().size(), () -> sync(new AtomicLong()));
            say("evening, before: %d a second %s", perSecond / part, load);
        }
        people.awaitCalm();
    }

    private Load measured(int perSecond, Duration time, AtomicLong acknowledged) throws Exception {
        double appCpu = app.cpuSeconds();
        double databaseCpu = DatabaseProcesses.cpuSeconds();
        Load syncs = Load.atRate(perSecond, time, people.all().size(), () -> sync(acknowledged));
        double took = syncs.micros().getTotalCount() / syncs.perSecond();
        double appCores = (app.cpuSeconds() - appCpu) / took;
        double databaseCores = (DatabaseProcesses.cpuSeconds() - databaseCpu) / took;
        say("evening: push and pull %s   highest %.2f s", syncs, syncs.micros().getMaxValue() / 1e6);
        say(
                "evening: cores taken: app %.2f, database %.2f; resident: app %d MiB at its highest, database %d MiB",
                appCores, databaseCores, app.residentMiB("VmHWM"), DatabaseProcesses.residentMiB());
        return syncs;
    }

    /** How many visits are lost or doubled, and how much is wrong in what is counted from them. */
    private long wrong(long acknowledged, long storedBefore) throws Exception {
        long began = System.nanoTime();
        people.awaitCalm();
        double seconds = (System.nanoTime() - began) / 1e9;
        long lost = acknowledged - (visits() - storedBefore);
        ExactCoverage coverage = ExactCoverage.of(people);
        say(
                "evening: %,d visits acknowledged, %d of them not stored once; counted %.1f s after the last one",
                acknowledged, lost, seconds);
        say(
                "evening: %d households of %d hamlets achieved what was pushed; on file or in coverage otherwise: %d",
                coverage.households(), coverage.hamlets(), coverage.differences());
        return Math.abs(lost) + coverage.differences();
    }

    private Mono<?> sync(AtomicLong acknowledged) {
        SyncingPeople.Person person = idle.remove();
        return person.push(VISITS)
                .doOnNext(answer -> acknowledged.incrementAndGet())
                .then(Mono.defer(() -> person.pullOn()))
                .doOnTerminate(() -> idle.add(person));
    }

    private long visits() {
        return Mono.from(database.getCollection("visits", Document.class).countDocuments())
                .block(Duration.ofMinutes(1));
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
