package vn.toso.api.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Areas;
import vn.toso.domain.change.LoggedCollection;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.household.Households;
import vn.toso.domain.service.Catalogues;
import vn.toso.domain.service.Services;
import vn.toso.domain.team.Members;
import vn.toso.domain.team.Teams;
import vn.toso.domain.world.TestCatalogue;
import vn.toso.domain.world.TestWorld;

/**
 * Many evenings by dice. {@code -Dtoso.simulation.seeds=10000} plays more of them, {@code -Dtoso.simulation.first=4711}
 * begins with another seed, so that {@code -Dtoso.simulation.seeds=1} with it repeats one that failed. The dice decide
 * everything but how threads interleave.
 *
 * <p>{@link SimulatedNode#kill} says how nodes die here. Whole processes are killed in {@code KilledWhilePushingTest},
 * {@code MainJobTest}, and in the domain's {@code ChangeLogProofTest} and {@code KilledStoreTest}.
 */
class SimulationTest {

    private static final int SEEDS = Integer.getInteger("toso.simulation.seeds", 100);
    private static final long FIRST = Long.getLong("toso.simulation.first", 1);

    /** As many evenings go on side by side, each on a thread of its own, so that a node's death strikes all of them. */
    private static final int SIDE_BY_SIDE = 20;

    /** How often a node dies while these go on. */
    private static final int DEATHS = 2;

    /** Whoever has not synced for longer when the log forgets is told so. */
    private static final Duration REMEMBERED = Duration.ofMillis(500);

    /** In one block of so many. */
    private static final int EVERY_SO_OFTEN = 5;

    private static final Duration SOON = Duration.ofSeconds(60);

    private static final Duration LONGEST_SETTLING = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    /** The nodes were told to be silent, and loggers are one for the whole JVM. */
    @AfterAll
    static void letOthersSpeak() {
        LoggingSystem logging = LoggingSystem.get(SimulationTest.class.getClassLoader());
        logging.setLogLevel("ROOT", LogLevel.WARN);
        logging.setLogLevel("vn.toso", LogLevel.INFO);
    }

    private final Tally tally = new Tally();

    @Test
    void whatever_happens_nothing_is_lost_nothing_counts_twice_and_every_phone_ends_up_equal_to_the_server()
            throws Exception {
        long end = FIRST + SEEDS;
        try (Cluster cluster = new Cluster(folder.resolve("nodes"))) {
            prepare(cluster);
            for (long seed = FIRST; seed < end; seed = endOfBlock(seed)) {
                play(
                        LongStream.range(seed, Math.min(endOfBlock(seed), end))
                                .boxed()
                                .toList(),
                        cluster);
            }
            tally.deaths(cluster.deaths());
        }
        System.out.println("simulation: seeds " + FIRST + " to " + (end - 1) + ", " + tally);
        tally.assertThatEverythingHappened(SEEDS >= SIDE_BY_SIDE * EVERY_SO_OFTEN);
    }

    /** Blocks are the same wherever one begins, and with them when nodes die and what the log forgets. */
    private static long endOfBlock(long seed) {
        return (block(seed) + 1) * SIDE_BY_SIDE + 1;
    }

    private static long block(long seed) {
        return Math.floorDiv(seed - 1, SIDE_BY_SIDE);
    }

    private void play(List<Long> seeds, Cluster cluster) throws Exception {
        List<Evening> evenings = prepare(seeds, cluster);
        ExecutorService threads = Executors.newFixedThreadPool(evenings.size());
        try {
            allOf(evenings, evening -> begun(evening), threads);
            AtomicInteger steps = new AtomicInteger();
            List<Future<?>> playing = new ArrayList<>();
            evenings.forEach(evening -> playing.add(threads.submit(() -> evening.play(steps::incrementAndGet))));
            meanwhile(cluster, block(seeds.get(0)), playing, steps, evenings.size() * Evening.STEPS);
            for (int i = 0; i < playing.size(); i++) {
                await(evenings.get(i), playing.get(i));
            }
            allOf(evenings, Evening::sendTheRest, threads);
            evenings.forEach(Evening::tidyUp);
            cluster.awaitCalm();
            allOf(evenings, evening -> settled(evening, cluster), threads);
            assertThat(cluster.contradictions())
                    .as("what contradicts itself after seeds %s", seeds)
                    .isEmpty();
            cluster.clear();
        } finally {
            threads.shutdownNow();
        }
    }

