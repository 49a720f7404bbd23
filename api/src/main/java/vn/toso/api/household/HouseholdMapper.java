package vn.toso.api.household;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;
import vn.toso.domain.household.Classification;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.HouseholdForm;
import vn.toso.domain.household.NewResident;
import vn.toso.domain.household.RecordConsent;
import vn.toso.domain.household.RegisterHousehold;
import vn.toso.domain.household.Resident;
import vn.toso.domain.household.ResidentForm;
import vn.toso.domain.household.TransferHousehold;

/** Between a household on the wire and a household on file. */
@Mapper
interface HouseholdMapper {

    @Mapping(target = "form", source = "request")
    @Mapping(target = "residents", qualifiedByName = "nobodyIfAbsent")
    RegisterHousehold.Command toCommand(HouseholdRequest request);

    @Mapping(target = "phones", qualifiedByName = "noneIfAbsent")
    @Mapping(target = "classifications", qualifiedByName = "noClassIfAbsent")
    HouseholdForm toForm(HouseholdRequest request);

    @Mapping(target = "phones", qualifiedByName = "noneIfAbsent")
    @Mapping(target = "classifications", qualifiedByName = "noClassIfAbsent")
    HouseholdForm toForm(HouseholdFields fields);

    HouseholdFields toFields(HouseholdForm form);

    @Mapping(target = "form", source = "request")
    NewResident toResident(ResidentRequest request);

    @Mapping(target = "pupil", defaultValue = "false")
    @Mapping(target = "leftOn", ignore = true)
    @Mapping(target = "leaving", ignore = true)
    ResidentForm toForm(ResidentRequest request);

    @Mapping(target = "pupil", defaultValue = "false")
    @Mapping(target = "leaving", ignore = true)
    ResidentForm toForm(ResidentFields fields);

    ResidentFields toFields(ResidentForm form);

    TransferHousehold.Command toCommand(TransferRequest request);

    RecordConsent.Command toCommand(ConsentRequest request);

    @Mapping(target = "version", source = "revision.version")
    @Mapping(target = "residents", qualifiedByName = "people")
    @Mapping(target = "generated", source = "generated", qualifiedByName = "trueOrAbsent")
    HouseholdResponse toResponse(Household household);

    /** Without those who were erased: nobody is to see that there was somebody. */
    @Named("people")
    default List<ResidentResponse> people(List<Resident> residents) {
        return residents.stream()
                .filter(resident -> !resident.isErased())
                .map(this::toResponse)
                .toList();
    }

    ResidentResponse toResponse(Resident resident);

    default @Nullable Instant toInstant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    @Named("nobodyIfAbsent")
    default List<NewResident> nobodyIfAbsent(@Nullable List<ResidentRequest> residents) {
        return residents == null
                ? List.of()
                : residents.stream().map(this::toResident).toList();
    }

    @Named("noneIfAbsent")
    default List<String> noneIfAbsent(@Nullable List<String> phones) {
        return phones == null ? List.of() : phones;
    }

    @Named("noClassIfAbsent")
    default Set<Classification> noClassIfAbsent(@Nullable List<Classification> classifications) {
        return classifications == null ? Set.of() : Set.copyOf(classifications);
    }

    @Named("trueOrAbsent")
    default @Nullable Boolean trueOrAbsent(boolean generated) {
        return generated ? Boolean.TRUE : null;
    }
}
