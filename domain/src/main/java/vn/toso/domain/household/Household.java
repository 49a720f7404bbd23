package vn.toso.domain.household;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.service.ServiceState;
import vn.toso.domain.storage.Revision;

/**
 * A household (hộ) with its residents.
 *
 * @param hamletId where it lives now; the only area that documents about people carry
 * @param headName name of the head of household
 * @param addressNote how to find the door; null when not said
 * @param phones ten digits each; not unique
 * @param connectivity what was seen at the door; null when nobody asked
 * @param location coarse; null when not said
 * @param services state of household-level services by code; derived from visits
 * @param visitedFirstOn day of the first live visit; null when none
 * @param visitedLastOn day of the latest live visit; null when none
 * @param stays the hamlets it lived in, the last one being {@code hamletId}; the first one's {@code from} is the day of
 *     registration
 * @param leftHamlet the hamlet that this version moved it out of; null for every other version
 * @param sortKey given name of the head first, folded: the order of lists
 * @param words folded words of the head's and the residents' names, for search
 */
public record Household(
        @BsonId HouseholdId id,
        Revision revision,
        AreaId hamletId,
        String headName,
        @Nullable String addressNote,
        List<String> phones,
        Set<Classification> classifications,
        @Nullable Connectivity connectivity,
        @Nullable Location location,
        List<Resident> residents,
        Map<String, ServiceState> services,
        @Nullable LocalDate visitedFirstOn,
        @Nullable LocalDate visitedLastOn,
        List<Stay> stays,
        @Nullable AreaId leftHamlet,
        String sortKey,
        List<String> words,
        boolean generated)
        implements Versioned<Household> {

    /** Missing is never "no": each part is null until somebody asked. */
    public record Connectivity(
            @Nullable Boolean smartphone, @Nullable Boolean fibre) {}

    public Optional<Resident> resident(ResidentId resident) {
        return residents.stream().filter(r -> r.id().equals(resident)).findFirst();
    }

    /**
     * The same household with what its visits add up to.
     *
     * @param ofResident the states of each resident
     */
    public Household withProgress(
            Function<ResidentId, Map<String, ServiceState>> ofResident,
            Map<String, ServiceState> ofHousehold,
            @Nullable LocalDate firstVisitOn,
            @Nullable LocalDate lastVisitOn) {
        return new Household(
                id,
                revision,
                hamletId,
                headName,
                addressNote,
                phones,
                classifications,
                connectivity,
                location,
                residents.stream()
                        .map(resident -> resident.withServices(ofResident.apply(resident.id())))
                        .toList(),
                ofHousehold,
                firstVisitOn,
                lastVisitOn,
                stays,
                null,
                sortKey,
                words,
                generated);
    }

    @Override
    public HouseholdId key() {
        return id;
    }

    @Override
    public AreaId hamlet() {
        return hamletId;
    }

    @Override
    public Household revised(Revision next) {
        return new Household(
                id,
                next,
                hamletId,
                headName,
                addressNote,
                phones,
                classifications,
                connectivity,
                location,
                residents,
                services,
                visitedFirstOn,
                visitedLastOn,
                stays,
                leftHamlet,
                sortKey,
                words,
                generated);
    }
}
