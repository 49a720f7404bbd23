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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import reactor.core.publisher.Mono;
import vn.toso.api.security.DemoIssuer;
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
 */
class SimulationTest {

    private static final int SEEDS = Integer.getInteger("toso.simulation.seeds", 50);
    private static final long FIRST = Long.getLong("toso.simulation.first", 1);

    /** As many evenings share nodes and a database, since these take longer to start than an evening to play. */
    private static final int AT_A_TIME = 25;

    private static final int THREADS = 4;

    /** How often a node dies while that many evenings go on. */
    private static final int DEATHS = 3;

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    /** The nodes were told to be silent, and loggers are one for the whole JVM. */
    @AfterAll
    static void letOthersSpeak() {
        LoggingSystem logging = LoggingSystem.get(SimulationTest.class.getClassLoader());
        logging.setLogLevel("ROOT", LogLevel.WARN);
        logging.setLogLevel("vn.toso", LogLevel.INFO);
    }

    private final Tokens tokens = new Tokens();

    @Test
    void whatever_happens_nothing_is_lost_nothing_counts_twice_and_every_phone_ends_up_equal_to_the_server()
            throws Exception {
        for (long seed = FIRST; seed < FIRST + SEEDS; seed += AT_A_TIME) {
            long end = Math.min(seed + AT_A_TIME, FIRST + SEEDS);
            try (Cluster cluster = new Cluster(folder.resolve("key"))) {
                play(LongStream.range(seed, end).boxed().toList(), cluster);
            }
        }
    }

    private void play(List<Long> seeds, Cluster cluster) throws Exception {
        List<Evening> evenings = prepare(seeds, cluster);
        AtomicInteger over = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> playing = new ArrayList<>();
            for (Evening evening : evenings) {
                playing.add(threads.submit(() -> {
                    try {
                        evening.play();
                    } finally {
                        over.incrementAndGet();
                    }
                }));
            }
            Random dice = new Random(seeds.get(0));
            for (int death = 1; death <= DEATHS; death++) {
                awaitAtLeast(over, evenings.size() * death / (DEATHS + 1));
                cluster.killAndRestart(dice.nextInt(Cluster.NODES));
            }
            for (Future<?> one : playing) {
                one.get();
            }
            allOf(evenings, Evening::sendTheRest, threads);
            cluster.awaitCalm();
            allOf(evenings, Evening::settle, threads);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void awaitAtLeast(AtomicInteger over, int wanted) throws InterruptedException {
        while (over.get() < wanted) {
            Thread.sleep(5);
        }
    }

    /** A part of an evening that returns what is wrong after it. */
    private interface Part {
        List<String> of(Evening evening) throws InterruptedException;
    }

    private static void allOf(List<Evening> evenings, Part part, ExecutorService threads) throws Exception {
        List<Future<List<String>>> running = new ArrayList<>();
        evenings.forEach(evening -> running.add(threads.submit(() -> part.of(evening))));
        for (int i = 0; i < evenings.size(); i++) {
            assertThat(running.get(i).get())
                    .as("what is wrong after seed %d", evenings.get(i).seed())
                    .isEmpty();
        }
    }

    private List<Evening> prepare(List<Long> seeds, Cluster cluster) {
        SimulatedNode node = cluster.first();
        tokens.signedBy(node.bean(DemoIssuer.class));
        put(node.bean(Areas.class).collection(), TestWorld.AREAS);
        put(node.bean(Services.class).collection(), TestCatalogue.ROWS);
        List<Evening> evenings = new ArrayList<>();
        for (int place = 0; place < seeds.size(); place++) {
            SimulatedCommune commune = new SimulatedCommune(seeds.get(place), place);
            put(node.bean(Areas.class).collection(), commune.areas());
            put(node.bean(Members.class).collection(), commune.members());
            put(node.bean(Members.class).collection(), commune.leaders());
            put(node.bean(Teams.class).collection(), commune.teams());
            put(node.bean(Households.class).collection(), commune.households());
            evenings.add(new Evening(seeds.get(place), place, commune, cluster, tokens));
        }
        Mono.when(
                        node.bean(AreaTrees.class).refresh(),
                        node.bean(Catalogues.class).refresh())
                .block(SOON);
        cluster.startSecond();
        return evenings;
    }

    private static <D extends Versioned<D>> void put(LoggedCollection<D> documents, List<D> added) {
        documents.insertAll(Actor.SYSTEM, added).collectList().block(SOON);
    }
}
