package vn.toso.domain.visit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.problem.FieldError;
import vn.toso.domain.problem.FieldErrors;
import vn.toso.domain.service.ActivityRules;
import vn.toso.domain.service.Catalogue;
import vn.toso.domain.service.Service;
import vn.toso.domain.service.ServiceUnit;
import vn.toso.domain.text.Sensitive;

/** What a visit must satisfy, given what is on file. Finds every broken rule, not just the first. */
final class VisitChecks {

    static final int MOST_ACTIVITIES = 60;
    static final int LONGEST_NOTE = 1_000;
    static final int LONGEST_VISIT_MINUTES = 1_440;
    static final int MOST_COMPANIONS = 20;
    static final int MOST_ATTENDANCE = 10_000;

    private final RecordVisit.Command command;
    private final Surroundings surroundings;
    private final Catalogue catalogue;
    private final FieldErrors errors = new FieldErrors();

    private VisitChecks(RecordVisit.Command command, Surroundings surroundings, Catalogue catalogue) {
        this.command = command;
        this.surroundings = surroundings;
        this.catalogue = catalogue;
    }

    static List<FieldError> of(RecordVisit.Command command, Surroundings surroundings, Catalogue catalogue) {
        VisitChecks checks = new VisitChecks(command, surroundings, catalogue);
        checks.frame();
        if (checks.isAtOnePlace()) {
            checks.references();
            for (int i = 0; i < command.activities().size(); i++) {
                checks.activity("/activities/" + i, command.activities().get(i));
            }
        }
        return checks.errors.list();
    }

    private void frame() {
        int activities = command.activities().size();
        errors.check(activities >= 1 && activities <= MOST_ACTIVITIES, "/activities", "size", 1, MOST_ACTIVITIES);
        errors.check(command.memberIds().size() <= MOST_COMPANIONS, "/members", "size", 0, MOST_COMPANIONS);
        checkNote("/note", command.note());
        checkRange("/durationMinutes", command.durationMinutes(), LONGEST_VISIT_MINUTES);
    }

    /** Whether the visit is to a household or to a hamlet, without which nothing else can be judged. */
    private boolean isAtOnePlace() {
        boolean household = command.householdId() != null;
        boolean hamlet = command.hamletId() != null;
        errors.check(household || hamlet, "/householdId", "required");
        errors.check(!household || !hamlet, "/hamletId", "not-wanted");
        return household != hamlet;
    }

    private void references() {
        if (command.taskId() != null) {
            boolean fits = surroundings
                    .task()
                    .filter(task -> isHere(task.hamletId(), task.householdId()))
                    .isPresent();
            errors.check(fits, "/taskId", "unknown-task");
        }
        if (command.supersedes() != null) {
            // A correction may arrive before what it corrects, so an unknown visit is no error.
            boolean fits = surroundings
                    .corrected()
                    .map(visit -> isHere(visit.hamletId(), visit.householdId()))
                    .orElse(true);
            errors.check(fits && !command.supersedes().equals(command.id()), "/supersedes", "unknown-visit");
        }
    }

    /** Whether something else is about the same door, or for a session about the same hamlet. */
    private boolean isHere(AreaId hamlet, @Nullable HouseholdId household) {
        return command.householdId() == null
                ? household == null && hamlet.equals(command.hamletId())
                : command.householdId().equals(household);
    }

    private void activity(String at, Activity activity) {
        checkNote(at + "/note", activity.note());
        Service service = catalogue.find(activity.service()).orElse(null);
        if (service == null) {
            errors.add(at + "/service", "unknown-service", activity.service());
            return;
        }
        ActivityRules.check(
                at,
                service,
                activity.outcome(),
                activity.step(),
                activity.reason(),
                activity.residentId() != null,
                command.householdId() != null,
                errors);
        checkResident(at + "/residentId", activity.residentId());
        checkAttendance(at + "/attendance", activity, service.unit());
    }

    private void checkResident(String pointer, @Nullable ResidentId resident) {
        boolean fits = resident == null
                || resident.equals(ResidentId.NOBODY)
                || surroundings.door().map(door -> door.has(resident)).orElse(true);
        errors.check(fits, pointer, "unknown-resident");
    }

    private void checkAttendance(String pointer, Activity activity, ServiceUnit unit) {
        if (unit == ServiceUnit.SESSION) {
            checkRange(pointer, activity.attendance(), MOST_ATTENDANCE);
        } else {
            errors.check(activity.attendance() == null, pointer, "not-wanted");
        }
    }

    private void checkNote(String pointer, @Nullable String note) {
        errors.check(note == null || note.length() <= LONGEST_NOTE, pointer, "too-long", LONGEST_NOTE);
        Sensitive.check(note, pointer, errors);
    }

    private void checkRange(String pointer, @Nullable Integer number, int most) {
        errors.check(number == null || (number >= 0 && number <= most), pointer, "range", 0, most);
    }
}
