package vn.toso.api.household;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.household.Consent;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.ResidentId;

/**
 * A person of a household (nhân khẩu).
 *
 * @param relation to the head: chủ hộ, vợ, con …
 * @param pupil whether school fees are paid for the person
 * @param consents the person's word on each purpose, the latest last
 * @param leftOn first day on which the person no longer belongs to the household
 * @param services state by service code; a service nobody worked on has no entry
 */
record ResidentResponse(
        ResidentId id,
        String name,
        @Nullable Integer birthYear,
        @Nullable String relation,
        boolean pupil,
        List<Said> consents,
        LocalDate registeredOn,
        @Nullable LocalDate leftOn,
        Map<String, ServiceStateResponse> services) {

    /**
     * A word on one purpose.
     *
     * @param reportedAt the time as the phone sent it, where its clock was wrong; else absent
     * @param representative who said it for a child, and by what right; else absent
     */
    record Said(
            String purpose,
            Consent.Decision decision,
            Instant at,
            @Nullable Instant reportedAt,
            String how,
            MemberId recordedBy,
            String noticeVersion,
            @Nullable String representative) {}
}
