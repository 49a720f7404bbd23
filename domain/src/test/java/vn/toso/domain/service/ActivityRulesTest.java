package vn.toso.domain.service;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.service.BlockReason.NO_SIGNAL;
import static vn.toso.domain.service.Outcome.ABSENT;
import static vn.toso.domain.service.Outcome.ACHIEVED;
import static vn.toso.domain.service.Outcome.ASSISTED;
import static vn.toso.domain.service.Outcome.BLOCKED;
import static vn.toso.domain.service.Outcome.REFERRED;
import static vn.toso.domain.world.TestCatalogue.DEVICE;
import static vn.toso.domain.world.TestCatalogue.MEETING;
import static vn.toso.domain.world.TestCatalogue.PAY_BILL;
import static vn.toso.domain.world.TestCatalogue.PAY_FEES;
import static vn.toso.domain.world.TestCatalogue.VNEID_2;
import static vn.toso.domain.world.TestCatalogue.aService;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.toso.domain.problem.FieldErrors;

class ActivityRulesTest {

    @Test
    void the_last_step_or_none_is_an_achievement() {
        assertThat(ofPerson(VNEID_2, ACHIEVED, "issued", null)).isEmpty();
        assertThat(ofPerson(VNEID_2, ACHIEVED, null, null)).isEmpty();
        assertThat(ofPerson(VNEID_2, ACHIEVED, "referred", null)).containsExactly("/a/step not-last-step");
    }

    @Test
    void short_of_an_achievement_any_step_may_be_what_was_worked_on() {
        assertThat(ofPerson(VNEID_2, REFERRED, "referred", null)).isEmpty();
        assertThat(ofPerson(VNEID_2, BLOCKED, "issued", NO_SIGNAL)).isEmpty();
        assertThat(ofPerson(VNEID_2, ASSISTED, "opened", null)).containsExactly("/a/step not-allowed");
    }

    @Test
    void a_survey_names_its_answer_and_nothing_else() {
        assertThat(ofHousehold(DEVICE, ACHIEVED, "no", null)).isEmpty();
        assertThat(ofHousehold(DEVICE, ACHIEVED, null, null)).containsExactly("/a/step required");
        assertThat(ofHousehold(DEVICE, ABSENT, "no", null)).containsExactly("/a/step not-wanted");
        assertThat(ofHousehold(DEVICE, ABSENT, null, null)).isEmpty();
        assertThat(ofHousehold(DEVICE, ASSISTED, null, null)).containsExactly("/a/outcome not-allowed");
    }

    @Test
    void a_block_says_why_and_nothing_else_does() {
        assertThat(ofHousehold(PAY_BILL, BLOCKED, null, null)).containsExactly("/a/reason required");
        assertThat(ofHousehold(PAY_BILL, ABSENT, null, NO_SIGNAL)).containsExactly("/a/reason not-wanted");
        assertThat(ofHousehold(PAY_BILL, BLOCKED, null, NO_SIGNAL)).isEmpty();
    }

    @Test
    void services_of_persons_name_one_and_services_of_households_do_not() {
        assertThat(ofHousehold(PAY_FEES, ACHIEVED, null, null)).containsExactly("/a/residentId required");
        assertThat(ofPerson(PAY_BILL, ACHIEVED, null, null)).containsExactly("/a/residentId not-wanted");
    }

    @Test
    void a_meeting_is_no_visit_to_a_household() {
        assertThat(ofHousehold(MEETING, ACHIEVED, "held", null)).containsExactly("/a/service wrong-place");
        assertThat(ofHamlet(MEETING, ACHIEVED, "held", null)).isEmpty();
        assertThat(ofHamlet(MEETING, ABSENT, null, null)).containsExactly("/a/outcome not-allowed");
        assertThat(ofHamlet(PAY_BILL, ACHIEVED, null, null)).containsExactly("/a/service wrong-place");
    }

    @Test
    void what_is_no_longer_offered_is_not_logged() {
        Service gone = aService("OLD", ServiceUnit.HOUSEHOLD).notOffered().build();

        assertThat(ofHousehold(gone, ACHIEVED, null, null)).containsExactly("/a/service not-offered");
    }

    private static List<String> ofPerson(Service service, Outcome outcome, String step, BlockReason reason) {
        return errors(service, outcome, step, reason, true, true);
    }

    private static List<String> ofHousehold(Service service, Outcome outcome, String step, BlockReason reason) {
        return errors(service, outcome, step, reason, false, true);
    }

    private static List<String> ofHamlet(Service service, Outcome outcome, String step, BlockReason reason) {
        return errors(service, outcome, step, reason, false, false);
    }

    private static List<String> errors(
            Service service, Outcome outcome, String step, BlockReason reason, boolean resident, boolean household) {
        FieldErrors errors = new FieldErrors();
        ActivityRules.check("/a", service, outcome, step, reason, resident, household, errors);
        return errors.list().stream()
                .map(error -> error.pointer() + " " + error.code())
                .toList();
    }
}
