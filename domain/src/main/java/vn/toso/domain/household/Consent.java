package vn.toso.domain.household;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.MemberId;

/**
 * A resident's word on one purpose. There is no default yes.
 *
 * @param purpose such as {@code service-support}
 * @param at when it was said; by a phone whose clock was ahead, or lost, when the server heard of it
 * @param reportedAt the time as the phone sent it, where that is not {@code at}; else null
 * @param how such as {@code spoken-at-door}, {@code signed-form}
 * @param noticeVersion version of the privacy notice that was shown
 * @param representative who said it for a child, and by what right; null for who spoke for themselves
 */
public record Consent(
        String purpose,
        Decision decision,
        Instant at,
        @Nullable Instant reportedAt,
        String how,
        MemberId recordedBy,
        String noticeVersion,
        @Nullable String representative) {

    /** That visits may say for whom something was done; without it they are counted, of nobody. */
    public static final String SERVICE_SUPPORT = "service-support";

    /** Below this age a representative speaks (Law 91/2025/QH15). */
    public static final int OF_AGE = 16;

    /** A word whose time nobody doubts, of somebody who spoke for themselves. */
    public Consent(
            String purpose, Decision decision, Instant at, String how, MemberId recordedBy, String noticeVersion) {
        this(purpose, decision, at, null, how, recordedBy, noticeVersion, null);
    }

    /** Whether this is the same word, said once more over a network that repeats. */
    boolean isSame(Consent other) {
        return asReported().equals(other.asReported());
    }

    /** Whether the same was said in the same way, at whatever time. */
    boolean isSameButForTime(Consent other) {
        return purpose.equals(other.purpose)
                && decision == other.decision
                && how.equals(other.how)
                && recordedBy.equals(other.recordedBy)
                && noticeVersion.equals(other.noticeVersion)
                && Objects.equals(representative, other.representative);
    }

    private Consent asReported() {
        return new Consent(
                purpose,
                decision,
                reportedAt == null ? at : reportedAt,
                null,
                how,
                recordedBy,
                noticeVersion,
                representative);
    }

    public enum Decision {
        GIVEN,
        REFUSED,
        WITHDRAWN
    }
}
