package vn.toso.domain.household;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.service.ServiceState;

/**
 * A person of a household (nhân khẩu).
 *
 * @param relation to the head, such as {@code chủ hộ}, {@code vợ}, {@code con}; null when not said
 * @param birthYear null when not said: then only services without an age limit count the person as eligible
 * @param pupil whether school fees are paid for the person
 * @param registeredOn day of registration, in Asia/Ho_Chi_Minh
 * @param leftOn first day on which the person no longer belongs to the household; null while they do
 * @param services state by service code; derived from visits, never set by hand
 * @param fieldVersions the last change of each field since registration, in versions of the household
 * @param asRegistered digest of what the person was registered with: tells a repeat of that request from another one; 0
 *     for none
 */
public record Resident(
        ResidentId id,
        String name,
        @Nullable Integer birthYear,
        @Nullable String relation,
        boolean pupil,
        List<Consent> consents,
        LocalDate registeredOn,
        @Nullable LocalDate leftOn,
        Map<String, ServiceState> services,
        Map<String, LastChange> fieldVersions,
        long asRegistered) {

    /** Older documents know no last changes. */
    public Resident {
        fieldVersions = Household.orNone(fieldVersions);
    }

    /** In the place of a digest: the person was erased, and nobody is to come back under that id. */
    private static final long ERASED = -1;

    /** What stays of somebody who was erased: the id, so that what a phone still says of it is known to be late. */
    static Resident erased(ResidentId id, LocalDate day) {
        return new Resident(id, "", null, null, false, List.of(), day, day, Map.of(), Map.of(), ERASED);
    }

    public boolean isErased() {
        return asRegistered == ERASED;
    }

    /** Whether the person is, or by the birth year may be, younger than that; who didn't say when they were born isn't. */
    public boolean mayBeUnder(int age, LocalDate today) {
        return birthYear != null && today.getYear() - birthYear <= age;
    }

    /** The latest word on a purpose; null when none was said. */
    public Consent.@Nullable Decision lastWordOn(String purpose) {
        return consents.stream()
                .filter(word -> word.purpose().equals(purpose))
                .max(Comparator.comparing(Consent::at))
                .map(Consent::decision)
                .orElse(null);
    }

    public boolean belongsOn(LocalDate day) {
        return !day.isBefore(registeredOn) && (leftOn == null || day.isBefore(leftOn));
    }

    public Resident withServices(Map<String, ServiceState> states) {
        return new Resident(
                id,
                name,
                birthYear,
                relation,
                pupil,
                consents,
                registeredOn,
                leftOn,
                states,
                fieldVersions,
                asRegistered);
    }

    Resident withConsents(List<Consent> words) {
        return new Resident(
                id,
                name,
                birthYear,
                relation,
                pupil,
                words,
                registeredOn,
                leftOn,
                services,
                fieldVersions,
                asRegistered);
    }

    /**
     * The same person with what somebody says now, normalised before.
     *
     * @param version of the household that this makes
     */
    Resident saying(ResidentForm said, long version, Hand by) {
        return new Resident(
                id,
                Objects.requireNonNull(said.name()),
                said.birthYear(),
                said.relation(),
                said.pupil(),
                consents,
                registeredOn,
                said.leftOn(),
                services,
                Merge.noted(fieldVersions, ResidentForm.FIELDS.changed(ResidentForm.of(this), said), version, by),
                asRegistered);
    }
}
