package vn.toso.domain.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.toso.domain.service.Outcome.ACHIEVED;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.TestWorld.DATA_OFFICER;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH;
import static vn.toso.domain.world.TestWorld.NOW;
import static vn.toso.domain.world.TestWorld.THUY;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.VisitBuilder.aVisit;
import static vn.toso.domain.world.WorkingWorld.await;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.VisitId;
import vn.toso.domain.problem.FieldError;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.team.Member;
import vn.toso.domain.world.TestWorld;
import vn.toso.domain.world.WorkingWorld;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VoidVisitTest {

    private WorkingWorld world;
    private Household household;

    @BeforeAll
    void open() {
        world = WorkingWorld.open("VoidVisit", TestWorld.CLOCK);
        household = world.people.put(aHousehold("Vi Văn Thông")).get(0);
    }

    @AfterAll
    void close() {
        world.close();
    }

    private VisitId visit(String word) {
        Visit visit = aVisit(word).to(household).did("PAY_BILL", ACHIEVED).build();
        return world.put(world.visits.collection(), List.of(visit)).get(0).id();
    }

    private Visit withdraw(Member by, VisitId id, String reason) {
        return await(world.voidVisit.withdraw(actor(by), id, reason, null));
    }

    private Problem refusal(Member by, VisitId id, String reason) {
        return catchThrowableOfType(Problem.class, () -> withdraw(by, id, reason));
    }

    @Test
    void who_made_a_visit_takes_it_back_and_it_stays_on_file() {
        Visit voided = withdraw(LAN, visit("one"), " nhầm hộ ");

        assertThat(voided.voided()).isEqualTo(new Visit.Voided("nhầm hộ", LAN.id(), NOW));
        assertThat(voided.revision().version()).isEqualTo(2);
        assertThat(await(world.visits.get(actor(LAN), voided.id()))).isEqualTo(voided);
    }

    @Test
    void taking_back_twice_changes_nothing() {
        VisitId id = visit("twice");
        Visit first = withdraw(LAN, id, "nhầm hộ");

        assertThat(withdraw(LAN, id, "lý do khác")).isEqualTo(first);
        assertThat(await(world.voidVisit.withdraw(actor(LAN), id, "nhầm hộ", 1L)))
                .isEqualTo(first);
    }

    @Test
    void a_visit_that_changed_since_it_was_seen_is_left_alone() {
        VisitId id = visit("seen in another version");

        Problem problem = catchThrowableOfType(
                Problem.class, () -> await(world.voidVisit.withdraw(actor(LAN), id, "nhầm hộ", 7L)));

        assertThat(problem.code()).isEqualTo(ProblemCode.VERSION_MISMATCH);
        assertThat(await(world.voidVisit.withdraw(actor(LAN), id, "nhầm hộ", 1L))
                        .voided())
                .isNotNull();
    }

    @Test
    void a_leader_of_the_place_may_a_colleague_may_not() {
        VisitId id = visit("of Lan");

        assertThat(refusal(MINH, id, "không phải của tôi").code()).isEqualTo(ProblemCode.FORBIDDEN);
        assertThat(refusal(DATA_OFFICER, id, "số liệu").code()).isEqualTo(ProblemCode.FORBIDDEN);
        assertThat(withdraw(HOA, id, "kiểm tra lại").voided().by()).isEqualTo(HOA.id());
    }

    @Test
    void a_visit_out_of_scope_looks_like_none() {
        VisitId id = visit("elsewhere");

        assertThat(refusal(THUY, id, "nhầm"))
                .hasMessage(refusal(THUY, aVisit("nowhere").id(), "nhầm").getMessage())
                .extracting(Problem::code)
                .isEqualTo(ProblemCode.NOT_FOUND);
    }

    @Test
    void a_reason_is_required() {
        VisitId id = visit("unreasoned");

        assertThat(refusal(LAN, id, " ").errors()).containsExactly(FieldError.of("/reason", "required"));
        assertThat(refusal(LAN, id, "x".repeat(501)).errors())
                .containsExactly(FieldError.of("/reason", "too-long", 500));
    }
}
