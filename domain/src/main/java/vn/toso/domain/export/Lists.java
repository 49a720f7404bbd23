package vn.toso.domain.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.area.Days;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.Household.Connectivity;
import vn.toso.domain.service.Outcome;
import vn.toso.domain.task.Task;
import vn.toso.domain.visit.Visit;

/** The columns of each list of documents. Nobody's location is in any, nor who of a household was met. */
final class Lists {

    private Lists() {}

    static List<Column<Visit>> visits(Naming naming) {
        List<Column<Visit>> columns = new ArrayList<>(List.of(
                new Column<>("id", visit -> naming.id(visit.id())),
                new Column<>("hamletId", visit -> visit.hamletId().toString()),
                new Column<>("hamlet", visit -> naming.hamlet(visit.hamletId())),
                new Column<>("commune", visit -> naming.commune(visit.hamletId())),
                new Column<>("householdId", visit -> naming.id(visit.householdId())),
                new Column<>("memberIds", visit -> naming.ids(visit.members())),
                new Column<>("occurredOn", Visit::day),
                new Column<>("receivedOn", visit -> Days.of(visit.receivedAt())),
                new Column<>("durationMinutes", Visit::durationMinutes),
                new Column<>("activities", Lists::activities),
                new Column<>("supersedes", visit -> naming.id(visit.supersedes())),
                new Column<>("voided", visit -> visit.voided() != null)));
        if (naming.isPersonal()) {
            columns.add(new Column<>("occurredAt", Visit::occurredAt));
            columns.add(new Column<>("note", Visit::note));
        }
        return columns;
    }

    private static String activities(Visit visit) {
        return visit.activities().stream()
                .map(activity -> activity.service() + "=" + activity.outcome())
                .collect(Collectors.joining(";"));
    }

    static List<Column<Household>> households(Naming naming) {
        List<Column<Household>> columns = new ArrayList<>(List.of(
                new Column<>("id", household -> naming.id(household.id())),
                new Column<>("hamletId", household -> household.hamletId().toString()),
                new Column<>("hamlet", household -> naming.hamlet(household.hamletId())),
                new Column<>("commune", household -> naming.commune(household.hamletId())),
                new Column<>("registeredOn", Household::registeredOn),
                new Column<>("residents", Lists::residents),
                new Column<>("classifications", Lists::classifications),
                new Column<>("smartphone", household -> smartphone(household.connectivity())),
                new Column<>("fibre", household -> fibre(household.connectivity())),
                new Column<>("visitedFirstOn", Household::visitedFirstOn),
                new Column<>("visitedLastOn", Household::visitedLastOn),
                new Column<>("services", household -> Naming.states(household.services())),
                new Column<>("residentsAchieved", Lists::residentsAchieved)));
        if (naming.isPersonal()) {
            columns.add(new Column<>("headName", Household::headName));
            columns.add(new Column<>("phones", household -> String.join(";", household.phones())));
            columns.add(new Column<>("addressNote", Household::addressNote));
        }
        return columns;
    }

    private static Long residents(Household household) {
        return household.residents().stream()
                .filter(resident -> resident.leftOn() == null)
                .count();
    }

    private static String classifications(Household household) {
        return household.classifications().stream().map(Enum::name).sorted().collect(Collectors.joining(";"));
    }

    private static @Nullable Boolean smartphone(@Nullable Connectivity seen) {
        return seen == null ? null : seen.smartphone();
    }

    private static @Nullable Boolean fibre(@Nullable Connectivity seen) {
        return seen == null ? null : seen.fibre();
    }

    /** How many of those who live there achieved each service: {@code SAFE=4;VNEID_ACT=3}. */
    private static String residentsAchieved(Household household) {
        Map<String, Long> achieved = new TreeMap<>();
        household.residents().stream()
                .filter(resident -> resident.leftOn() == null)
                .flatMap(resident -> resident.services().entrySet().stream())
                .filter(state -> state.getValue().outcome() == Outcome.ACHIEVED)
                .forEach(state -> achieved.merge(state.getKey(), 1L, Long::sum));
        return Naming.pairs(achieved, number -> number);
    }

    static List<Column<Task>> tasks(Naming naming) {
        List<Column<Task>> columns = new ArrayList<>(List.of(
                new Column<>("id", task -> naming.id(task.id())),
                new Column<>("hamletId", task -> task.hamletId().toString()),
                new Column<>("hamlet", task -> naming.hamlet(task.hamletId())),
                new Column<>("commune", task -> naming.commune(task.hamletId())),
                new Column<>("householdId", task -> naming.id(task.householdId())),
                new Column<>("kind", task -> task.kind().name()),
                new Column<>("services", task -> String.join(";", task.services())),
                new Column<>("assigneeId", task -> naming.id(task.assigneeId())),
                new Column<>("teamId", task -> Objects.toString(task.teamId(), null)),
                new Column<>("assignedBy", task -> naming.id(task.assignedBy())),
                new Column<>("assignedOn", task -> Days.of(task.assignedAt())),
                new Column<>("due", Task::due),
                new Column<>("priority", task -> task.priority().name()),
                new Column<>("state", task -> task.state().name()),
                new Column<>("completedOn", task -> day(task.completedAt())),
                new Column<>("completedByVisit", task -> naming.id(task.completedByVisit()))));
        if (naming.isPersonal()) {
            columns.add(new Column<>("note", Task::note));
            columns.add(new Column<>("reason", Task::reason));
        }
        return columns;
    }

    private static @Nullable Object day(@Nullable Instant moment) {
        return moment == null ? null : Days.of(moment);
    }
}
