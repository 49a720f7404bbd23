package vn.toso.domain.coverage;

import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.ResidentBuilder.aResident;
import static vn.toso.domain.world.TestCatalogue.aService;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH;
import static vn.toso.domain.world.TestWorld.PROVINCE_ADMIN;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_5;
import static vn.toso.domain.world.TestWorld.XOM_5_VAN_LOI;
import static vn.toso.domain.world.TestWorld.XOM_DONG;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.VisitBuilder.aVisit;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import reactor.core.publisher.Flux;
import vn.toso.domain.access.Actor;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.Days;
import vn.toso.domain.change.Change;
import vn.toso.domain.change.ChangeListener;
import vn.toso.domain.household.Classification;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.Resident;
import vn.toso.domain.household.TransferHousehold;
import vn.toso.domain.id.VisitId;
import vn.toso.domain.service.Outcome;
import vn.toso.domain.service.Service;
import vn.toso.domain.service.ServiceUnit;
import vn.toso.domain.visit.Visit;
import vn.toso.domain.world.HouseholdBuilder;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.Names;
import vn.toso.domain.world.ResidentBuilder;
import vn.toso.domain.world.TestCatalogue;
import vn.toso.domain.world.VisitBuilder;
import vn.toso.domain.world.WorkingWorld;

/**
 * Weeks of work as the dice make them: households come, move and lose people, visits arrive late, in any order, are
 * corrected and voided; two nodes follow, handle some changes twice and miss others.
 */
final class RandomWork {

    static final List<Area> HAMLETS = List.of(XOM_1, XOM_5, XOM_5_VAN_LOI, XOM_DONG);
    static final List<Service> SERVICES = new ArrayList<>(TestCatalogue.ROWS);

    private static final List<Outcome> OUTCOMES = List.of(Outcome.values());

    static {
        SERVICES.add(aService("TRAIN", ServiceUnit.MEMBER).build());
    }

    final WorkingWorld world;
    final Random random;
    private final MovingClock clock;
    private final List<List<ChangeListener>> nodes;
    private final List<Change> waiting = new ArrayList<>();
    private int known;
    private int made;

    RandomWork(WorkingWorld world, MovingClock clock, long seed) {
        this.world = world;
        this.clock = clock;
        this.random = new Random(seed);
        world.put(world.people.services.collection(), SERVICES.subList(SERVICES.size() - 1, SERVICES.size()));
        await(world.people.catalogues.refresh());
        nodes = List.of(world.listeners(), world.listeners());
    }

    void work() {
        switch (random.nextInt(10)) {
            case 0, 1 -> register();
            case 2 -> move();
            case 3 -> leave();
            case 4 -> withdraw();
            case 5 -> session();
            default -> visit();
        }
    }

    private void register() {
        LocalDate today = Days.today(clock);
        HouseholdBuilder household =
                aHousehold("Hộ " + made++).in(any(HAMLETS)).since(today.minusDays(random.nextInt(20)));
        int people = random.nextInt(4);
        for (int i = 0; i < people; i++) {
            // Six and fifteen are ages at which somebody becomes eligible; 2027 is a New Year to come.
            Integer born = random.nextInt(6) == 0 ? null : 2027 - any(List.of(3, 6, 7, 14, 15, 16, 40));
            ResidentBuilder resident =
                    aResident("Người " + made + " " + i).born(born).registeredOn(today.minusDays(random.nextInt(15)));
            household.with(random.nextInt(3) == 0 ? resident.pupil() : resident);
        }
        world.people.put(random.nextInt(3) == 0 ? household.classified(Classification.TRADER) : household);
    }

    private void visit() {
        List<Household> households = households();
        if (households.isEmpty()) {
            return;
        }
        Household household = any(households);
        VisitBuilder visit = aVisit("visit " + made++).to(household).at(sometime());
        int activities = 1 + random.nextInt(3);
        for (int i = 0; i < activities; i++) {
            Service service = any(SERVICES);
            if (service.unit().isOfHousehold()) {
                visit.did(service.code(), any(OUTCOMES));
            } else if (service.unit().isOfResident() && !household.residents().isEmpty()) {
                visit.did(service.code(), any(household.residents()).id(), any(OUTCOMES));
            }
        }
        List<Visit> others =
                await(world.visits.ofHouseholds(List.of(household.id())).collectList());
        if (!others.isEmpty() && random.nextInt(4) == 0) {
            visit.correcting(any(others).id());
        } else if (random.nextInt(8) == 0) {
            visit.correcting(new VisitId(Names.uuid("visit visit " + (made + random.nextInt(5)))));
        }
        world.put(world.visits.collection(), List.of(visit.build()));
    }

    private void session() {
        VisitBuilder session = aVisit("session " + made++)
                .in(any(HAMLETS).id())
                .by(any(List.of(LAN, MINH)))
                .at(sometime())
                .did(random.nextBoolean() ? "TRAIN" : "MEETING", any(OUTCOMES));
        world.put(world.visits.collection(), List.of(session.build()));
    }

