package vn.toso.domain.household;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.problem.FieldErrors;
import vn.toso.domain.text.Wording;

/**
 * What people may say of a resident.
 *
 * @param birthYear null when not said
 * @param relation to the head; null when not said
 * @param pupil whether school fees are paid for the person
 * @param leftOn first day on which the person no longer belongs to the household; null while they do
 */
public record ResidentForm(
        @Nullable String name,
        @Nullable Integer birthYear,
        @Nullable String relation,
        boolean pupil,
        @Nullable LocalDate leftOn) {

    /** What two people can change beside each other. */
    static final Merge<ResidentForm> FIELDS = new Merge<>(Map.of(
            "name", ResidentForm::name,
            "birthYear", ResidentForm::birthYear,
            "relation", ResidentForm::relation,
            "pupil", ResidentForm::pupil,
            "leftOn", ResidentForm::leftOn));

    static final int EARLIEST_BIRTH = 1900;
    private static final int LONGEST_RELATION = 40;

    /** What is said of a resident now: what a change starts from. */
    public static ResidentForm of(Resident resident) {
        return new ResidentForm(
                resident.name(), resident.birthYear(), resident.relation(), resident.pupil(), resident.leftOn());
    }

    /** The same without a word on how the person is related to others. */
    ResidentForm withoutRelation() {
        return new ResidentForm(name, birthYear, null, pupil, leftOn);
    }

    /** The same with the first day away; null takes the person back. */
    public ResidentForm leaving(@Nullable LocalDate day) {
        return new ResidentForm(name, birthYear, relation, pupil, day);
    }

    /** This form, but in these fields as it is in the other one. */
    ResidentForm with(Set<String> fields, ResidentForm other) {
        return new ResidentForm(
                (fields.contains("name") ? other : this).name,
                (fields.contains("birthYear") ? other : this).birthYear,
                (fields.contains("relation") ? other : this).relation,
                (fields.contains("pupil") ? other : this).pupil,
                (fields.contains("leftOn") ? other : this).leftOn);
    }

    /**
     * The form as it is kept, with what is wrong noted.
     *
     * @param at pointer to the resident in the request: empty, or such as {@code /residents/0}
     * @param registeredOn since when the person is registered
     */
    ResidentForm checked(String at, LocalDate registeredOn, LocalDate today, FieldErrors errors) {
        String checkedName = Wording.name(name, at + "/name", errors);
        String checkedRelation = Wording.text(relation, at + "/relation", LONGEST_RELATION, errors);
        boolean lived = birthYear == null || (birthYear >= EARLIEST_BIRTH && birthYear <= today.getYear());
        errors.check(lived, at + "/birthYear", "range", EARLIEST_BIRTH, today.getYear());
        boolean left = leftOn == null || (!leftOn.isBefore(registeredOn) && !leftOn.isAfter(today));
        errors.check(left, at + "/leftOn", "range", registeredOn, today);
        return new ResidentForm(checkedName, birthYear, checkedRelation, pupil, leftOn);
    }
}
