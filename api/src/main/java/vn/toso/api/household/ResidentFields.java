package vn.toso.api.household;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What can be changed of a resident; null takes a value away.
 *
 * @param relation to the head: chủ hộ, vợ, con …
 * @param pupil whether school fees are paid for the person; null means no
 * @param leftOn first day on which the person no longer belongs to the household; null takes the person back
 */
record ResidentFields(
        @Nullable String name,
        @Nullable Integer birthYear,
        @Nullable String relation,
        @Nullable Boolean pupil,
        @Nullable LocalDate leftOn) {}
