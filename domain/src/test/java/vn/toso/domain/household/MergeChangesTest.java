package vn.toso.domain.household;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.Problems.assertNotFound;
import static vn.toso.domain.world.Problems.errorsOf;
import static vn.toso.domain.world.ResidentBuilder.aResident;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH;
import static vn.toso.domain.world.TestWorld.THUY;
import static vn.toso.domain.world.TestWorld.TODAY;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.actor;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toso.domain.household.Household.Connectivity;
import vn.toso.domain.id.MutationId;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.team.Member;
import vn.toso.domain.world.Names;
import vn.toso.domain.world.StoredWorld;
import vn.toso.domain.world.TestWorld;

/** Changes made offline to an older version: what nobody else touched is carried out, what somebody did stands. */
class MergeChangesTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final ResidentId WIFE = Names.resident("Lê Thị Hòa");

    private static final HouseholdForm FIRST = new HouseholdForm(
            "Vi Văn Thống",
            "cuối xóm",
            List.of("0912345678"),
            EnumSet.of(Classification.POOR),
            new Connectivity(true, true),
            new Location(19.3, 105.2));
    private static final HouseholdForm SECOND = new HouseholdForm(
            "Vi Văn Thông A",
            "đầu xóm",
            List.of("0987654321"),
            EnumSet.of(Classification.TRADER),
            new Connectivity(false, false),
            new Location(19.4, 105.3));

    private Store store;
    private StoredWorld world;
    private AmendHousehold amend;
    private AmendResident amendResident;
    private Household home;

    @BeforeEach
    void open() {
        store = TestStore.open("merges");
        world = new StoredWorld(store);
        amend = new AmendHousehold(world.households);
        amendResident = new AmendResident(world.households, TestWorld.CLOCK);
        home = world.put(aHousehold("Vi Văn Thông").in(XOM_1).with(aResident("Lê Thị Hòa")))
                .get(0);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void fields_that_nobody_else_changed_merge() {
        merge(LAN, form -> form.with(Set.of("headName", "connectivity/fibre"), FIRST));
        Merged both = merge(MINH, form -> form.with(Set.of("phones", "location", "connectivity/smartphone"), SECOND));

        assertThat(both.conflicts()).isEmpty();
        HouseholdForm merged = HouseholdForm.of(both.household());
        assertThat(merged.headName()).isEqualTo(FIRST.headName());
        assertThat(merged.phones()).isEqualTo(SECOND.phones());
        assertThat(merged.connectivity()).isEqualTo(new Connectivity(false, true));
    }

    @Test
    void every_field_that_somebody_else_changed_since_stands() {
        assertThat(merge(LAN, form -> FIRST).conflicts()).isEmpty();

        Merged lost = merge(MINH, form -> SECOND);

        assertThat(lost.conflicts()).isEqualTo(HouseholdForm.FIELDS.fields().keySet());
        assertThat(HouseholdForm.of(lost.household())).isEqualTo(FIRST);
        assertThat(lost.household().revision().version()).isEqualTo(2);
    }

    @Test
    void what_a_member_changed_before_is_the_same_member_s_to_change_again() {
        merge(LAN, form -> FIRST);

        Merged again = merge(LAN, form -> SECOND);

        assertThat(again.conflicts()).isEmpty();
        assertThat(HouseholdForm.of(again.household())).isEqualTo(SECOND);
        assertThat(merge(LAN, form -> SECOND).household()).isEqualTo(again.household());
    }

    @Test
    void an_amendment_that_arrives_once_more_undoes_nothing_that_its_sender_said_since() {
        MutationId first = sent();
        amend.merge(actor(LAN), home.id(), 1, first, form -> FIRST).block(SOON);
        Merged second = merge(LAN, form -> SECOND);

        Merged late =
                amend.merge(actor(LAN), home.id(), 1, first, form -> FIRST).block(SOON);

        assertThat(late.conflicts()).isEmpty();
        assertThat(late.household()).isEqualTo(second.household());
    }

    @Test
    void what_is_said_of_a_person_is_not_undone_by_a_late_repeat_either() {
        MutationId first = sent();
        amendResident
                .merge(actor(LAN), home.id(), WIFE, 1, first, form -> born(form, 1980))
                .block(SOON);
        mergeWife(LAN, form -> born(form, 1981));

        amendResident
                .merge(actor(LAN), home.id(), WIFE, 1, first, form -> born(form, 1980))
                .block(SOON);

        assertThat(wife().birthYear()).isEqualTo(1981);
    }

    private static ResidentForm born(ResidentForm form, int year) {
        return new ResidentForm(form.name(), year, form.relation(), form.pupil(), form.leftOn());
    }

    @Test
    void who_has_seen_the_change_may_change_it() {
        Household first = merge(LAN, form -> FIRST).household();

        Merged second = amend.merge(actor(MINH), home.id(), first.revision().version(), sent(), form -> SECOND)
                .block(SOON);

        assertThat(second.conflicts()).isEmpty();
        assertThat(HouseholdForm.of(second.household())).isEqualTo(SECOND);
    }

    @Test
    void answers_that_are_taken_back_leave_no_question() {
        merge(LAN, form -> FIRST);

        Household silent = merge(LAN, form -> new HouseholdForm("Vi Văn Thông", null, List.of(), Set.of(), null, null))
                .household();

        assertThat(silent.connectivity()).isNull();
        assertThat(silent.location()).isNull();
        assertThat(silent.classifications()).isEmpty();
    }

    @Test
    void a_broken_rule_changes_nothing_and_a_foreign_household_looks_as_if_there_were_none() {
        HouseholdForm nowhere =
                new HouseholdForm("Vi Văn A", null, List.of(), Set.of(), null, new Location(91.0, -181.0));

        assertThat(errorsOf(amend.merge(actor(LAN), home.id(), 1, sent(), form -> nowhere)))
                .hasSize(2);
        assertNotFound(amend.merge(actor(THUY), home.id(), 1, sent(), form -> FIRST));
        assertThat(world.households.get(actor(LAN), home.id()).block(SOON)).isEqualTo(home);
    }

    @Test
    void what_is_said_of_a_person_merges_field_by_field() {
        ResidentForm said = new ResidentForm("Lê Thị Hoà", 1980, "vợ", true, null);
        mergeWife(LAN, form -> said);

        Merged lost = mergeWife(MINH, form -> new ResidentForm("Lê Thị Hòa B", 1981, "con", false, TODAY));

        assertThat(lost.conflicts()).containsExactlyInAnyOrder("name", "birthYear", "relation", "pupil");
        Resident wife = lost.household().resident(WIFE).orElseThrow();
        assertThat(wife.birthYear()).isEqualTo(1980);
        assertThat(wife.relation()).isEqualTo("vợ");
        assertThat(wife.pupil()).isTrue();
        assertThat(wife.leftOn()).isEqualTo(TODAY);
    }

    @Test
    void a_day_of_leaving_by_a_wrong_clock_is_one_that_can_be() {
        assertThat(leftOn(TODAY.plusYears(3))).isEqualTo(TODAY);
        assertThat(leftOn(TODAY.minusYears(30))).isEqualTo(wife().registeredOn());
    }

    @Test
    void somebody_who_is_not_there_cannot_leave() {
        assertNotFound(amendResident.leave(actor(LAN), home.id(), Names.resident("Ai Đó"), 1, sent(), TODAY));
        assertNotFound(amendResident.leave(actor(THUY), home.id(), WIFE, 1, sent(), TODAY));
    }

    private static MutationId sent() {
        return new MutationId(UUID.randomUUID());
    }

    private Resident wife() {
        return world.households
                .get(actor(HOA), home.id())
                .block(SOON)
                .resident(WIFE)
                .orElseThrow();
    }

    private LocalDate leftOn(LocalDate day) {
        amendResident.leave(actor(LAN), home.id(), WIFE, 1, sent(), day).block(SOON);
        return wife().leftOn();
    }

    private Merged merge(Member by, UnaryOperator<HouseholdForm> change) {
        return amend.merge(actor(by), home.id(), 1, sent(), change).block(SOON);
    }

    private Merged mergeWife(Member by, UnaryOperator<ResidentForm> change) {
        return amendResident
                .merge(actor(by), home.id(), WIFE, 1, sent(), change)
                .block(SOON);
    }
}
