package vn.toso.notifications.notice;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.id.TeamId;
import vn.toso.domain.task.Task;
import vn.toso.domain.task.TaskState;
import vn.toso.domain.task.Tasks;
import vn.toso.domain.team.Team;
import vn.toso.domain.team.Teams;

/**
 * Tasks: who has one to do now; who was told of one and has it no more; who has one that was cancelled. What somebody
 * did to the own tasks needs no telling, nor what the server did: a campaign tells once of all its tasks.
 */
final class TellOfTasks implements Teller {

    /** What is known around tasks: who was told of each when it was given, and who belongs to each team. */
    private record Known(Map<UUID, List<Notice>> told, Map<TeamId, Team> teams) {}

    private final Tasks tasks;
    private final Teams teams;
    private final Notices notices;
    private final AreaTrees trees;

    TellOfTasks(Tasks tasks, Teams teams, Notices notices, AreaTrees trees) {
        this.tasks = tasks;
        this.teams = teams;
        this.notices = notices;
        this.trees = trees;
    }

    @Override
    public String kind() {
        return tasks.collection().kind();
    }

    @Override
    public Flux<Notice> tell(Collection<UUID> changed, RuleBook rules) {
        List<TaskId> ids = changed.stream().map(TaskId::new).toList();
        return tasks.collection()
                .findAll(ids)
                .filter(task -> !isServersOwn(task))
                .collectList()
                .flatMapMany(found -> known(found)
                        .flatMapIterable(known -> found.stream()
                                .flatMap(task -> tell(task, known, rules))
                                .toList()));
    }

    private static boolean isServersOwn(Task task) {
        return task.revision().updatedBy().equals(Actor.SYSTEM.memberId());
    }

    private Mono<Known> known(List<Task> found) {
        List<UUID> again = found.stream()
                .filter(task -> task.revision().version() > 1)
                .map(task -> task.id().value())
                .toList();
        List<TeamId> unclaimed = found.stream()
                .filter(task -> task.assigneeId() == null && task.state() == TaskState.ASSIGNED)
                .flatMap(task -> Stream.ofNullable(task.teamId()))
                .distinct()
                .toList();
        return notices.about(again, NoticeKind.TASK_ASSIGNED)
                .collectList()
                .zipWith(
                        teams.collection().findAll(unclaimed).collectMap(Team::id),
                        (told, teamsFound) ->
                                new Known(told.stream().collect(groupingBy(Notice::subject)), teamsFound));
    }

    private Stream<Notice> tell(Task task, Known known, RuleBook rules) {
        List<Notice> told = known.told().getOrDefault(task.id().value(), List.of());
        if (task.state() == TaskState.CANCELLED) {
            return told.stream()
                    .filter(before -> has(before, task))
                    .flatMap(before -> follow(task, before, rules.of(Occasion.TASK_CANCELLED)));
        }
        if (!task.state().isOpen()) {
            return Stream.empty();
        }
        return Stream.concat(
                assigned(task, known, rules.of(Occasion.TASK_ASSIGNED)),
                told.stream()
                        .filter(before -> !has(before, task))
                        .flatMap(before -> follow(task, before, rules.of(Occasion.TASK_REASSIGNED))));
    }

    /** Whether who was told has the task to do, alone or with the team. */
    private static boolean has(Notice told, Task task) {
        if (told.recipient().equals(task.assigneeId())) {
            return true;
        }
        TeamId team = task.teamId();
        return team != null && team.toString().equals(told.facts().get(Fact.TEAM));
    }

    private Stream<Notice> assigned(Task task, Known known, NoticeRule rule) {
        boolean isNews = task.state() == TaskState.ASSIGNED && !isLaterPartOfCampaign(task);
        if (!isNews || !rule.tells(Recipient.ASSIGNEE)) {
            return Stream.empty();
        }
        String occasion = String.valueOf(task.assignedAt().toEpochMilli());
        return handsOf(task, known).stream()
                .filter(member -> !member.equals(task.assignedBy())
                        && !member.equals(task.revision().updatedBy()))
                .map(member -> notice(member, NoticeKind.TASK_ASSIGNED, task, occasion, rule));
    }

    /** Nobody was given it but by its campaign, however often it was written since. */
    private static boolean isLaterPartOfCampaign(Task task) {
        return task.campaignId() != null && task.formerAssignees().isEmpty();
    }

    private static List<MemberId> handsOf(Task task, Known known) {
        if (task.assigneeId() != null) {
            return List.of(task.assigneeId());
        }
        List<MemberId> hands = new ArrayList<>();
        Team team = task.teamId() == null ? null : known.teams().get(task.teamId());
        if (team != null) {
            team.members().forEach(seat -> hands.add(seat.memberId()));
        }
        return hands;
    }

    private Stream<Notice> follow(Task task, Notice told, NoticeRule rule) {
        boolean byThemselves = told.recipient().equals(task.revision().updatedBy());
        return byThemselves || !rule.tells(Recipient.ASSIGNEE)
                ? Stream.empty()
                : Stream.of(notice(
                        told.recipient(), rule.code().kind(), task, told.id().toString(), rule));
    }

    private Notice notice(MemberId to, NoticeKind kind, Task task, String occasion, NoticeRule rule) {
        Map<String, String> facts = Fact.at(trees.current(), task.hamletId());
        facts.put(Fact.TASK, task.id().toString());
        putIfGiven(facts, Fact.TEAM, task.teamId());
        putIfGiven(facts, Fact.HOUSEHOLD, task.householdId());
        putIfGiven(facts, Fact.DUE, task.due());
        var at = kind == NoticeKind.TASK_ASSIGNED
                ? task.assignedAt()
                : task.revision().updatedAt();
        return Notice.of(to, kind, task.id().value(), occasion, facts, rule.urgent(), at);
    }

    private static void putIfGiven(
            Map<String, String> facts, String name, @org.jspecify.annotations.Nullable Object value) {
        if (value != null) {
            facts.put(name, value.toString());
        }
    }
}
