package vn.toso.domain.service;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.problem.FieldErrors;
import vn.toso.domain.text.Wording;

/** What the province says of a service; see {@link Service} for what each part means. */
public record ServiceForm(
        @Nullable String nameVi,
        @Nullable String nameEn,
        @Nullable ServiceUnit unit,
        Eligibility eligible,
        List<String> steps,
        boolean alternatives,
        Set<Outcome> outcomes,
        @Nullable String headline,
        boolean active) {

    private static final Pattern STEP = Pattern.compile("[a-z][a-z0-9-]{0,29}");
    private static final int MOST_STEPS = 10;
    private static final int OLDEST_LIMIT = 120;

    public ServiceForm {
        steps = List.copyOf(steps);
        outcomes = outcomes.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(outcomes));
    }

    /** What is said of a service now: what a change starts from. */
    public static ServiceForm of(Service service) {
        return new ServiceForm(
                service.nameVi(),
                service.nameEn(),
                service.unit(),
                service.eligible(),
                service.steps(),
                service.alternatives(),
                service.outcomes(),
                service.headline(),
                service.active());
    }

    /** The form as it is kept, with what is wrong with it by itself noted. */
    ServiceForm checked(FieldErrors errors) {
        String vi = Wording.name(nameVi, "/nameVi", errors);
        String en = Wording.name(nameEn, "/nameEn", errors);
        errors.require(unit, "/unit");
        checkSteps(errors);
        errors.check(outcomes.contains(Outcome.ACHIEVED), "/outcomes", "achieved-missing");
        errors.check(headline == null || STEP.matcher(headline).matches(), "/headline", "key");
        checkEligible(errors);
        return new ServiceForm(vi, en, unit, eligible, steps, alternatives, outcomes, headline, active);
    }

    private void checkSteps(FieldErrors errors) {
        errors.check(!steps.isEmpty(), "/steps", "required");
        errors.check(steps.size() <= MOST_STEPS, "/steps", "too-many", MOST_STEPS);
        errors.check(!alternatives || steps.size() > 1, "/steps", "alternatives");
        for (int i = 0; i < steps.size(); i++) {
            errors.check(STEP.matcher(steps.get(i)).matches(), "/steps/" + i, "key");
            errors.check(steps.indexOf(steps.get(i)) == i, "/steps/" + i, "duplicate");
        }
    }

    private void checkEligible(FieldErrors errors) {
        Integer age = eligible.minAge();
        errors.check(age == null || (age >= 0 && age <= OLDEST_LIMIT), "/eligible/minAge", "range", 0, OLDEST_LIMIT);
        boolean ofResident = unit == null || unit.isOfResident();
        errors.check(age == null || ofResident, "/eligible/minAge", "residents-only");
        errors.check(!eligible.pupilsOnly() || ofResident, "/eligible/pupilsOnly", "residents-only");
    }
}
