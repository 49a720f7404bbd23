package vn.toso.domain.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.ResidentBuilder.aResident;
import static vn.toso.domain.world.TestWorld.TODAY;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.area.Days;
import vn.toso.domain.service.Eligibility;
import vn.toso.domain.service.Service;
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