    /** Today, or some weeks ago: phones that come back from the hills. */
    private java.time.OffsetDateTime sometime() {
        long hoursAgo = random.nextInt(3) == 0 ? random.nextInt(24 * 25) : 0;
        return clock.instant().minusSeconds(hoursAgo * 3600).atOffset(ZoneOffset.ofHours(7));
    }

    private void withdraw() {
        List<Visit> visits =
                visits().stream().filter(visit -> visit.voided() == null).toList();
        if (!visits.isEmpty()) {
            Visit.Voided why = new Visit.Voided("nhầm", LAN.id(), clock.instant());
            await(world.visits.collection().replace(Actor.SYSTEM, any(visits).voided(why)));
        }
    }

    private void move() {
        List<Household> households = households();
        if (!households.isEmpty()) {
            Household household = any(households);
            LocalDate since =
                    household.stays().get(household.stays().size() - 1).from();
            long days = Math.min(9, since.until(Days.today(clock), java.time.temporal.ChronoUnit.DAYS));
            TransferHousehold transfer = new TransferHousehold(world.people.households, world.people.trees, clock);
            LocalDate on = Days.today(clock).minusDays(days <= 0 ? 0 : random.nextInt((int) days + 1));
            await(transfer.transfer(
                    actor(PROVINCE_ADMIN),
                    household.id(),
                    null,
                    new TransferHousehold.Command(any(HAMLETS).id(), on)));
        }
    }

    private void leave() {
        List<Household> households = households().stream()
                .filter(household -> !household.residents().isEmpty())
                .toList();
        if (!households.isEmpty()) {
            Household household = any(households);
            LocalDate on = Days.today(clock).plusDays(2).minusDays(random.nextInt(12));
            await(world.people.households.collection().replace(Actor.SYSTEM, Leaving.first(household, on)));
        }
    }

    /** Batches come late, some twice, some to one node only: what one node missed, the other handled. */
    void follow() {
        List<Change> all = world.changes();
        waiting.addAll(all.subList(known, all.size()));
        known = all.size();
        if (random.nextInt(3) == 0 && !waiting.isEmpty()) {
            List<ChangeListener> node = any(nodes);
            int again = Math.max(0, known - waiting.size() - random.nextInt(6));
            List<Change> batch = all.subList(again, known);
            Flux.fromIterable(node)
                    .concatMap(listener -> listener.handle(batch))
                    .blockLast(WorkingWorld.SOON);
            waiting.clear();
        }
        if (random.nextInt(10) == 0) {
            await(world.recountDue().run());
        }
    }

    void settle() {
        do {
            List<Change> all = world.changes();
            List<Change> batch = all.subList(known - waiting.size(), all.size());
            for (List<ChangeListener> node : nodes) {
                for (ChangeListener listener : node) {
                    await(listener.handle(batch));
                }
            }
            waiting.clear();
            known = all.size();
        } while (world.changes().size() > known);
        await(world.recountDue().run());
    }

    /** A hamlet or commune comes to another place in the tree today. */
    void reorganise(Area changed) {
        Area stored = await(world.people.areas.collection().find(changed.id()));
        await(world.people.areas.collection().replace(Actor.SYSTEM, changed.revised(stored.revision())));
        await(world.people.trees.refresh());
    }

    List<Household> households() {
        return await(Flux.from(world.people.households.collection().documents().find())
                .collectSortedList(
                        (one, other) -> one.id().value().compareTo(other.id().value())));
    }

    List<Visit> visits() {
        return await(Flux.from(world.visits.collection().documents().find())
                .collectSortedList(
                        (one, other) -> one.id().value().compareTo(other.id().value())));
    }

    <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Somebody moves away or dies: the first resident no longer belongs to the household from a day on. */
    private static final class Leaving {

        static Household first(Household household, LocalDate on) {
            List<Resident> residents = new ArrayList<>(household.residents());
            Resident first = residents.get(0);
            residents.set(
                    0,
                    new Resident(
                            first.id(),
                            first.name(),
                            first.birthYear(),
                            first.relation(),
                            first.pupil(),
                            first.consents(),
                            first.registeredOn(),
                            on,
                            first.services(),
                            first.fieldVersions(),
                            first.asRegistered()));
            return new Household(
                    household.id(),
                    household.revision(),
                    household.hamletId(),
                    household.headName(),
                    household.addressNote(),
                    household.phones(),
                    household.classifications(),
                    household.connectivity(),
                    household.location(),
                    residents,
                    household.services(),
                    household.visitedFirstOn(),
                    household.visitedLastOn(),
                    household.stays(),
                    null,
                    household.sortKey(),
                    household.words(),
                    household.fieldVersions(),
                    household.asRegistered(),
                    household.generated());
        }
    }
}
