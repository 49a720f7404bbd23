package vn.toso.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.toso.domain.change.DuplicateDocument;
import vn.toso.domain.change.StaleVersion;
import vn.toso.domain.id.MutationId;
import vn.toso.domain.id.VisitId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;

class DecisionTest {

    private static final Mutation VOID = mutation(new Work.VoidsVisit(new VisitId(UUID.randomUUID()), "nhầm"));

    private static Mutation mutation(Work work) {
        return new Mutation(new MutationId(UUID.randomUUID()), "visit.void", null, null, "{}", work);
    }

    private static Verdict verdict(Throwable failure) {
        return Decision.of(VOID, failure).verdict();
    }

    @ParameterizedTest
    @EnumSource(
            value = ProblemCode.class,
            names = {"MALFORMED", "INVALID", "FORBIDDEN", "TOO_LARGE"})
    void what_breaks_a_rule_is_rejected(ProblemCode code) {
        assertThat(verdict(Problem.of(code, code.code()))).isEqualTo(Verdict.REJECTED);
    }

    @Test
    void what_somebody_changed_before_is_in_conflict() {
        assertThat(verdict(Problem.of(ProblemCode.CONFLICT, "conflict.visit-exists")))
                .isEqualTo(Verdict.CONFLICT);
        assertThat(verdict(Problem.of(ProblemCode.VERSION_MISMATCH, "version-mismatch")))
                .isEqualTo(Verdict.CONFLICT);
        assertThat(verdict(new DuplicateDocument("visit", "1"))).isEqualTo(Verdict.CONFLICT);
        assertThat(verdict(new StaleVersion("visit", "1", 1))).isEqualTo(Verdict.CONFLICT);
    }

    @Test
    void what_may_be_there_for_somebody_else_waits_for_a_leader() {
        assertThat(verdict(Problem.notFound("household"))).isEqualTo(Verdict.QUARANTINED);
        assertThat(verdict(Problem.notFound("resident"))).isEqualTo(Verdict.REJECTED);
    }

    @Test
    void what_cannot_be_read_is_rejected_whatever_is_wrong_with_it() {
        Problem unknown = Problem.notFound("household");

        assertThat(Decision.of(mutation(new Work.Unreadable(unknown)), unknown).verdict())
                .isEqualTo(Verdict.REJECTED);
    }

    @Test
    void a_fault_of_ours_keeps_the_work_and_harms_no_other() {
        assertThat(verdict(new IllegalStateException("ours"))).isEqualTo(Verdict.REJECTED);
    }

    @Test
    void what_says_nothing_about_the_work_is_for_the_phone_to_send_again() {
        assertThatThrownBy(() -> verdict(Problem.of(ProblemCode.UNAVAILABLE, "unavailable")))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> verdict(Problem.of(ProblemCode.TOO_MANY_REQUESTS, "too-many-requests")))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> verdict(Problem.of(ProblemCode.CONFLICT, "conflict.busy")))
                .isInstanceOfSatisfying(
                        Problem.class, busy -> assertThat(busy.code()).isEqualTo(ProblemCode.UNAVAILABLE));
        assertThatThrownBy(() -> verdict(new MongoTimeoutException("gone"))).isInstanceOf(MongoTimeoutException.class);
        assertThatThrownBy(() -> verdict(new OutOfMemoryError())).isInstanceOf(OutOfMemoryError.class);
    }
}
