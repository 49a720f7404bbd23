package vn.toso.api.household;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.household.Classification;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;

/**
 * A household as a phone registers it.
 *
 * @param id made by the phone (UUIDv7), so that sending again makes nothing twice
 * @param hamletId where it lives
 * @param headName name of the head of household
 * @param addressNote how to find the door
 * @param phones not unique; kept as ten digits each
 * @param classifications what it is registered as
 * @param connectivity what was seen at the door
 * @param location coarse: kept to three decimals of a degree
 * @param residents everybody who lives there, the head among them
 */
record HouseholdRequest(
        HouseholdId id,
        AreaId hamletId,
        String headName,
        @Nullable String addressNote,
        @Nullable List<String> phones,
        @Nullable List<Classification> classifications,
        @Nullable Connectivity connectivity,
        @Nullable Place location,
        @Nullable List<ResidentRequest> residents) {

    /** Each part is absent until somebody asked. */
    record Connectivity(
            @Nullable Boolean smartphone, @Nullable Boolean fibre) {}

    /** A coarse place: WGS 84 degrees. */
    record Place(Double latitude, Double longitude) {}
}
