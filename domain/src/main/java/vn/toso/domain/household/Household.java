package vn.toso.domain.household;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.service.ServiceState;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.text.Listed;
import vn.toso.domain.text.Vietnamese;

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
 * @param words what it is found by: {@code Vietnamese.searchWords} of the head's and the residents' names
 * @param fieldVersions the last change of each field since registration, by its pointer without the slash in front
 * @param asRegistered digest of what it was registered with: tells a repeat of that request from another one; 0 for none
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
        Map<String, LastChange> fieldVersions,
        long asRegistered,
        boolean generated)
        implements Versioned<Household>, Listed {

    /** Missing is never "no": each part is null until somebody asked. */
    public record Connectivity(
            @Nullable Boolean smartphone, @Nullable Boolean fibre) {}

    /** Older documents know no last changes. */
    public Household {
        fieldVersions = orNone(fieldVersions);
    }

    /** None where there are none on file. */
    static Map<String, LastChange> orNone(@Nullable Map<String, LastChange> onFile) {
        return onFile == null ? Map.of() : onFile;
    }

    /** What a household is found by: the names of its head and of everybody who belongs to it. */
    static List<String> wordsOf(String headName, List<Resident> residents) {
        Stream<String> names =
                residents.stream().filter(r -> r.leftOn() == null).map(Resident::name);
        return Vietnamese.searchWords(Stream.concat(Stream.of(headName), names).toList());
    }

    /** Day of registration, in Asia/Ho_Chi_Minh. */
    public LocalDate registeredOn() {
        return stays.get(0).from();
    }

    /** Where it lived on a day; empty before it was registered. */
    public Optional<AreaId> hamletOn(LocalDate day) {
        return stays.stream()
                .filter(stay -> stay.holdsOn(day))
                .map(Stay::hamletId)
                .findFirst();
    }

    /** Those who weren't erased, present or not. */
    public List<Resident> people() {
        return residents.stream().filter(resident -> !resident.isErased()).toList();
    }

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
        Draft next = new Draft(this);
        next.residents = residents.stream()
                .map(resident ->
                        resident.isErased() ? resident : resident.withServices(ofResident.apply(resident.id())))
                .toList();
        next.services = ofHousehold;
        next.visitedFirstOn = firstVisitOn;
        next.visitedLastOn = lastVisitOn;
        return next.household();
    }

    /** The same household with what somebody says now, normalised before. */
    Household saying(HouseholdForm said, Hand by) {
        Draft next = new Draft(this);
        next.form = said;
        next.fieldVersions = Merge.noted(
                fieldVersions, HouseholdForm.FIELDS.changed(HouseholdForm.of(this), said), revision.version() + 1, by);
        return next.named().household();
    }

    /** The same household with this person, in place of who has the same id or behind the others. */
    Household with(Resident changed) {
        Draft next = new Draft(this);
        next.residents = resident(changed.id()).isEmpty()
                ? Stream.concat(residents.stream(), Stream.of(changed)).toList()
                : residents.stream()
                        .map(r -> r.id().equals(changed.id()) ? changed : r)
                        .toList();
        return next.named().household();
    }

    /** The same household in another hamlet. */
    Household movedTo(AreaId hamlet, List<Stay> nextStays) {
        Draft next = new Draft(this);
        next.hamletId = hamlet;
        next.stays = nextStays;
        next.leftHamlet = hamletId;
        return next.household();
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
                fieldVersions,
                asRegistered,
                generated);
    }

    /** The next version in the making; it took the household out of no hamlet unless said so. */
    private static final class Draft {
        private final Household from;
        private HouseholdForm form;
        private AreaId hamletId;
        private List<Resident> residents;
        private Map<String, ServiceState> services;
        private @Nullable LocalDate visitedFirstOn;
        private @Nullable LocalDate visitedLastOn;
        private List<Stay> stays;
        private @Nullable AreaId leftHamlet;
        private String sortKey;
        private List<String> words;
        private Map<String, LastChange> fieldVersions;

        Draft(Household from) {
            this.from = from;
            this.form = HouseholdForm.of(from);
            this.hamletId = from.hamletId;
            this.residents = from.residents;
            this.services = from.services;
            this.visitedFirstOn = from.visitedFirstOn;
            this.visitedLastOn = from.visitedLastOn;
            this.stays = from.stays;
            this.sortKey = from.sortKey;
            this.words = from.words;
            this.fieldVersions = from.fieldVersions;
        }

        /** After names changed. */
        Draft named() {
            String headName = Objects.requireNonNull(form.headName());
            sortKey = Vietnamese.sortKey(headName);
            words = wordsOf(headName, residents);
            return this;
        }

        Household household() {
            return new Household(
                    from.id,
                    from.revision,
                    hamletId,
                    Objects.requireNonNull(form.headName()),
                    form.addressNote(),
                    form.phones(),
                    form.classifications(),
                    form.connectivity(),
                    form.location(),
                    residents,
                    services,
                    visitedFirstOn,
                    visitedLastOn,
                    stays,
                    leftHamlet,
                    sortKey,
                    words,
                    fieldVersions,
                    from.asRegistered,
                    from.generated);
        }
    }
}
