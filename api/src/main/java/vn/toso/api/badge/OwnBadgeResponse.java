package vn.toso.api.badge;

import java.time.Instant;
import java.util.List;

/**
 * What to show to a citizen, as a QR code of the address {@code /v1/badges/<code>}.
 *
 * @param codes the present one first, then those to come: each is to be shown for its quarter of an hour
 */
record OwnBadgeResponse(List<Code> codes) {

    record Code(String code, Instant from, Instant until) {}
}
