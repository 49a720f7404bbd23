package vn.toso.domain.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.ResidentBuilder.aResident;
import static vn.toso.domain.world.TestWorld.TODAY;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.WorkingWorld.await;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.area.Days;
import vn.toso.domain.service.Eligibility;
import vn.toso.domain.service.Service;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.TestCatalogue;
import vn.toso.domain.world.WorkingWorld;

class RecountDueTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);

    private final MovingClock clock = new MovingClock();
    private WorkingWorld world;

    @BeforeEach
    void open() {
        world = WorkingWorld.open("RecountDue", clock);
        world.people.put(aHousehold("Vi Văn Thông")
                .with(
                        aResident("turns fifteen").born(2012),
                        aResident("turns six").born(2021),
                        aResident("leaves").born(1950).leftOn(TODAY.plusDays(3))));
        world.settle();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private long eligible(String service) {
        HamletCoverage coverage = await(world.coverages.collection().find(XOM_1.id()));
        return coverage.services().getOrDefault(service, Cell.EMPTY).eligible();
    }

    private long run() {
        return await(world.recountDue().run());
    }

    @Test
    void nothing_is_due_on_a_day_on_which_nothing_changes_by_itself() {
        assertThat(run()).isZero();
        clock.advance(Duration.ofDays(2));
        assertThat(run()).isZero();
        assertThat(await(world.coverages.collection().find(XOM_1.id())).changesOn())
                .isEqualTo(TODAY.plusDays(3));
    }

    @Test
    void who_leaves_on_a_day_that_was_said_before_counts_until_then() {
        assertThat(eligible("SAFE")).isEqualTo(3);

        clock.set(Days.startOf(TODAY.plusDays(3)));

        assertThat(run()).isEqualTo(1);
        assertThat(eligible("SAFE")).isEqualTo(2);
        assertThat(run()).isZero();
    }

    @Test
    void at_new_year_people_come_of_age_though_nobody_wrote_anything() {
        assertThat(eligible("PAY_ACC")).isEqualTo(1);
        assertThat(eligible("VNEID_1")).isEqualTo(2);
        clock.set(Days.startOf(NEW_YEAR).minusMillis(1));
        run();
        assertThat(eligible("PAY_ACC")).isZero();

        clock.set(Days.startOf(NEW_YEAR));

        assertThat(run()).isEqualTo(1);
        assertThat(eligible("PAY_ACC")).isEqualTo(1);
        assertThat(eligible("VNEID_1")).isEqualTo(2);
        assertThat(await(world.coverages
                                .at(List.of(XOM_1.id()), NEW_YEAR.minusDays(1), null)
                                .single())
                        .services()
                        .get("VNEID_1"))
                .isEqualTo(new Cell(1, 0, 0, 0, 0));
    }

    @Test
    void a_change_of_the_catalogue_recounts_every_hamlet_once() {
        Service safe = await(world.people.services.collection().find(TestCatalogue.SAFE.id()));
        clock.advance(Duration.ofSeconds(1));
        await(world.people.services.collection().replace(Actor.SYSTEM, from(safe, 60)));
        // A hamlet that is counted meanwhile, by the catalogue that this node still knows, is due all the same.
        await(new CountHamlets(world.coverages, booksOfBefore(), world.people.trees, clock)
                .count(List.of(XOM_1.id()), true));

        assertThat(run()).isEqualTo(4);
        assertThat(eligible("SAFE")).isEqualTo(1);
        assertThat(run()).isZero();
    }

    @Test
    void two_nodes_may_do_it_at_once() {
        clock.set(Days.startOf(NEW_YEAR));

        await(Mono.when(world.recountDue().run(), world.recountDue().run()));

        assertThat(eligible("PAY_ACC")).isEqualTo(1);
        assertThat(run()).isZero();
    }

    /** The follower of changes may have found right, from the new documents, what is replaced here from the old ones. */
    @Test
    void what_changes_while_it_counts_is_counted_too() {
        clock.set(Days.startOf(NEW_YEAR));
        try (MongoClient other = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(TestStore.uri()))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build())) {
            MongoDatabase database = other.getDatabase(world.store.database().getName());
            AtomicBoolean changed = new AtomicBoolean();

            await(world.recountDue(new Interrupted(() -> onceCounted(database, changed)))
                    .run());
        }

        HamletCoverage coverage = await(world.coverages.collection().find(XOM_1.id()));
        assertThat(coverage.households().registered()).isZero();
    }

    /** As soon as the hamlet is counted, its household is gone. */
    private static void onceCounted(MongoDatabase database, AtomicBoolean changed) {
        Bson xom1 = Filters.eq("_id", XOM_1.id().value());
        Document coverage = await(Mono.from(database.getCollection("coverage").find(xom1)));
        if (coverage.get("revision", Document.class).getLong("version") > 1 && changed.compareAndSet(false, true)) {
            await(Mono.from(database.getCollection("households").deleteMany(new Document())));
        }
    }

    /** Does something whenever somebody asks for the time. */
    private final class Interrupted extends Clock {
        private final Runnable then;

        Interrupted(Runnable then) {
            this.then = then;
        }

        @Override
        public Instant instant() {
            CompletableFuture.runAsync(then).join();
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return clock.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private HamletBooks booksOfBefore() {
        HamletBooks books = new HamletBooks(
                world.coverages,
                world.people.households,
                world.visits,
                world.people.teams,
                world.people.members,
                world.people.trees,
                world.people.catalogues);
        books.adoptCatalogue();
        return books;
    }

    private static Service from(Service service, int age) {
        return new Service(
                service.id(),
                service.revision(),
                service.code(),
                service.nameVi(),
                service.nameEn(),
                service.unit(),
                new Eligibility(age, null, List.of(), false),
                service.steps(),
                service.alternatives(),
                service.outcomes(),
                service.headline(),
                service.active(),
                service.source());
    }
}
