package vn.toso.api.household;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.toso.api.json.MergePatch;
import vn.toso.api.json.StrictReader;
import vn.toso.api.sync.Reading;
import vn.toso.api.sync.WorkReader;
import vn.toso.domain.area.Days;
import vn.toso.domain.household.HouseholdForm;
import vn.toso.domain.household.ResidentForm;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.sync.Work;

/**
 * Households and residents in push. A body is that of REST, and beside its fields stand the ids that REST has in its
 * address.
 */
@Component
final class HouseholdWork implements WorkReader {

    private static final String HOUSEHOLD = "householdId";
    private static final String RESIDENT = "residentId";

    /** Whose household. */
    record Door(HouseholdId householdId) {}

    /** Who. */
    record Person(HouseholdId householdId, ResidentId residentId) {}

    /** @param leftOn first day away; absent for the day on which it was noted */
    record Leaving(@Nullable LocalDate leftOn) {}

    private final StrictReader strict;
    private final MergePatch merge;
    private final HouseholdMapper mapper;

    HouseholdWork(StrictReader strict, MergePatch merge, HouseholdMapper mapper) {
        this.strict = strict;
        this.merge = merge;
        this.mapper = mapper;
    }

    @Override
    public Map<String, Reading> kinds() {
        return Map.of(
                "household.register",
                (body, at, base) ->
                        new Work.RegistersHousehold(mapper.toCommand(strict.read(body, HouseholdRequest.class))),
                "household.amend",
                (body, at, base) -> amendsHousehold(body),
                "resident.add",
                (body, at, base) -> addsResident(body),
                "resident.amend",
                (body, at, base) -> amendsResident(body),
                "resident.leave",
                (body, at, base) -> leavesHousehold(body, at),
                "consent.record",
                (body, at, base) -> recordsConsent(body, at));
    }

    private Work amendsHousehold(JsonNode body) {
        ObjectNode rest = strict.object(body);
        Door door = strict.take(rest, Door.class, HOUSEHOLD);
        UnaryOperator<HouseholdForm> change =
                form -> mapper.toForm(merge.apply(mapper.toFields(form), rest, HouseholdFields.class));
        return new Work.AmendsHousehold(door.householdId(), change);
    }

    private Work addsResident(JsonNode body) {
        ObjectNode rest = strict.object(body);
        Door door = strict.take(rest, Door.class, HOUSEHOLD);
        return new Work.AddsResident(door.householdId(), mapper.toResident(strict.read(rest, ResidentRequest.class)));
    }

    private Work amendsResident(JsonNode body) {
        ObjectNode rest = strict.object(body);
        Person person = strict.take(rest, Person.class, HOUSEHOLD, RESIDENT);
        UnaryOperator<ResidentForm> change =
                form -> mapper.toForm(merge.apply(mapper.toFields(form), rest, ResidentFields.class));
        return new Work.AmendsResident(person.householdId(), person.residentId(), change);
    }

    private Work leavesHousehold(JsonNode body, @Nullable OffsetDateTime at) {
        ObjectNode rest = strict.object(body);
        Person person = strict.take(rest, Person.class, HOUSEHOLD, RESIDENT);
        LocalDate said = strict.read(rest, Leaving.class).leftOn();
        return new Work.LeavesHousehold(person.householdId(), person.residentId(), said == null ? dayOf(at) : said);
    }

    private static LocalDate dayOf(@Nullable OffsetDateTime at) {
        if (at == null) {
            throw Problem.invalid("/leftOn", "required");
        }
        return Days.of(at.toInstant());
    }

    private Work recordsConsent(JsonNode body, @Nullable OffsetDateTime at) {
        ObjectNode rest = strict.object(body);
        Person person = strict.take(rest, Person.class, HOUSEHOLD, RESIDENT);
        ConsentRequest said = strict.read(rest, ConsentRequest.class);
        OffsetDateTime when = said.at() == null ? at : said.at();
        if (when == null) {
            // Without a time a repeat could not be told from another word.
            throw Problem.invalid("/at", "required");
        }
        ConsentRequest dated = new ConsentRequest(
                said.purpose(), said.decision(), when, said.how(), said.noticeVersion(), said.representative());
        return new Work.RecordsConsent(person.householdId(), person.residentId(), mapper.toCommand(dated));
    }
}
