package vn.toso.domain.service;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who counts in a service's denominator, as data. Every part that is given must hold; a unit that achieved the service
 * is eligible in any case.
 *
 * @param minAge in full years at the end of the year of birth's anniversary: a person of birth year {@code y} counts from
 *     1 January of {@code y + minAge} on; null for any age
 * @param after code of the service that must be achieved before; null for none
 * @param classifications one of which the household must have; empty for any household
 * @param pupilsOnly only residents marked as fee-paying pupils
 */
public record Eligibility(
        @Nullable Integer minAge, @Nullable String after, List<String> classifications, boolean pupilsOnly) {

    public static final Eligibility ANY = new Eligibility(null, null, List.of(), false);
}
