package vn.toso.domain.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.service.Outcome.ACHIEVED;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.ResidentBuilder.aResident;
import static vn.toso.domain.world.TestWorld.DATA_OFFICER;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.VisitBuilder.aVisit;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.household.EraseResident;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.Households;
import vn.toso.domain.id.ErasureId;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.text.Search;
import vn.toso.domain.visit.Visit;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.Names;
import vn.toso.domain.world.Problems;
import vn.toso.domain.world.WorkingWorld;

class ErasePersonTest {

    private static final ResidentId HER = Names.resident("Moong Thị Xuyến");

    private final MovingClock clock = new MovingClock();
    private WorkingWorld world;
    private Erasures erasures;
    private ErasePerson here;
    private ErasePerson there;
    private Household home;

    @BeforeEach
    void open() {
        world = WorkingWorld.open("ErasePerson", clock);
        erasures = new Erasures(world.store, world.log, clock);
        here = Erasing.in(world);
        there = Erasing.in(world);
        home = world.people
                .put(aHousehold("Moong Thị Xuyến")
                        .with(aResident("Moong Thị Xuyến"))
                        .with(aResident("Moong Văn Anh")))
                .get(0);
        Visit visit = aVisit("một")
                .to(home)
                .did("SAFE", HER, ACHIEVED)
                .did("SAFE", Names.resident("Moong Văn Anh"), ACHIEVED)
                .noting("bà Xuyến nhờ con trai")
                .build();
        Visit other = aVisit("hai")
                .to(home)
                .did("PAY_BILL", ACHIEVED)
                .noting("gặp xuyen ở chợ")
                .build();
        Visit third = aVisit("ba")
                .to(home)
                .did("PAY_BILL", ACHIEVED)
                .noting("trời mưa")
                .build();
        world.put(world.visits.collection(), List.of(visit, other, third));
        world.settle();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void nothing_says_anything_of_the_person_and_what_was_done_stays() {
        Erasure done = await(here.erase(actor(DATA_OFFICER), HER, "đơn", null));

        assertThat(done.finishedAt()).isNotNull();
        assertThat(done.name()).isNull();
        assertThat(done.visits()).isEqualTo(2);
        Household left = stored();
        assertThat(left.people()).extracting(person -> person.name()).containsExactly("Moong Văn Anh");
        assertThat(left.headName()).isEqualTo("Moong Văn Anh");
        assertThat(left.words()).doesNotContain("xuyen");
        List<Visit> visits = visits();
        assertThat(visits).extracting(Visit::note).containsExactlyInAnyOrder(null, null, "trời mưa");
        assertThat(visits.stream().flatMap(visit -> visit.activities().stream()).toList())
                .hasSize(4)
                .filteredOn(activity -> ResidentId.NOBODY.equals(activity.residentId()))
                .hasSize(1);
        assertThat(found("xuyến")).isEmpty();
        world.settle();
        assertThat(stored().people().get(0).services()).containsKey("SAFE");
        assertThat(new ErasedAreGone(erasures, world.people.households, world.visits)
                        .broken()
                        .collectList()
                        .block(WorkingWorld.SOON))
                .isEmpty();
    }

    @Test
    void twice_and_by_two_nodes_at_once_is_once() {
        Mono.when(here.erase(actor(DATA_OFFICER), HER, "đơn", null), there.erase(actor(DATA_OFFICER), HER, "đơn", null))
                .block(WorkingWorld.SOON);
        long version = stored().revision().version();

        Erasure again = await(here.erase(actor(DATA_OFFICER), HER, "đơn", null));

        assertThat(again.finishedAt()).isNotNull();
        assertThat(stored().revision().version()).isEqualTo(version);
        assertThat(await(erasures.collection().find(new ErasureId(HER.value()))).finishedAt())
                .isNotNull();
        assertThat(visits()).noneMatch(visit -> visit.activities().stream().anyMatch(a -> HER.equals(a.residentId())));
    }

    @Test
    void who_dies_after_any_step_is_followed_by_another_node() {
        // What a node leaves that died after noting it and taking the person out of the household.
        await(erasures.collection()
                .insert(
                        actor(DATA_OFFICER),
                        new Erasure(
                                new ErasureId(HER.value()),
                                Revision.NONE,
                                home.hamletId(),
                                home.id(),
                                HER,
                                null,
                                "đơn",
                                DATA_OFFICER.id(),
                                clock.instant(),
                                "Moong Thị Xuyến",
                                0,
                                0,
                                0,
                                null)));
        await(new EraseResident(world.people.households, clock).erase(actor(DATA_OFFICER), home.id(), HER));

        await(there.finishAll());

        assertThat(visits()).extracting(Visit::note).containsExactlyInAnyOrder(null, null, "trời mưa");
        Erasure done = await(erasures.collection().find(new ErasureId(HER.value())));
        assertThat(done.finishedAt()).isNotNull();
        assertThat(done.name()).isNull();
    }

    @Test
    void without_the_right_or_the_scope_nobody_is_erased() {
        assertThat(Problems.refusalOf(here.erase(actor(LAN), HER, "đơn", null)).code())
                .isEqualTo(ProblemCode.FORBIDDEN);
        assertThat(Problems.refusalOf(here.erase(actor(DATA_OFFICER), Names.resident("ai đó"), "đơn", null))
                        .code())
                .isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(stored().people()).hasSize(2);
    }

    @Test
    void the_raw_documents_hold_neither_the_name_nor_whose_it_was() {
        await(here.erase(actor(DATA_OFFICER), HER, "đơn của Xuyến", null));

        for (String name : List.of("households", "visits", "tasks", "erasures")) {
            assertThat(Flux.from(world.store.database().getCollection(name).find())
                            .map(Document::toJson)
                            .collectList()
                            .block(WorkingWorld.SOON)
                            .toString())
                    .doesNotContain("Xuyến", "xuyen");
        }
    }

    @Test
    void households_without_life_lose_their_people_and_keep_their_door() {
        InactiveHouseholds inactive = new InactiveHouseholds(
                world.people.households, here, new EraseResident(world.people.households, clock));
        clock.advance(Duration.ofDays(400));
        assertThat(await(inactive.due(clock.instant().minus(Duration.ofDays(500)))))
                .isZero();
        assertThat(await(inactive.due(clock.instant().minus(Duration.ofDays(365)))))
                .isEqualTo(1);

        assertThat(await(inactive.remove(clock.instant().minus(Duration.ofDays(365)))))
                .isEqualTo(1);

        Household left = stored();
        assertThat(left.people()).isEmpty();
        assertThat(EraseResident.isEmpty(left)).isTrue();
        assertThat(left.hamletId()).isEqualTo(home.hamletId());
        assertThat(await(inactive.due(clock.instant().plusSeconds(1)))).isZero();
    }

    private Household stored() {
        return await(world.people.households.collection().find(home.id()));
    }

    private List<Visit> visits() {
        return world.visits.ofHouseholds(List.of(home.id())).collectList().block(WorkingWorld.SOON);
    }

    private List<Household> found(String query) {
        return await(world.people.households.list(
                        actor(LAN), new Households.Question(null, Search.of(query), false, null, 50, null)))
                .items();
    }
}
