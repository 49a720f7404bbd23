package vn.toso.domain.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.service.Outcome.ACHIEVED;
import static vn.toso.domain.world.HeldWorkBuilder.heldWork;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.ResidentBuilder.aResident;
import static vn.toso.domain.world.TestWorld.DATA_OFFICER;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.VisitBuilder.aVisit;
import static vn.toso.domain.world.WorkingWorld.await;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.Location;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.sync.HeldWork;
import vn.toso.domain.sync.Quarantine;
import vn.toso.domain.visit.Visit;
import vn.toso.domain.world.Names;
import vn.toso.domain.world.TestWorld;
import vn.toso.domain.world.WorkingWorld;

/** A person is erased from where others wrote their name, too: as people say it, beside somebody else, in a reason. */
class NamedInPassingTest {

    private static final String NAME = "Moong Thị Xuyến";
    private static final ResidentId HER = Names.resident(NAME);

    private WorkingWorld world;
    private Quarantine quarantine;
    private Household home;

    @BeforeEach
    void open() {
        world = WorkingWorld.open("NamedInPassing", TestWorld.CLOCK);
        quarantine = new Quarantine(world.store, world.log, TestWorld.CLOCK);
        home = world.people
                .put(aHousehold("Bà Xuyến")
                        .phones("0987654321")
                        .door("nhà bà Xuyến, cạnh cầu", new Location(19, 105))
                        .with(aResident(NAME), aResident("Moong Văn Anh").relation("con bà Xuyến")))
                .get(0);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void erase() {
        await(Erasing.in(world).erase(actor(DATA_OFFICER), HER, "đơn", null));
    }

    private HeldWork erasedIn(HeldWork work) {
        world.put(quarantine.collection(), List.of(work));
        erase();
        return await(quarantine.collection().find(work.id()));
    }

    @Test
    void a_head_an_address_and_a_relation_say_nothing_of_her_any_more() {
        erase();

        Household left = await(world.people.households.collection().find(home.id()));
        assertThat(left.headName()).isEqualTo("Moong Văn Anh");
        assertThat(left.phones()).isEmpty();
        assertThat(left.addressNote()).isNull();
        assertThat(left.location()).isEqualTo(home.location());
        assertThat(left.people().get(0).relation()).isNull();
        assertThat(left.words()).doesNotContain("xuyen");
    }

    @Test
    void a_head_of_the_same_given_name_who_lives_there_stays() {
        Household other = world.people
                .put(aHousehold("Lô Văn Thông").with(aResident("Vi Thị Thông"), aResident("Lô Văn Thông")))
                .get(0);

        await(Erasing.in(world).erase(actor(DATA_OFFICER), Names.resident("Vi Thị Thông"), "đơn", null));

        assertThat(await(world.people.households.collection().find(other.id())).headName())
                .isEqualTo("Lô Văn Thông");
    }

    @Test
    void work_about_a_visit_to_her_household_is_forgotten_by_her_name() {
        Visit visit = aVisit("một").to(home).did("PAY_BILL", ACHIEVED).build();
        world.put(world.visits.collection(), List.of(visit));
        HeldWork work = heldWork("{\"visitId\":\"" + visit.id() + "\",\"reason\":\"nhầm với bà Xuyến\"}")
                .build();

        assertThat(erasedIn(work).body()).isEqualTo(HeldWork.FORGOTTEN);
    }

    @Test
    void what_a_leader_said_of_the_work_goes_along() {
        HeldWork work = heldWork("{\"householdId\":\"" + home.id() + "\"}")
                .rejected("bà Xuyến đã mất")
                .build();

        HeldWork left = erasedIn(work);

        assertThat(left.reason()).isNull();
        assertThat(left.state()).isEqualTo(HeldWork.State.REJECTED);
    }
}
