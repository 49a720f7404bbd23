package vn.toso.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.TestWorld.DATA_OFFICER;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_5;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.VisitBuilder.aVisit;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Role;
import vn.toso.domain.area.Scopes;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.TransferHousehold;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.sync.Digest.OfHamlet;
import vn.toso.domain.sync.Digest.Sum;
import vn.toso.domain.task.MoveTask;
import vn.toso.domain.task.TaskAction;
import vn.toso.domain.visit.Visit;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.TestTasks;
import vn.toso.domain.world.TestWorld;
import vn.toso.domain.world.WorkingWorld;

class DigestsTest {

    private static final Set<String> KINDS = Set.of("household", "visit", "task");

    private final MovingClock clock = new MovingClock();
    private final Actor both = new Actor(
            LAN.id(), Role.TEAM_MEMBER, Scopes.of(TestWorld.TREE, List.of(XOM_1.id(), XOM_5.id()), TestWorld.TODAY));
    private WorkingWorld world;
    private Digests digests;
    private PullingPhone phone;

    @BeforeEach
    void open() {
        world = WorkingWorld.open("Digests", clock);
        digests = server();
        phone = new PullingPhone(PullingPhone.server(world, world.log, clock), () -> both);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Digests server() {
        return new Digests(world.log, world.people.households, world.visits, world.tasks, clock);
    }

    private static Map<String, Sum> sums(Digest digest) {
        Map<String, Sum> sums = new TreeMap<>();
        for (OfHamlet hamlet : digest.hamlets()) {
            hamlet.kinds().forEach((kind, sum) -> sums.put(hamlet.hamletId() + " " + kind, sum));
        }
        return sums;
    }

    private Map<String, Sum> told() {
        return sums(await(digests.of(both)));
    }

    /** What the phone holds, without the visits that it drops by its calendar. */
    private Map<String, Sum> held() {
        Map<String, Sum> sums = new TreeMap<>();
        phone.holds.forEach((key, document) -> {
            String kind = key.substring(0, key.indexOf(':'));
            boolean dropped = document instanceof Visit visit
                    && visit.occurredAt().isBefore(await(digests.of(both)).visitsSince());
            if (KINDS.contains(kind) && !dropped) {
                Sum one = Sum.NONE.plus(
                        document.key().value(), document.revision().version());
                sums.merge(document.hamlet() + " " + kind, one, Sum::plus);
            }
        });
        return sums;
    }

    @Test
    void the_checksum_of_one_document_is_what_the_protocol_says() {
        assertThat(Digest.hash(UUID.fromString("00000000-0000-0001-0000-000000000002"), 3))
                .isEqualTo(0xd0734750fde362b3L);
    }

    @Test
    void a_phone_that_has_everything_has_the_server_s_digest_whatever_happens() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Household> homes = new ArrayList<>();
        for (int round = 0; round < 40; round++) {
            for (int i = random.nextInt(4); i >= 0; i--) {
                happens(random, homes);
            }
            phone.asksForAll(1 + random.nextInt(30));

            assertThat(held()).as("seed " + seed).isEqualTo(told());
            assertThat(sums(await(server().of(both)))).as("seed " + seed).isEqualTo(told());
        }
        assertThat(told()).containsKeys(XOM_1.id() + " household", XOM_5.id() + " household");
    }

    private void happens(Random random, List<Household> homes) {
        Household home = homes.isEmpty() ? registered(random) : homes.get(random.nextInt(homes.size()));
        switch (random.nextInt(6)) {
            case 0, 1 -> homes.add(registered(random));
            case 2 -> visited(random, home);
            case 3 -> TestTasks.store(world, home);
            case 4 -> moved(random, home);
            default -> closed();
        }
        clock.advance(Duration.ofHours(random.nextInt(60)));
    }

    private Household registered(Random random) {
        HouseholdId id = new HouseholdId(new UUID(random.nextLong(), random.nextLong()));
        return world.people
                .put(aHousehold("Vi Văn Thông").id(id).in(random.nextBoolean() ? XOM_1 : XOM_5))
                .get(0);
    }

    private void visited(Random random, Household home) {
        Duration ago = Duration.ofDays(random.nextInt(100));
        world.put(
                world.visits.collection(),
                List.of(aVisit("v" + random.nextLong())
                        .to(home)
                        .at(clock.instant().minus(ago).atOffset(ZoneOffset.ofHours(7)))
                        .build()));
    }

    private void moved(Random random, Household home) {
        AreaId to = random.nextBoolean() ? XOM_1.id() : XOM_5.id();
        var transfer = new TransferHousehold(world.people.households, world.people.trees, clock);
        await(transfer.transfer(actor(HOA), home.id(), null, new TransferHousehold.Command(to, null)));
    }

    private void closed() {
        List<String> open = phone.idsOf("task");
        if (!open.isEmpty()) {
            var task = new vn.toso.domain.id.TaskId(UUID.fromString(open.get(0)));
            await(world.tasks
                    .collection()
                    .find(task)
                    .filter(found -> found.state().isOpen())
                    .flatMap(found -> world.moveTask.move(
                            both, new MoveTask.Command(task, TaskAction.COMPLETE, null, null, null, null)))
                    .defaultIfEmpty(TestTasks.ofHamlet(vn.toso.domain.task.TaskKind.FREE, XOM_1.id())));
        }
    }

    @Test
    void visits_leave_the_digest_as_they_grow_old() {
        Household home = world.people.put(aHousehold("Vi Văn Thông")).get(0);
        world.put(world.visits.collection(), List.of(aVisit("one").to(home).build()));
        assertThat(told()).containsKey(XOM_1.id() + " visit");

        clock.advance(Duration.ofDays(90));
        assertThat(told()).containsKey(XOM_1.id() + " visit");
        clock.advance(Duration.ofDays(1));
        assertThat(told()).doesNotContainKey(XOM_1.id() + " visit").containsKey(XOM_1.id() + " household");
    }

    @Test
    void a_leader_s_digest_has_the_tasks_given_and_an_officer_s_nothing() {
        Household home = world.people.put(aHousehold("Vi Văn Thông")).get(0);
        TestTasks.store(world, home);

        assertThat(sums(await(digests.of(actor(HOA))))).containsOnlyKeys(XOM_1.id() + " task");
        assertThat(await(digests.of(actor(DATA_OFFICER))).hamlets()).isEmpty();
    }
}
