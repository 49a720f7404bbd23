package vn.toso.api.service;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.service.Outcome;
import vn.toso.domain.service.ServiceUnit;

/**
 * A row of the catalogue.
 *
 * @param unit what one count is
 * @param eligible who counts in the denominator
 * @param steps the steps an activity may name, in their order; the last one is what {@code ACHIEVED} means
 * @param alternatives whether the steps are answers (yes, no) of which each is an achievement by itself
 * @param outcomes what may come of an activity
 * @param headline the headline that it feeds; absent for none
 * @param active false for a row that is no longer offered
 * @param source {@code reference} or {@code operator}
 */
record ServiceResponse(
        String code,
        String nameVi,
        String nameEn,
        ServiceUnit unit,
        Eligible eligible,
        List<String> steps,
        boolean alternatives,
        Set<Outcome> outcomes,
        @Nullable String headline,
        boolean active,
        String source,
        long version) {

    /** In one order, so that a repeat is answered byte for byte alike. */
    ServiceResponse {
        outcomes = new TreeSet<>(outcomes);
    }

    /**
     * Every part that is given must hold.
     *
     * @param minAge in full years; absent for any age
     * @param after code of the service that must be achieved before
     * @param classifications one of which the household must have; empty for any household
     * @param pupilsOnly only residents marked as fee-paying pupils
     */
    record Eligible(
            @Nullable Integer minAge, @Nullable String after, List<String> classifications, boolean pupilsOnly) {}
}
