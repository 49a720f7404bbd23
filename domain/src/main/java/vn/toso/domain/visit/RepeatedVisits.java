package vn.toso.domain.visit;

import static vn.toso.domain.visit.RecordVisit.membersOf;
import static vn.toso.domain.visit.RecordVisit.tidied;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.change.DuplicateDocument;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.id.VisitId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.storage.GroupCommit.Outcome;
import vn.toso.domain.visit.RecordVisit.Command;
import vn.toso.domain.visit.RecordVisit.Recorded;

/** Tells repeats of visits from other visits under their ids. */
final class RepeatedVisits {

    private final Visits visits;

    RepeatedVisits(Visits visits) {
        this.visits = visits;
    }

    /**
     * What became of each, also of those that were taken in before; those are in the log then.
     *
     * @param commands in the order of {@code outcomes}
     */
    Mono<List<Outcome<Recorded>>> tell(Actor actor, List<Command> commands, List<Outcome<Visit>> outcomes) {
        List<VisitId> doubtful = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            if (mayBeRepeat(outcomes.get(i))) {
                doubtful.add(commands.get(i).id());
            }
        }
        return doubtful.isEmpty()
                ? Mono.just(told(actor, commands, outcomes, Map.of()))
                : visits.collection()
                        .findAll(doubtful)
                        .collectMap(Visit::id)
                        .flatMap(before -> logged(told(actor, commands, outcomes, before)));
    }

    private static boolean mayBeRepeat(Outcome<Visit> outcome) {
        return outcome instanceof Outcome.Failed<Visit> failed
                && (failed.cause() instanceof DuplicateDocument || failed.cause() instanceof Problem);
    }

    private static List<Outcome<Recorded>> told(
            Actor actor, List<Command> commands, List<Outcome<Visit>> outcomes, Map<VisitId, Visit> before) {
        List<Outcome<Recorded>> told = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            Command command = commands.get(i);
            told.add(told(actor, command, outcomes.get(i), before.get(command.id())));
        }
        return told;
    }

    /** When there was nothing under the id before, the failure stands; so does that of another visit under it. */
    private static Outcome<Recorded> told(
            Actor actor, Command command, Outcome<Visit> outcome, @Nullable Visit before) {
        if (outcome instanceof Outcome.Done<Visit> done) {
            return new Outcome.Done<>(new Recorded(done.result(), false));
        }
        Throwable failure = ((Outcome.Failed<Visit>) outcome).cause();
        if (before == null || !mayBeRepeat(outcome)) {
            return new Outcome.Failed<>(failure);
        }
        if (isSame(actor, command, before)) {
            return new Outcome.Done<>(new Recorded(before, true));
        }
        return new Outcome.Failed<>(
                failure instanceof DuplicateDocument
                        ? Problem.of(ProblemCode.CONFLICT, "conflict.visit-exists")
                        : failure);
    }

    private Mono<List<Outcome<Recorded>>> logged(List<Outcome<Recorded>> told) {
        List<Visit> repeated = told.stream()
                .flatMap(outcome -> outcome.value().stream())
                .filter(Recorded::repeated)
                .map(Recorded::visit)
                .toList();
        return visits.collection().ensureLogged(repeated).thenReturn(told);
    }

    /** Compares what was sent, not what the server made of it. */
    private static boolean isSame(Actor actor, Command command, Visit stored) {
        return Objects.equals(stored.householdId(), command.householdId())
                && (command.householdId() != null || stored.hamletId().equals(command.hamletId()))
                && stored.members().equals(membersOf(actor, command))
                && stored.reportedAt().equals(command.occurredAt())
                && Objects.equals(stored.durationMinutes(), command.durationMinutes())
                && Objects.equals(stored.location(), command.location())
                && areSame(
                        command.activities().stream().map(RecordVisit::tidied).toList(), stored.activities())
                && Objects.equals(stored.note(), tidied(command.note()))
                && Objects.equals(stored.taskId(), command.taskId())
                && Objects.equals(stored.supersedes(), command.supersedes());
    }

    /** What was done for somebody who may not be named was stored as done for nobody. */
    private static boolean areSame(List<Activity> sent, List<Activity> stored) {
        if (sent.size() != stored.size()) {
            return false;
        }
        for (int i = 0; i < sent.size(); i++) {
            Activity said = ResidentId.NOBODY.equals(stored.get(i).residentId())
                    ? sent.get(i).anonymous()
                    : sent.get(i);
            if (!said.equals(stored.get(i))) {
                return false;
            }
        }
        return true;
    }
}
