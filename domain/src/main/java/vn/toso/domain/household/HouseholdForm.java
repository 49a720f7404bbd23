package vn.toso.domain.household;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.household.Household.Connectivity;
import vn.toso.domain.problem.FieldErrors;
import vn.toso.domain.text.Wording;

/**
 * What people may say of a household.
 *
 * @param addressNote null when not said
 * @param phones any way of writing mobile numbers
 * @param connectivity null when nobody asked
 * @param location null when not said
 */
public record HouseholdForm(
        @Nullable String headName,
        @Nullable String addressNote,
        List<String> phones,
        Set<Classification> classifications,
        @Nullable Connectivity connectivity,
        @Nullable Location location) {

    /** What two people can change beside each other. */
    static final Merge<HouseholdForm> FIELDS = new Merge<>(Map.of(
            "headName", HouseholdForm::headName,
            "addressNote", HouseholdForm::addressNote,
            "phones", HouseholdForm::phones,
            "classifications", HouseholdForm::classifications,
            "connectivity/smartphone", form -> form.seen().smartphone(),
            "connectivity/fibre", form -> form.seen().fibre(),
            "location", HouseholdForm::location));

    private static final Connectivity UNASKED = new Connectivity(null, null);

    public HouseholdForm {
        phones = List.copyOf(phones);
        classifications = classifications.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(classifications));
    }

    /** What is said of a household now: what a change starts from. */
    public static HouseholdForm of(Household household) {
        return new HouseholdForm(
                household.headName(),
                household.addressNote(),
                household.phones(),
                household.classifications(),
                household.connectivity(),
                household.location());
    }

    /** This form, but in these fields as it is in the other one. */
    HouseholdForm with(Set<String> fields, HouseholdForm other) {
        Connectivity seen = new Connectivity(
                (fields.contains("connectivity/smartphone") ? other : this)
                        .seen()
                        .smartphone(),
                (fields.contains("connectivity/fibre") ? other : this).seen().fibre());
        return new HouseholdForm(
                (fields.contains("headName") ? other : this).headName,
                (fields.contains("addressNote") ? other : this).addressNote,
                (fields.contains("phones") ? other : this).phones,
                (fields.contains("classifications") ? other : this).classifications,
                seen.equals(UNASKED) ? null : seen,
                (fields.contains("location") ? other : this).location);
    }

    private Connectivity seen() {
        return connectivity == null ? UNASKED : connectivity;
    }

    /** The form as it is kept, with what is wrong noted. */
    HouseholdForm checked(FieldErrors errors) {
        String name = Wording.name(headName, "/headName", errors);
        String note = Wording.note(addressNote, "/addressNote", errors);
        List<String> numbers = Wording.phones(phones, "/phones", errors);
        if (location != null) {
            errors.check(isWithin(location.latitude(), 90), "/location/latitude", "range", -90, 90);
            errors.check(isWithin(location.longitude(), 180), "/location/longitude", "range", -180, 180);
        }
        return new HouseholdForm(name, note, numbers, classifications, asked(), location);
    }

    /** Two unanswered questions are the same as none asked. */
    private @Nullable Connectivity asked() {
        boolean none = connectivity != null && connectivity.smartphone() == null && connectivity.fibre() == null;
        return none ? null : connectivity;
    }

    private static boolean isWithin(double degrees, int most) {
        return degrees >= -most && degrees <= most;
    }
}
