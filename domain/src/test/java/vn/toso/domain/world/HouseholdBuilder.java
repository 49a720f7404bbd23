package vn.toso.domain.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.area.Area;
import vn.toso.domain.household.Classification;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.HouseholdForm;
import vn.toso.domain.household.Location;
import vn.toso.domain.household.RegisterHousehold;
import vn.toso.domain.household.Resident;
import vn.toso.domain.household.Stay;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.service.Outcome;
import vn.toso.domain.service.ServiceState;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.text.Vietnamese;

/** A household in the making, in Lan's hamlet since 2020: {@code aHousehold("Vi Văn Thông").in(hamlet).with(aResident("…"))}. */
public final class HouseholdBuilder {

    private final String headName;
    private HouseholdId id;
    private AreaId hamlet = TestWorld.XOM_1.id();
    private LocalDate since = AreaBuilder.ALWAYS;
    private final List<ResidentBuilder> residents = new ArrayList<>();
    private final Set<Classification> classifications = EnumSet.noneOf(Classification.class);
    private final Map<String, ServiceState> services = new HashMap<>();
    private final List<String> phones = new ArrayList<>();
    private @Nullable LocalDate visitedOn;
    private Household.@Nullable Connectivity connectivity;
    private @Nullable String addressNote;
    private @Nullable Location location;

    private HouseholdBuilder(String headName) {
        this.headName = headName;
        this.id = Names.household(headName);
    }

    public static HouseholdBuilder aHousehold(String headName) {
        return new HouseholdBuilder(headName);
    }

    public HouseholdBuilder id(HouseholdId known) {
        this.id = known;
        return this;
    }

    public HouseholdBuilder in(Area home) {
        return in(home.id());
    }

    public HouseholdBuilder in(AreaId home) {
        this.hamlet = home;
        return this;
    }

    public HouseholdBuilder since(LocalDate day) {
        this.since = day;
        return this;
    }

    public HouseholdBuilder with(ResidentBuilder... people) {
        residents.addAll(List.of(people));
        return this;
    }

    public HouseholdBuilder classified(Classification... as) {
        classifications.addAll(List.of(as));
        return this;
    }

    public HouseholdBuilder phones(String... numbers) {
        phones.addAll(List.of(numbers));
        return this;
    }

    public HouseholdBuilder achieved(String service, LocalDate on) {
        services.put(service, States.of(Outcome.ACHIEVED, on));
        return this;
    }

    public HouseholdBuilder visitedOn(LocalDate day) {
        this.visitedOn = day;
        return this;
    }

    public HouseholdBuilder connected(Household.Connectivity seen) {
        this.connectivity = seen;
        return this;
    }

    /** How to find it. */
    public HouseholdBuilder door(String note, Location place) {
        this.addressNote = note;
        this.location = place;
        return this;
    }

    public Household build() {
        List<Resident> people = residents.stream().map(ResidentBuilder::build).toList();
        Stream<String> names = people.stream().filter(r -> r.leftOn() == null).map(Resident::name);
        return new Household(
                id,
                Revision.NONE,
                hamlet,
                headName,
                addressNote,
                List.copyOf(phones),
                Set.copyOf(classifications),
                connectivity,
                location,
                people,
                Map.copyOf(services),
                visitedOn,
                visitedOn,
                List.of(new Stay(hamlet, since, null)),
                null,
                Vietnamese.sortKey(headName),
                Vietnamese.searchWords(Stream.concat(Stream.of(headName), names).toList()),
                Map.of(),
                0,
                true);
    }

    /** The same household as a phone registers it. */
    public RegisterHousehold.Command asCommand() {
        HouseholdForm form = new HouseholdForm(headName, null, phones, classifications, null, null);
        return new RegisterHousehold.Command(
                id, hamlet, form, residents.stream().map(ResidentBuilder::asNew).toList());
    }
}
