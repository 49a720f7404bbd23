package vn.toso.domain.task;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.change.Amendment;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.id.TeamId;
import vn.toso.domain.problem.FieldErrors;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.team.Members;
import vn.toso.domain.team.Team;
import vn.toso.domain.team.Teams;
import vn.toso.domain.text.Wording;

/** Brings a task from one state to another, as the table in {@link TaskAction} allows. */
public final class MoveTask {

    static final int LONGEST_REASON = 500;

    /**
     * @param reason required by {@code DECLINE} and {@code CANCEL}, 1 to 500 characters; else null
     * @param assigneeId who takes over, for {@code REASSIGN}; else null
     * @param teamId the team that takes over, for {@code REASSIGN}; else null
     * @param expectedVersion the version that the caller saw; null to take the task as it is
     */
    public record Command(
            TaskId id,
            TaskAction action,
            @Nullable String reason,
            @Nullable MemberId assigneeId,
            @Nullable TeamId teamId,
            @Nullable Long expectedVersion) {}

    private final Tasks tasks;
    private final Teams teams;
    private final Hands hands;
    private final Clock clock;
    private final Amendment<Task> amendment;

    public MoveTask(Tasks tasks, Members members, Teams teams, AreaTrees trees, Clock clock) {
        this.tasks = tasks;
        this.teams = teams;
        this.hands = new Hands(members, teams, trees, clock);
        this.clock = clock;
        this.amendment = new Amendment<>(tasks.collection());
    }

    /**
     * The task after it; when it is there already by the same hand, unchanged, whatever version was expected. Fails with
     * {@code conflict} when its state doesn't allow the action (the reason names the state), {@code forbidden} when the
     * actor may not, {@code version-mismatch} when somebody changed it since, {@code invalid} for a missing reason or
     * hands that cannot take over.
     */
    public Mono<Task> move(Actor actor, Command command) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return Mono.fromRunnable(() -> checkReason(command))
                .then(Mono.defer(() -> tasks.find(actor, command.id())))
                .flatMap(task -> checkHands(actor, command, task).thenReturn(task))
                .flatMap(task -> isThere(actor, command, standing(actor, command.action(), task, now))
                        ? tasks.collection().ensureLogged(task)
                        : make(actor, command, now))
                .map(task -> task.asOf(now));
    }

    private static void checkReason(Command command) {
        Wording.checkReason(command.reason(), command.action().needsReason(), LONGEST_REASON);
    }

    private Mono<Void> checkHands(Actor actor, Command command, Task task) {
        if (command.action() != TaskAction.REASSIGN) {
            return Mono.empty();
        }
        return Mono.fromRunnable(() -> actor.require(Permission.ASSIGN_TASKS))
                .then(hands.check(command.assigneeId(), command.teamId(), List.of(task.hamletId()), new FieldErrors()))
                .doOnNext(FieldErrors::throwIfAny)
                .then();
    }

    private Mono<Task> make(Actor actor, Command command, Instant now) {
        Mono<Set<TeamId>> ownTeams = command.action().who() == TaskAction.Who.TEAM
                ? teams.ofMember(actor.memberId()).map(Team::id).collect(Collectors.toSet())
                : Mono.just(Set.of());
        return ownTeams.flatMap(own -> amendment.make(
                actor,
                tasks.find(actor, command.id()),
                command.expectedVersion(),
                task -> moved(actor, command, task, own, now)));
    }

    private static Task moved(Actor actor, Command command, Task stored, Set<TeamId> own, Instant now) {
        Task task = standing(actor, command.action(), stored, now);
        requireRight(actor, command.action(), task, own);
        if (isThere(actor, command, task)) {
            return stored;
        }
        requireState(command.action(), task);
        String reason = command.reason() == null ? "" : command.reason().strip();
        return switch (command.action()) {
            case ACCEPT -> task.accepted();
            case START -> task.started();
            case COMPLETE -> task.completed(now, null);
            case DECLINE -> task.declined(reason);
            case CANCEL -> task.cancelled(reason);
            case CLAIM -> task.claimedBy(actor.memberId(), now);
            case REASSIGN -> task.givenTo(command.assigneeId(), command.teamId(), now);
        };
    }

    /** Who let a claim run out may still go on with the work, as long as nobody else took it, or claim it anew. */
    private static Task standing(Actor actor, TaskAction action, Task stored, Instant now) {
        boolean goesOn = action != TaskAction.CLAIM && actor.memberId().equals(stored.assigneeId());
        return goesOn ? stored : stored.asOf(now);
    }

    private static void requireRight(Actor actor, TaskAction action, Task task, Set<TeamId> own) {
        boolean assignee = actor.memberId().equals(task.assigneeId());
        switch (action.who()) {
            case LEADER -> actor.require(Permission.ASSIGN_TASKS);
            case ASSIGNEE -> requireThat(assignee, "forbidden.not-your-task");
            case ASSIGNEE_OR_LEADER ->
                requireThat(assignee || Permission.ASSIGN_TASKS.isGivenTo(actor.role()), "forbidden.not-your-task");
            case TEAM -> requireThat(own.contains(task.teamId()), "forbidden.not-your-team");
        }
    }

    private static void requireThat(boolean allowed, String reason) {
        if (!allowed) {
            throw Problem.of(ProblemCode.FORBIDDEN, reason);
        }
    }

    private static void requireState(TaskAction action, Task task) {
        if (action == TaskAction.CLAIM && task.state().isOpen() && task.assigneeId() != null) {
            throw Problem.of(ProblemCode.CONFLICT, "conflict.task-claimed");
        }
        if (!action.isAllowedFrom(task.state())) {
            String state = task.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
            throw Problem.of(ProblemCode.CONFLICT, "conflict.task-" + state);
        }
    }

    /** Whether the task stands where the action would bring it, by the same hand: a repeat. */
    private static boolean isThere(Actor actor, Command command, Task task) {
        if (task.state() != command.action().to()) {
            return false;
        }
        boolean assignee = actor.memberId().equals(task.assigneeId());
        boolean leader = Permission.ASSIGN_TASKS.isGivenTo(actor.role());
        return switch (command.action()) {
            case ACCEPT, START, DECLINE, CLAIM -> assignee;
            case COMPLETE -> assignee || leader;
            case CANCEL -> leader;
            case REASSIGN ->
                leader
                        && Objects.equals(task.assigneeId(), command.assigneeId())
                        && Objects.equals(task.teamId(), command.teamId());
        };
    }
}
