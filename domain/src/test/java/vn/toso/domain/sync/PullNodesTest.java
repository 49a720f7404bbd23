package vn.toso.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.Problems.refusalOf;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_5;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.WorkingWorld.await;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Areas;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.change.Eventually;
import vn.toso.domain.change.Node;
import vn.toso.domain.coverage.Coverages;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.Households;
import vn.toso.domain.household.TransferHousehold;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.service.Services;
import vn.toso.domain.storage.Forwarder;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.task.Tasks;
import vn.toso.domain.team.Members;
import vn.toso.domain.team.Teams;
import vn.toso.domain.visit.Visits;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.TestWorld;
import vn.toso.domain.world.WorkingWorld;

/** Pull with several nodes, and over long times. */
class PullNodesTest {

    private final MovingClock clock = new MovingClock();
    private final WorkingWorld world = WorkingWorld.open("PullNodes", clock);
    private final Pull pull = PullingPhone.server(world, world.log, clock);
    private final List<Node> nodes = new ArrayList<>();

    @AfterEach
    void close() {
        nodes.forEach(node -> node.close().block(WorkingWorld.SOON));
        world.close();
    }

    private Node started(ChangeLog log) {
        Node node = new Node(world.store, log, List.of(), List.of(), List.of());
        node.start().block(WorkingWorld.SOON);
        nodes.add(node);
        return node;
    }

    /** One more node, with writers that register, amend and move households as fast as they can. */
    private final class Writing {
        private final ChangeLog log = new ChangeLog(world.store, Clock.systemUTC());
        private final Households households = new Households(world.store, log, Clock.systemUTC());
        private final TransferHousehold transfer = new TransferHousehold(households, world.people.trees, clock);
        private final Random random;

        Writing(long seed) {
            this.random = new Random(seed);
            started(log);
        }

        Mono<Void> write(int many) {
            return Flux.range(0, many)
                    .flatMap(
                            i -> one(aHousehold("Vi " + i).id(new HouseholdId(UUID.randomUUID())), random.nextInt(4)),
                            8)
                    .then();
        }

        private Mono<Void> one(vn.toso.domain.world.HouseholdBuilder builder, int fate) {
            Mono<Household> born = households
                    .collection()
                    .insert(
                            Actor.SYSTEM,
                            builder.in(fate % 2 == 0 ? XOM_1 : XOM_5).build());
            return born.flatMap(household -> fate < 2
                            ? households.collection().replace(Actor.SYSTEM, household)
                            : transfer.transfer(
                                    Actor.SYSTEM,
                                    household.id(),
                                    null,
                                    new TransferHousehold.Command(fate % 2 == 0 ? XOM_5.id() : XOM_1.id(), null)))
                    .then();
        }
    }

    @Test
    void nothing_that_nodes_write_while_a_phone_pages_is_skipped() {
        long seed = System.nanoTime();
        started(world.log);
        List<Writing> writers = List.of(new Writing(seed), new Writing(seed + 1), new Writing(seed + 2));
        List<Pull> servers = List.of(pull, PullingPhone.server(world, writers.get(0).log, clock));
        for (int i = 0; i < 60; i++) {
            world.people.put(aHousehold("Trước " + i).id(new HouseholdId(UUID.randomUUID())));
        }
        CompletableFuture<Void> writing = Flux.fromIterable(writers)
                .flatMap(writer -> writer.write(120))
                .then()
                .toFuture();
        PullingPhone phone = new PullingPhone(pull, () -> actor(LAN));
        Random random = new Random(seed);
        while (!writing.isDone()) {
            phone.at(servers.get(random.nextInt(2))).asks(1 + random.nextInt(20));
        }
        writing.join();

        Eventually.holds(() -> {
            phone.at(servers.get(random.nextInt(2))).asksForAll(50);
            assertThat(versions(phone)).as("seed " + seed).isEqualTo(stored());
        });
    }

    private static Map<String, Long> versions(PullingPhone phone) {
        Map<String, Long> versions = new HashMap<>();
        phone.idsOf("household")
                .forEach(id ->
                        versions.put(id, phone.get("household", id).revision().version()));
        return versions;
    }

    private Map<String, Long> stored() {
        Map<String, Long> versions = new ConcurrentHashMap<>();
        world.people
                .households
                .livingIn(List.of(XOM_1.id()))
                .doOnNext(home ->
                        versions.put(home.id().toString(), home.revision().version()))
                .blockLast(WorkingWorld.SOON);
        return versions;
    }

    @Test
    void a_phone_that_was_away_for_longer_than_the_log_is_kept_starts_afresh() {
        PullingPhone lan = new PullingPhone(pull, () -> actor(LAN));
        lan.asksForAll(1_000);
        world.people.put(aHousehold("Vi Văn Thông"));
        clock.advance(Duration.ofDays(181));
        world.people.put(aHousehold("Vi Văn Mới"));
        started(world.log);

        Eventually.holds(() -> assertThat(
                        refusalOf(pull.pull(actor(LAN), lan.token, 10)).code())
                .isEqualTo(ProblemCode.RESYNC_REQUIRED));
        PullingPhone afresh = new PullingPhone(pull, () -> actor(LAN));
        afresh.asksForAll(10);
        assertThat(afresh.idsOf("household")).hasSize(2);
    }

    @Test
    void a_pull_without_news_asks_the_database_nothing() throws Exception {
        URI server = URI.create(TestStore.uri());
        try (Forwarder way = new Forwarder(0, server.getPort());
                Store store = Store.connect(
                        "mongodb://127.0.0.1:" + way.port() + "/"
                                + world.store.database().getName() + "?directConnection=true",
                        TestStore.vault())) {
            ChangeLog log = new ChangeLog(store, TestWorld.CLOCK);
            Pull far = server(store, log);
            Node node = new Node(store, log, List.of(), List.of(), List.of());
            node.start().block(WorkingWorld.SOON);
            PullingPhone phone = new PullingPhone(far, () -> actor(LAN));
            phone.asksForAll(1_000);
            Eventually.holds(
                    () -> assertThat(log.knownHead().covers(await(log.head()))).isTrue());
            phone.asks(1_000);

            way.cut();

            assertThat(phone.asks(1_000).changes()).isEmpty();
            way.resume();
            node.close().block(WorkingWorld.SOON);
        }
    }

    private static Pull server(Store store, ChangeLog log) {
        Clock now = TestWorld.CLOCK;
        Areas areas = new Areas(store, log, now);
        AreaTrees trees = new AreaTrees(areas);
        await(trees.refresh());
        Teams teams = new Teams(store, log, now);
        return new Pull(
                store,
                log,
                trees,
                areas,
                new Services(store, log, now),
                teams,
                new Members(store, log, now),
                new Households(store, log, now),
                new Tasks(store, log, teams, now),
                new Visits(store, log, now),
                new Coverages(store, log, now),
                new Quarantine(store, log, now),
                List.of(),
                now);
    }
}