    /** Nodes die in turn; now and then the log forgets while nobody carries on with what the dead one was at, and once more. */
    private static void meanwhile(Cluster cluster, long block, List<Future<?>> playing, AtomicInteger steps, int all)
            throws InterruptedException {
        int first = new Random(block).nextInt(Cluster.NODES);
        boolean forgets = Math.floorMod(block, EVERY_SO_OFTEN) == 2;
        for (int death = 1; death <= DEATHS; death++) {
            awaitSteps(playing, steps, all * death / (DEATHS + 2));
            int node = (first + death) % Cluster.NODES;
            cluster.kill(node);
            if (forgets) {
                TimeUnit.NANOSECONDS.sleep(REMEMBERED.multipliedBy(2).toNanos());
                cluster.forget(REMEMBERED);
            }
            cluster.restart(node);
        }
        if (forgets) {
            awaitSteps(playing, steps, all * (DEATHS + 1) / (DEATHS + 2));
            cluster.forget(REMEMBERED);
        }
    }

    private static void awaitSteps(List<Future<?>> playing, AtomicInteger steps, int wanted)
            throws InterruptedException {
        while (steps.get() < wanted && !playing.stream().allMatch(Future::isDone)) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    /** A part of an evening that returns what is wrong after it. */
    private interface Part {
        List<String> of(Evening evening) throws Exception;
    }

    private static List<String> begun(Evening evening) throws Exception {
        evening.begin();
        return List.of();
    }

    private static void allOf(List<Evening> evenings, Part part, ExecutorService threads) throws Exception {
        List<Future<List<String>>> running = new ArrayList<>();
        evenings.forEach(evening -> running.add(threads.submit(() -> part.of(evening))));
        for (int i = 0; i < evenings.size(); i++) {
            assertThat(await(evenings.get(i), running.get(i)))
                    .as("what is wrong after seed %d", evenings.get(i).seed())
                    .isEmpty();
        }
    }

    private static <T> T await(Evening evening, Future<T> running) throws InterruptedException {
        try {
            return running.get();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new AssertionError("seed " + evening.seed() + " broke off: " + e.getCause(), e.getCause());
        }
    }

    /** A node may hear of another's change of a member a moment later than of the rest. */
    private List<String> settled(Evening evening, Cluster cluster) throws InterruptedException {
        Reckoning reckoning = new Reckoning(evening, cluster);
        List<String> wrong = reckoning.wrong();
        long deadline = System.nanoTime() + LONGEST_SETTLING.toNanos();
        while (!wrong.isEmpty() && System.nanoTime() < deadline) {
            tally.lookedTwice();
            TimeUnit.MILLISECONDS.sleep(500);
            wrong = reckoning.wrong();
        }
        tally.add(evening, reckoning.items());
        return wrong;
    }

    private void prepare(Cluster cluster) {
        put(cluster.first().bean(Areas.class).collection(), TestWorld.AREAS);
        put(cluster.first().bean(Services.class).collection(), TestCatalogue.ROWS);
    }

    private List<Evening> prepare(List<Long> seeds, Cluster cluster) {
        SimulatedNode node = cluster.first();
        List<Evening> evenings = new ArrayList<>();
        for (long seed : seeds) {
            Evening evening = new Evening(seed, cluster);
            SimulatedCommune commune = evening.commune();
            put(node.bean(Areas.class).collection(), commune.areas());
            put(node.bean(Members.class).collection(), commune.members());
            put(node.bean(Members.class).collection(), commune.leaders());
            put(node.bean(Teams.class).collection(), commune.teams());
            put(node.bean(Households.class).collection(), commune.households());
            evenings.add(evening);
        }
        cluster.nodes()
                .forEach(one -> Mono.when(
                                one.bean(AreaTrees.class).refresh(),
                                one.bean(Catalogues.class).refresh())
                        .block(SOON));
        return evenings;
    }

    private static <D extends Versioned<D>> void put(LoggedCollection<D> documents, List<D> added) {
        documents.insertAll(Actor.SYSTEM, added).collectList().block(SOON);
    }
}
