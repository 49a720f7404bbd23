package vn.toso.api.household;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.household.Consent;

/**
 * A resident's word on one purpose. There is no default yes.
 *
 * @param purpose such as {@code service-support}
 * @param at when it was said; absent means now
 * @param how such as {@code spoken-at-door}, {@code signed-form}
 * @param noticeVersion version of the privacy notice that was shown
 */
record ConsentRequest(
        String purpose,
        Consent.Decision decision,
        @Nullable OffsetDateTime at,
        String how,
        String noticeVersion,
        @Nullable String representative) {}
