package vn.toso.api.service;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.household.Classification;
import vn.toso.domain.service.Outcome;
import vn.toso.domain.service.ServiceUnit;

/**
 * A row of the catalogue as the province wants it.
 *
 * @param unit what one count is; cannot change once the row is there
 * @param eligible who counts in the denominator; absent means every unit
 * @param steps the steps an activity may name, in their order; the last one is what {@code ACHIEVED} means
 * @param alternatives whether the steps are answers of which each is an achievement by itself; absent means no
 * @param outcomes what may come of an activity; absent means any outcome
 * @param headline the headline that it feeds; absent for none
 * @param active false takes it off the list of what is offered; absent means true
 */
record ServiceRequest(
        String nameVi,
        String nameEn,
        ServiceUnit unit,
        @Nullable Eligible eligible,
        List<String> steps,
        @Nullable Boolean alternatives,
        @Nullable List<Outcome> outcomes,
        @Nullable String headline,
        @Nullable Boolean active) {

    /**
     * Every part that is given must hold.
     *
     * @param minAge in full years; absent for any age
     * @param after code of the service that must be achieved before
     * @param classifications one of which the household must have; absent for any household
     * @param pupilsOnly only residents marked as fee-paying pupils; absent means no
     */
    record Eligible(
            @Nullable Integer minAge,
            @Nullable String after,
            @Nullable List<Classification> classifications,
            @Nullable Boolean pupilsOnly) {}
}
