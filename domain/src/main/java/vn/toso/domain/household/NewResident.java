package vn.toso.domain.household;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.problem.FieldErrors;

/**
 * A resident as a phone registers one.
 *
 * @param id made by the phone
 */
public record NewResident(@Nullable ResidentId id, ResidentForm form) {

    /** The same, with what is wrong noted. */
    NewResident checked(String at, LocalDate today, FieldErrors errors) {
        errors.require(id, at + "/id");
        errors.check(form.leftOn() == null, at + "/leftOn", "not-wanted");
        return new NewResident(id, form.leaving(null).checked(at, today, today, errors));
    }

    Resident toResident(LocalDate today) {
        return new Resident(
                Objects.requireNonNull(id),
                Objects.requireNonNull(form.name()),
                form.birthYear(),
                form.relation(),
                form.pupil(),
                List.of(),
                today,
                null,
                Map.of(),
                Map.of(),
                digest());
    }

    /** Tells a repeat of a registration from another one. */
    long digest() {
        return Digest.of(id, form.name(), form.birthYear(), form.relation(), form.pupil());
    }
}
