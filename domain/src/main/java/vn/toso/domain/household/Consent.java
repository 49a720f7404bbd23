package vn.toso.domain.household;

import java.time.Instant;
import vn.toso.domain.id.MemberId;

/**
 * A resident's word on one purpose. There is no default yes.
 *
 * @param purpose such as {@code service-support}
 * @param how such as {@code spoken-at-door}, {@code signed-form}
 * @param noticeVersion version of the privacy notice that was shown
 */
public record Consent(
        String purpose, Decision decision, Instant at, String how, MemberId recordedBy, String noticeVersion) {

    public enum Decision {
        GIVEN,
        REFUSED,
        WITHDRAWN
    }
}
