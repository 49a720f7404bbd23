package vn.toso.domain.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toso.domain.id.SubjectRequestId;
import vn.toso.domain.privacy.SubjectRequest.Kind;
import vn.toso.domain.privacy.SubjectRequest.State;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.world.Names;
import vn.toso.domain.world.TestWorld;

/** When a request is overdue: here one to acknowledge by Tuesday 24/11/2026 and to do by Monday 30/11/2026. */
class SubjectRequestTest {

    @ParameterizedTest
    @CsvSource({
        "RECEIVED, 2026-11-24T23:59:59.999+07:00, false",
        "RECEIVED, 2026-11-25T00:00:00+07:00, true",
        "RECEIVED, 2026-12-01T00:00:00+07:00, true",
        "ACKNOWLEDGED, 2026-11-25T00:00:00+07:00, false",
        "ACKNOWLEDGED, 2026-11-30T23:59:59.999+07:00, false",
        "ACKNOWLEDGED, 2026-12-01T00:00:00+07:00, true",
        "DONE, 2026-12-01T00:00:00+07:00, false",
        "REFUSED, 2026-12-01T00:00:00+07:00, false"
    })
    void what_is_open_is_overdue_when_the_last_day_of_a_term_is_over_in_vietnam(
            State state, Instant now, boolean overdue) {
        assertThat(in(state).isOverdue(now)).isEqualTo(overdue);
    }

    private static SubjectRequest in(State state) {
        return new SubjectRequest(
                new SubjectRequestId(Names.uuid("đơn")),
                Revision.NONE,
                TestWorld.XOM_1.id(),
                Names.household("Moong Thị Xuyến"),
                Asking.HER,
                Kind.ACCESS,
                "at-door",
                null,
                null,
                TestWorld.HOA.id(),
                TestWorld.NOW,
                LocalDate.of(2026, 11, 24),
                LocalDate.of(2026, 11, 30),
                state,
                null,
                null,
                null,
                null,
                null);
    }
}
