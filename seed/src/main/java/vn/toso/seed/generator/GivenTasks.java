package vn.toso.seed.generator;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.area.Days;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.id.TeamId;
import vn.toso.domain.id.VisitId;
import vn.toso.domain.service.ServiceState;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.task.Priority;
import vn.toso.domain.task.Task;
import vn.toso.domain.task.TaskKind;
import vn.toso.domain.task.TaskState;
import vn.toso.domain.team.Team;

/** The tasks that a commune's leader gave to one hamlet: some done, some due soon, some overdue. */
final class GivenTasks {

    private static final List<String> WANTED = List.of("VNEID_2", "VNEID_ACT", "PAY_BILL", "PAY_ACC", "SAFE");

    private final Dice dice;
    private final Ids ids;
    private final AreaId hamlet;
    private final MemberId leader;
    private final LocalDate today;

    GivenTasks(Dice dice, Ids ids, AreaId hamlet, MemberId leader, LocalDate today) {
        this.dice = dice;
        this.ids = ids;
        this.hamlet = hamlet;
        this.leader = leader;
        this.today = today;
    }

    /** A task that a visit completed; given so shortly before that no earlier visit did part of it. */
    Task done(Household home, MemberId assignee, List<String> services, VisitId visit, Instant visited) {
        Instant given = visited.minus(Duration.ofDays(dice.between(1, 4)));
        LocalDate due = Days.of(visited).plusDays(dice.between(-1, 6));
        return new Draft(home.id(), TaskKind.VISIT_HOUSEHOLD, services, given, due)
                .of(assignee)
                .doneBy(visit, visited);
    }

    /**
     * What is open, declined or cancelled today. An open task wants what nobody in the household achieved, so that no
     * visit of the past completes it.
     */
    List<Task> open(List<Household> households, List<Team> teams) {
        if (teams.isEmpty()) {
            return List.of();
        }
        Team team = teams.get(0);
        List<Task> tasks = new ArrayList<>();
        List<Household> left = new ArrayList<>(dice.shuffled(households));
        for (int i = 0; i < dice.between(5, 9); i++) {
            MemberId member = team.members().get(i % team.members().size()).memberId();
            Draft draft = draft(left, i < 4 ? dice.between(1, 10) : dice.between(-12, -1));
            tasks.add(state(draft.of(member), i));
        }
        tasks.add(draft(left, dice.between(4, 14)).of(team.id()).task(TaskState.ASSIGNED));
        tasks.add(meeting(team));
        return tasks;
    }

    private Task state(Draft draft, int number) {
        return switch (number) {
            case 0, 4 -> draft.task(TaskState.ASSIGNED);
            case 1, 5 -> draft.task(TaskState.ACCEPTED);
            case 2 -> draft.task(TaskState.IN_PROGRESS);
            case 3 -> draft.because(TaskState.DECLINED, "đi làm xa đến cuối tháng");
            case 7 -> draft.because(TaskState.CANCELLED, "hộ đã chuyển đi nơi khác");
            default -> draft.task(TaskState.ASSIGNED);
        };
    }

    private Draft draft(List<Household> left, int dueInDays) {
        String wanted = dice.pick(WANTED);
        Household home = left.stream().filter(lacks(wanted)).findFirst().orElseThrow();
        left.remove(home);
        LocalDate due = today.plusDays(dueInDays);
        Instant given =
                Days.startOf(due.isBefore(today) ? due : today).minus(Duration.ofHours(24L * dice.between(3, 9) - 15));
        boolean again = home.visitedLastOn() != null;
        return new Draft(home.id(), again ? TaskKind.FOLLOW_UP : TaskKind.VISIT_HOUSEHOLD, List.of(wanted), given, due);
    }

    private static Predicate<Household> lacks(String service) {
        return home -> Stream.concat(
                        Stream.of(home.services()), home.residents().stream().map(r -> r.services()))
                .map(states -> states.get(service))
                .filter(Objects::nonNull)
                .map(ServiceState::achievedOn)
                .allMatch(Objects::isNull);
    }

    private Task meeting(Team team) {
        Instant given = Days.startOf(today).minus(Duration.ofHours(15));
        return new Draft(null, TaskKind.HOLD_MEETING, List.of("MEETING"), given, today.plusDays(dice.between(3, 12)))
                .of(team.members().get(0).memberId())
                .task(TaskState.ACCEPTED);
    }

    /** A task while it is being put together. */
    private final class Draft {
        private final @Nullable HouseholdId home;
        private final TaskKind kind;
        private final List<String> services;
        private final Instant given;
        private final LocalDate due;
        private @Nullable MemberId member;
        private @Nullable TeamId team;

        Draft(@Nullable HouseholdId home, TaskKind kind, List<String> services, Instant given, LocalDate due) {
            this.home = home;
            this.kind = kind;
            this.services = services;
            this.given = given;
            this.due = due;
        }

        Draft of(MemberId assignee) {
            member = assignee;
            return this;
        }

        Draft of(TeamId claimants) {
            team = claimants;
            return this;
        }

        Task task(TaskState state) {
            return build(state, null, null, null);
        }

        Task because(TaskState state, String reason) {
            return build(state, reason, null, null);
        }

        Task doneBy(VisitId visit, Instant at) {
            return build(TaskState.DONE, null, at, visit);
        }

        private Task build(
                TaskState state, @Nullable String reason, @Nullable Instant completedAt, @Nullable VisitId visit) {
            return new Task(
                    new TaskId(ids.next()),
                    Revision.NONE,
                    kind,
                    hamlet,
                    home,
                    services,
                    member,
                    team,
                    leader,
                    given,
                    null,
                    dice.weighted(List.of(Priority.NORMAL, Priority.HIGH, Priority.LOW), 75, 17, 8),
                    due,
                    null,
                    state,
                    reason,
                    completedAt,
                    visit,
                    true);
        }
    }
}
