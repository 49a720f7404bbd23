package vn.toso.domain.task;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.toso.domain.service.Outcome;
import vn.toso.domain.visit.Activity;
import vn.toso.domain.visit.Visit;

/** Whether visits did what a task wants: a pure function of the task and the live visits to its place. */
final class WorkDone {

    private WorkDone() {}

    /**
     * The task as the visits leave it: completed by the visit that brought the last wanted service, whoever made it;
     * open again when the visit that completed it no longer counts; else as it was. What a person completed or
     * cancelled stays.
     *
     * @param live the visits that count, as they took place; those received before the task was given don't
     */
    static Task judge(Task task, List<Visit> live) {
        boolean byVisit = task.completedByVisit() != null;
        if (!task.state().isOpen() && !byVisit) {
            return task;
        }
        Optional<Visit> completing = completing(task, live);
        if (completing.isEmpty()) {
            return byVisit ? task.reopened() : task;
        }
        Visit visit = completing.get();
        boolean known =
                visit.id().equals(task.completedByVisit()) && visit.occurredAt().equals(task.completedAt());
        return known ? task : task.completed(visit.occurredAt(), visit.id());
    }

    /**
     * Whether a visit that was just taken in or withdrawn can change the judgement at all: that saves reading every visit
     * to a place for most of those that come.
     */
    static boolean mayMatter(Task task, Visit visit) {
        if (visit.voided() != null || visit.supersedes() != null) {
            return true;
        }
        boolean inTime = task.completedAt() == null || !visit.occurredAt().isAfter(task.completedAt());
        boolean wanted = task.services().isEmpty()
                || visit.activities().stream()
                        .filter(activity -> activity.outcome() == Outcome.ACHIEVED)
                        .anyMatch(activity -> task.services().contains(activity.service()));
        return inTime && wanted;
    }

    private static Optional<Visit> completing(Task task, List<Visit> live) {
        Set<String> missing = new HashSet<>(task.services());
        for (Visit visit : live) {
            if (visit.receivedAt().isBefore(task.assignedAt())) {
                continue;
            }
            visit.activities().stream()
                    .filter(activity -> activity.outcome() == Outcome.ACHIEVED)
                    .map(Activity::service)
                    .forEach(missing::remove);
            if (missing.isEmpty() && (!task.services().isEmpty() || isWanted(task, visit))) {
                return Optional.of(visit);
            }
        }
        return Optional.empty();
    }

    /**
     * Whether the visit itself is what a task without services wants: that somebody was met, or for a survey and for
     * free work, which no one can guess from a visit, that the visit was made for this task.
     */
    private static boolean isWanted(Task task, Visit visit) {
        return switch (task.kind()) {
            case VISIT_HOUSEHOLD, FOLLOW_UP, HOLD_MEETING -> visit.metSomebody();
            case SURVEY_HAMLET, FREE -> task.id().equals(visit.taskId());
        };
    }
}
