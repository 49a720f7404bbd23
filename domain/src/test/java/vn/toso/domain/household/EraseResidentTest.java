package vn.toso.domain.household;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.household.Classification.POOR;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.Problems.assertForbidden;
import static vn.toso.domain.world.Problems.assertNotFound;
import static vn.toso.domain.world.ResidentBuilder.aResident;
import static vn.toso.domain.world.TestWorld.DATA_OFFICER;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.TODAY;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.WorkingWorld.await;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toso.domain.household.Household.Connectivity;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.world.HouseholdBuilder;
import vn.toso.domain.world.Names;
import vn.toso.domain.world.ResidentBuilder;
import vn.toso.domain.world.TestWorld;
import vn.toso.domain.world.WorkingWorld;

/** What a household loses with a person who is erased, and what it keeps. */
class EraseResidentTest {

    private static final String XUYEN = "Moong Thị Xuyến";
    private static final String ANH = "Moong Văn Anh";
    private static final Location DOOR = new Location(19.3, 105.2);

    private WorkingWorld world;
    private EraseResident erasing;

    @BeforeEach
    void open() {
        world = WorkingWorld.open("EraseResident", TestWorld.CLOCK);
        erasing = new EraseResident(world.people.households, TestWorld.CLOCK);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void with_its_head_a_household_loses_name_and_phones_and_keeps_its_door() {
        Household home = home(XUYEN, aResident(XUYEN), aResident(ANH));

        Household left = erased(home, XUYEN);

        assertThat(HouseholdForm.of(left))
                .isEqualTo(new HouseholdForm(
                        ANH, "cạnh cầu treo", List.of(), Set.of(POOR), new Connectivity(true, null), DOOR));
        assertThat(left.words()).contains("anh").doesNotContain("xuyen", "thi");
        assertThat(left.fieldVersions()).containsKeys("headName", "phones").doesNotContainKey("addressNote");
    }

    @Test
    void the_head_is_known_however_the_name_is_written() {
        Household home = home("MOONG THI XUYEN", aResident(XUYEN), aResident(ANH));

        Household left = erased(home, XUYEN);

        assertThat(left.headName()).isEqualTo(ANH);
        assertThat(left.phones()).isEmpty();
    }

    @Test
    void with_somebody_else_it_loses_nothing_that_was_said_of_it() {
        Household home = home(XUYEN, aResident(XUYEN), aResident(ANH));

        Household left = erased(home, ANH);

        assertThat(HouseholdForm.of(left)).isEqualTo(HouseholdForm.of(home));
        assertThat(left.fieldVersions()).isEqualTo(home.fieldVersions());
        assertThat(left.people()).extracting(Resident::name).containsExactly(XUYEN);
        assertThat(left.words()).doesNotContain("anh");
    }

    @Test
    void with_the_last_one_it_loses_everything_that_leads_to_people() {
        Household home = home(XUYEN, aResident(XUYEN));

        Household left = erased(home, XUYEN);

        assertThat(HouseholdForm.of(left))
                .isEqualTo(new HouseholdForm(
                        EraseResident.NOBODY, null, List.of(), Set.of(POOR), new Connectivity(true, null), null));
        assertThat(EraseResident.isEmpty(left)).isTrue();
        assertThat(left.stays()).isEqualTo(home.stays());
    }

    @Test
    void the_last_one_takes_phones_and_door_along_though_the_head_is_nobody_on_the_list() {
        Household home = home("Moong Văn Cũ", aResident(XUYEN));

        Household left = erased(home, XUYEN);

        assertThat(left.headName()).isEqualTo("Moong Văn Cũ");
        assertThat(left.phones()).isEmpty();
        assertThat(left.addressNote()).isNull();
        assertThat(left.location()).isNull();
        assertThat(EraseResident.isEmpty(left)).isFalse();
    }

    @Test
    void who_left_before_is_no_new_head() {
        Household home = home(XUYEN, aResident(ANH).leftOn(TODAY.minusDays(9)), aResident(XUYEN));

        Household left = erased(home, XUYEN);

        assertThat(left.headName()).isEqualTo(EraseResident.NOBODY);
        assertThat(left.addressNote()).isNull();
        assertThat(left.people()).extracting(Resident::name).containsExactly(ANH);
        assertThat(EraseResident.isEmpty(left)).isFalse();
    }

    @Test
    void who_left_before_is_erased_and_the_others_stay() {
        Household home = home(ANH, aResident(XUYEN).leftOn(TODAY.minusDays(9)), aResident(ANH));

        Household left = erased(home, XUYEN);

        assertThat(left.people()).extracting(Resident::name).containsExactly(ANH);
        assertThat(HouseholdForm.of(left)).isEqualTo(HouseholdForm.of(home));
        assertThat(left.resident(Names.resident(XUYEN)))
                .hasValueSatisfying(nobody -> assertThat(nobody.name()).isEmpty());
    }

    @Test
    void nobody_there_and_nobody_any_more_change_nothing() {
        Household home = home(XUYEN, aResident(XUYEN), aResident(ANH));

        assertThat(erased(home, "ai đó")).isEqualTo(home);
        Household left = erased(home, XUYEN);

        assertThat(erased(home, XUYEN)).isEqualTo(left);
    }

    @Test
    void an_emptied_household_has_nobody_and_emptying_again_changes_nothing() {
        Household home = home(XUYEN, aResident(XUYEN), aResident(ANH).leftOn(TODAY.minusDays(9)));
        assertThat(EraseResident.isEmpty(home)).isFalse();

        Household empty = await(erasing.empty(actor(DATA_OFFICER), home.id()));

        assertThat(EraseResident.isEmpty(empty)).isTrue();
        assertThat(empty.residents()).hasSize(2).allMatch(Resident::isErased);
        assertThat(empty.classifications()).containsExactly(POOR);
        assertThat(await(erasing.empty(actor(DATA_OFFICER), home.id()))).isEqualTo(empty);
    }

    @Test
    void who_came_to_a_household_without_a_name_is_taken_out_again() {
        Household nameless = world.people
                .put(aHousehold(EraseResident.NOBODY).with(aResident(ANH)))
                .get(0);
        assertThat(EraseResident.isEmpty(nameless)).isFalse();

        Household empty = await(erasing.empty(actor(DATA_OFFICER), nameless.id()));

        assertThat(EraseResident.isEmpty(empty)).isTrue();
        assertThat(empty.fieldVersions()).isEmpty();
    }

    @Test
    void without_the_right_nobody_goes_and_no_household_is_not_found() {
        Household home = home(XUYEN, aResident(XUYEN));
        ResidentId her = Names.resident(XUYEN);

        assertForbidden(erasing.erase(actor(LAN), home.id(), her));
        assertForbidden(erasing.empty(actor(LAN), home.id()));
        assertNotFound(erasing.erase(actor(DATA_OFFICER), Names.household("không có"), her));
        assertNotFound(erasing.empty(actor(DATA_OFFICER), Names.household("không có")));
        assertThat(await(world.people.households.collection().find(home.id()))).isEqualTo(home);
    }

    /** A household of which everything is said that can be said. */
    private Household home(String head, ResidentBuilder... people) {
        HouseholdBuilder home = aHousehold(head)
                .with(people)
                .phones("0912345678")
                .classified(POOR)
                .connected(new Connectivity(true, null))
                .door("cạnh cầu treo", DOOR);
        return world.people.put(home).get(0);
    }

    private Household erased(Household home, String name) {
        return await(erasing.erase(actor(DATA_OFFICER), home.id(), Names.resident(name)));
    }
}
