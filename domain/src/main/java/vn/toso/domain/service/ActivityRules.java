package vn.toso.domain.service;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.problem.FieldErrors;

/** Whether what somebody logged is something that the service can have. */
public final class ActivityRules {

    private ActivityRules() {}

    /**
     * Notes what does not fit.
     *
     * @param pointer to the activity, such as {@code /activities/0}
     * @param step null when none was named
     * @param reason null when none was named
     * @param ofResident whether the activity names a resident
     * @param ofHousehold whether the visit was made to a household
     */
    public static void check(
            String pointer,
            Service service,
            Outcome outcome,
            @Nullable String step,
            @Nullable BlockReason reason,
            boolean ofResident,
            boolean ofHousehold,
            FieldErrors errors) {
        errors.check(service.active(), pointer + "/service", "not-offered");
        errors.check(ofHousehold != service.unit().isOfHamlet(), pointer + "/service", "wrong-place");
        checkResident(pointer + "/residentId", service, ofResident, errors);
        boolean allowed = service.outcomes().contains(outcome);
        errors.check(
                allowed,
                pointer + "/outcome",
                "not-allowed",
                service.outcomes().stream().sorted().toList());
        checkStep(pointer + "/step", service, outcome, step, errors);
        checkReason(pointer + "/reason", outcome, reason, errors);
    }

    private static void checkResident(String pointer, Service service, boolean named, FieldErrors errors) {
        boolean wanted = service.unit().isOfResident();
        errors.check(named || !wanted, pointer, "required");
        errors.check(!named || wanted, pointer, "not-wanted");
    }

    /**
     * The step is what somebody worked on: the last one is what achieving means. Of alternatives each is an achievement,
     * so the answer must be named.
     */
    private static void checkStep(
            String pointer, Service service, Outcome outcome, @Nullable String step, FieldErrors errors) {
        List<String> steps = service.steps();
        boolean achieved = outcome == Outcome.ACHIEVED;
        if (step == null) {
            errors.check(!achieved || !service.alternatives(), pointer, "required");
        } else if (!steps.contains(step)) {
            errors.add(pointer, "not-allowed", steps);
        } else if (service.alternatives()) {
            errors.check(achieved, pointer, "not-wanted");
        } else if (!service.unit().isOfHamlet()) {
            boolean last = step.equals(steps.get(steps.size() - 1));
            errors.check(last || !achieved, pointer, "not-last-step");
        }
    }

    private static void checkReason(String pointer, Outcome outcome, @Nullable BlockReason reason, FieldErrors errors) {
        boolean blocked = outcome == Outcome.BLOCKED;
        errors.check(!blocked || reason != null, pointer, "required");
        errors.check(blocked || reason == null, pointer, "not-wanted");
    }
}
