package vn.toso.domain.check;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.service.Outcome.ACHIEVED;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.TestWorld.TEAM;
import static vn.toso.domain.world.TestWorld.XOM_DONG;
import static vn.toso.domain.world.VisitBuilder.aVisit;
import static vn.toso.domain.world.WorkingWorld.await;

import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.Id;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.storage.Invariant.Broken;
import vn.toso.domain.visit.Visit;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.Names;
import vn.toso.domain.world.TestTasks;
import vn.toso.domain.world.WorkingWorld;

/** Whatever a document names and isn't there is found, with who names it and where. */
class ReferencesAreKeptTest {

    private static final UUID NOWHERE = Names.uuid("nowhere");

    private WorkingWorld world;
    private Household home;
    private Visit visit;
    private TaskId task;

    @BeforeEach
    void open() {
        world = WorkingWorld.open("ReferencesAreKept", new MovingClock());
        home = world.people.put(aHousehold("Vi Văn Thông")).get(0);
        visit = aVisit("một").to(home).did("PAY_BILL", ACHIEVED).build();
        world.put(world.visits.collection(), List.of(visit));
        task = TestTasks.store(world, home);
        world.settle();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void where_all_is_well_nothing_is_found() {
        assertThat(broken()).isEmpty();
    }

    @Test
    void a_household_that_went_is_missed_by_its_visits_and_tasks() {
        await(Mono.from(documents("households").deleteOne(eq("_id", home.id().value()))));

        assertThat(broken())
                .containsExactlyInAnyOrder(
                        missing("visits", visit.id(), "householdId", home.id().value(), "households"),
                        missing("tasks", task, "householdId", home.id().value(), "households"));
    }

    @Test
    void each_who_names_what_is_not_there_is_found() {
        Visit other = aVisit("hai").to(home).did("PAY_BILL", ACHIEVED).build();
        world.put(world.visits.collection(), List.of(other));
        await(Mono.from(documents("households").deleteOne(eq("_id", home.id().value()))));

        assertThat(broken())
                .contains(
                        missing("visits", visit.id(), "householdId", home.id().value(), "households"),
                        missing("visits", other.id(), "householdId", home.id().value(), "households"));
    }

    @Test
    void a_name_deep_in_a_document_and_one_of_a_list_are_looked_at_too() {
        change("households", home.id(), set("stays.0.hamletId", NOWHERE));
        change("visits", visit.id(), push("members", NOWHERE));
        change("teams", TEAM.id(), set("members.1.memberId", NOWHERE));

        assertThat(broken())
                .containsExactlyInAnyOrder(
                        missing("households", home.id(), "stays.hamletId", NOWHERE, "areas"),
                        missing("visits", visit.id(), "members", NOWHERE, "members"),
                        missing("teams", TEAM.id(), "members.memberId", NOWHERE, "members"));
    }

    @Test
    void an_area_that_went_is_missed_by_whom_it_was_a_home() {
        await(Mono.from(documents("areas").deleteOne(eq("_id", XOM_DONG.id().value()))));

        assertThat(broken()).singleElement().satisfies(found -> {
            assertThat(found.document()).startsWith("members ");
            assertThat(found.contradiction()).contains("areas", XOM_DONG.id().toString());
        });
    }

    @Test
    void what_a_phone_said_without_proof_may_name_what_nobody_has() {
        change("visits", visit.id(), set("taskId", NOWHERE));

        assertThat(broken()).isEmpty();
    }

    private void change(String collection, Id id, Bson change) {
        assertThat(await(Mono.from(documents(collection).updateOne(eq("_id", id.value()), change)))
                        .getModifiedCount())
                .isEqualTo(1);
    }

    private MongoCollection<Document> documents(String collection) {
        return world.store.collection(collection, Document.class);
    }

    private static Broken missing(String from, Id document, String path, UUID what, String to) {
        return new Broken(from + " " + document, "names in " + path + " " + what + ", which is not in " + to);
    }

    private List<Broken> broken() {
        return await(new ReferencesAreKept(world.store, ReferencesAreKept.OF_THE_DOMAIN)
                .broken()
                .collectList());
    }
}
