package vn.toso.domain.household;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.ResidentBuilder.aResident;
import static vn.toso.domain.world.TestCatalogue.MEETING;
import static vn.toso.domain.world.TestCatalogue.PAY_BILL;
import static vn.toso.domain.world.TestCatalogue.PAY_FEES;
import static vn.toso.domain.world.TestCatalogue.PAY_QR;
import static vn.toso.domain.world.TestCatalogue.SAFE;
import static vn.toso.domain.world.TestCatalogue.SKILL;
import static vn.toso.domain.world.TestCatalogue.VNEID_1;
import static vn.toso.domain.world.TestCatalogue.VNEID_ACT;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.toso.domain.service.Outcome;
import vn.toso.domain.world.HouseholdBuilder;
import vn.toso.domain.world.ResidentBuilder;

class EligibleTest {

    private static final LocalDate REGISTERED = LocalDate.of(2026, 3, 1);
    private static final LocalDate LATER = LocalDate.of(2026, 11, 20);

    private final HouseholdBuilder home = aHousehold("Vi Văn Thông").since(REGISTERED);

    @Test
    void somebody_comes_of_age_on_the_first_day_of_the_year() {
        Resident child = person().born(2020).build();

        assertThat(Eligible.since(VNEID_1, home.build(), child)).contains(REGISTERED);
        Resident younger = person().born(2021).build();
        assertThat(Eligible.since(VNEID_1, home.build(), younger)).contains(LocalDate.of(2027, 1, 1));
        assertThat(Eligible.isEligible(VNEID_1, home.build(), younger, LocalDate.of(2026, 12, 31)))
                .isFalse();
        assertThat(Eligible.isEligible(VNEID_1, home.build(), younger, LocalDate.of(2027, 1, 1)))
                .isTrue();
    }

    @Test
    void without_a_birth_year_only_services_for_any_age_count_somebody() {
        Resident unknown = person().born(null).build();

        assertThat(Eligible.since(SKILL, home.build(), unknown)).isEmpty();
        assertThat(Eligible.since(SAFE, home.build(), unknown)).contains(REGISTERED);
    }

    @Test
    void what_comes_after_another_service_counts_from_its_achievement_on() {
        assertThat(Eligible.since(VNEID_ACT, home.build(), person().build())).isEmpty();
        Resident tried = person().tried("VNEID_2", Outcome.REFERRED, LATER).build();
        assertThat(Eligible.since(VNEID_ACT, home.build(), tried)).isEmpty();
        Resident issued = person().achieved("VNEID_2", LATER).build();
        assertThat(Eligible.since(VNEID_ACT, home.build(), issued)).contains(LATER);
    }

    @Test
    void who_achieved_it_is_eligible_in_any_case() {
        Resident early =
                person().born(2022).achieved("VNEID_1", REGISTERED.minusDays(3)).build();

        assertThat(Eligible.since(VNEID_1, home.build(), early)).contains(REGISTERED.minusDays(3));
        Resident late = person().achieved("SAFE", LATER).build();
        assertThat(Eligible.since(SAFE, home.build(), late)).contains(REGISTERED);
    }

    @Test
    void who_left_is_not_eligible_from_the_first_day_away() {
        Resident left = person().leftOn(LATER).achieved("SAFE", REGISTERED).build();

        assertThat(Eligible.isEligible(SAFE, home.build(), left, LATER.minusDays(1)))
                .isTrue();
        assertThat(Eligible.isEligible(SAFE, home.build(), left, LATER)).isFalse();
    }

    @Test
    void nobody_is_eligible_before_registration() {
        assertThat(Eligible.isEligible(SAFE, home.build(), person().build(), REGISTERED.minusDays(1)))
                .isFalse();
        assertThat(Eligible.isEligible(PAY_BILL, home.build(), null, REGISTERED.minusDays(1)))
                .isFalse();
        assertThat(Eligible.isEligible(PAY_BILL, home.build(), null, REGISTERED))
                .isTrue();
    }

    @Test
    void only_pupils_pay_school_fees() {
        assertThat(Eligible.since(PAY_FEES, home.build(), person().build())).isEmpty();
        assertThat(Eligible.since(PAY_FEES, home.build(), person().pupil().build()))
                .contains(REGISTERED);
    }

    @Test
    void a_household_counts_if_it_is_of_one_of_the_classes() {
        assertThat(Eligible.since(PAY_QR, home.build(), null)).isEmpty();
        Household farm = aHousehold("A")
                .since(REGISTERED)
                .classified(Classification.PRODUCER)
                .build();
        assertThat(Eligible.since(PAY_QR, farm, null)).isEmpty();
        Household shop = aHousehold("B")
                .since(REGISTERED)
                .classified(Classification.POOR, Classification.TRADER)
                .build();
        assertThat(Eligible.since(PAY_QR, shop, null)).contains(REGISTERED);
    }

    @Test
    void units_of_another_kind_are_never_eligible() {
        assertThat(Eligible.since(PAY_BILL, home.build(), person().build())).isEmpty();
        assertThat(Eligible.since(SAFE, home.build(), null)).isEmpty();
        assertThat(Eligible.since(MEETING, home.build(), null)).isEmpty();
    }

    private static ResidentBuilder person() {
        return aResident("Vi Thị Lan").registeredOn(REGISTERED);
    }
}
