package vn.toso.api.household;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.household.Classification;

/**
 * What can be changed of a household; null takes a value away.
 *
 * @param addressNote how to find the door
 * @param phones all of them from now on
 * @param classifications all of them from now on
 * @param connectivity what was seen at the door
 * @param location coarse: kept to three decimals of a degree
 */
record HouseholdFields(
        @Nullable String headName,
        @Nullable String addressNote,
        @Nullable List<String> phones,
        @Nullable List<Classification> classifications,
        HouseholdRequest.@Nullable Connectivity connectivity,
        HouseholdRequest.@Nullable Place location) {}
