package vn.toso.api.household;

import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.ResidentId;

/**
 * A person to add to a household.
 *
 * @param id made by the phone (UUIDv7), so that sending again makes nobody twice
 * @param birthYear absent when not said: then services with an age limit don't count the person
 * @param relation to the head: chủ hộ, vợ, con …
 * @param pupil whether school fees are paid for the person; absent means no
 */
record ResidentRequest(
        ResidentId id,
        String name,
        @Nullable Integer birthYear,
        @Nullable String relation,
        @Nullable Boolean pupil) {}
