package vn.toso.api.household;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.toso.api.trail.AboutCitizens;
import vn.toso.domain.household.Classification;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;

/**
 * A household (hộ) with its residents.
 *
 * @param hamletId where it lives now
 * @param addressNote how to find the door
 * @param phones ten digits each; not unique
 * @param connectivity what was seen at the door; absent while nobody asked
 * @param location coarse: three decimals of a degree
 * @param residents everybody there is or was; who left has {@code leftOn}
 * @param services state by service code; a service nobody worked on has no entry
 * @param visitedFirstOn day of the first live visit
 * @param visitedLastOn day of the latest live visit
 * @param stays the hamlets it lived in, the last one being {@code hamletId}
 * @param generated true for demo data, else absent
 */
record HouseholdResponse(
        HouseholdId id,
        AreaId hamletId,
        String headName,
        @Nullable String addressNote,
        List<String> phones,
        Set<Classification> classifications,
        @Nullable Connectivity connectivity,
        @Nullable Place location,
        List<ResidentResponse> residents,
        Map<String, ServiceStateResponse> services,
        @Nullable LocalDate visitedFirstOn,
        @Nullable LocalDate visitedLastOn,
        List<Stay> stays,
        @Nullable Boolean generated,
        long version)
        implements AboutCitizens {

    /** In one order, so that a repeat is answered byte for byte alike. */
    HouseholdResponse {
        classifications = new TreeSet<>(classifications);
    }

    @Override
    public Stream<UUID> households() {
        return Stream.of(id.value());
    }

    /** Missing is never "no": each part is absent until somebody asked. */
    record Connectivity(
            @Nullable Boolean smartphone, @Nullable Boolean fibre) {}

    record Place(double latitude, double longitude) {}

    /**
     * @param from first day there
     * @param to first day away; absent while it stays
     */
    record Stay(AreaId hamletId, LocalDate from, @Nullable LocalDate to) {}
}
