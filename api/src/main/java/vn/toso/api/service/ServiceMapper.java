package vn.toso.api.service;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;
import vn.toso.domain.household.Classification;
import vn.toso.domain.service.Eligibility;
import vn.toso.domain.service.Outcome;
import vn.toso.domain.service.Service;
import vn.toso.domain.service.ServiceForm;

/** Between a row of the catalogue on the wire and on file. */
@Mapper
interface ServiceMapper {

    @Mapping(target = "version", source = "revision.version")
    ServiceResponse toResponse(Service service);

    @Mapping(target = "eligible", qualifiedByName = "anyIfAbsent")
    @Mapping(target = "outcomes", qualifiedByName = "allIfAbsent")
    @Mapping(target = "alternatives", defaultValue = "false")
    @Mapping(target = "active", defaultValue = "true")
    ServiceForm toForm(ServiceRequest request);

    @Named("anyIfAbsent")
    default Eligibility toEligibility(ServiceRequest.@Nullable Eligible eligible) {
        if (eligible == null) {
            return Eligibility.ANY;
        }
        List<Classification> classes = eligible.classifications() == null ? List.of() : eligible.classifications();
        return new Eligibility(
                eligible.minAge(),
                eligible.after(),
                classes.stream().map(Enum::name).toList(),
                Boolean.TRUE.equals(eligible.pupilsOnly()));
    }

    @Named("allIfAbsent")
    default Set<Outcome> allIfAbsent(@Nullable List<Outcome> outcomes) {
        return outcomes == null ? EnumSet.allOf(Outcome.class) : Set.copyOf(outcomes);
    }
}
