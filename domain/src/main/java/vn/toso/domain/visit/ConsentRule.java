package vn.toso.domain.visit;

import org.jspecify.annotations.Nullable;
import vn.toso.domain.household.Consent;

/** When a visit may say for whom something was done; else it is counted, of nobody. */
public enum ConsentRule {
    /** After the person said yes: Law 91/2025/QH15 knows no yes by default. */
    ASK_FIRST,
    /** As long as the person didn't say no; for an operator with another ground in law. */
    UNLESS_REFUSED;

    /** @param said the person's latest word; null when none was said */
    boolean allowsNaming(Consent.@Nullable Decision said) {
        return said == Consent.Decision.GIVEN || (said == null && this == UNLESS_REFUSED);
    }
}
