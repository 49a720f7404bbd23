package vn.toso.notifications.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.access.Actor;
import vn.toso.domain.area.AreaTree;
import vn.toso.domain.area.Days;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.id.TeamId;
import vn.toso.domain.task.Task;
import vn.toso.domain.task.TaskState;
import vn.toso.domain.team.Team;

/**
 * What one rule has to tell of the tasks of one last day: to each recipient one notice for each of their areas, with the
 * number of tasks, however many these are.
 */
final class Reminder {

    /** Who stands around a page of tasks. */
    record Around(Superiors.Hierarchy above, Map<TeamId, Team> teams) {}

    private record Key(MemberId recipient, AreaId place) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byRecipient = recipient.value().compareTo(other.recipient.value());
            return byRecipient == 0 ? place.value().compareTo(other.place.value()) : byRecipient;
        }
    }

    /** @param only the one task, when there is but one */
    private record Tally(int count, @Nullable TaskId only) {}

    private final NoticeRule rule;
    private final LocalDate due;
    private final Instant at;
    private final Map<Key, Tally> tallies = new TreeMap<>();

    Reminder(NoticeRule rule, LocalDate due, Instant at) {
        this.rule = rule;
        this.due = due;
        this.at = at;
    }

    static List<TeamId> unclaimedTeams(List<Task> page) {
        return page.stream()
                .filter(task -> task.assigneeId() == null)
                .flatMap(task -> Stream.ofNullable(task.teamId()))
                .distinct()
                .toList();
    }

    void add(Task task, Around around) {
        if (!wasGivenSince(task)) {
            keysOf(task, around)
                    .forEach(key -> tallies.merge(
                            key, new Tally(1, task.id()), (seen, one) -> new Tally(seen.count() + 1, null)));
        }
    }

    /** Who was given it when the reminder was due already has just read its last day. */
    private boolean wasGivenSince(Task task) {
        int days = Objects.requireNonNull(rule.days());
        return rule.code().kind() == NoticeKind.TASK_DUE
                && !Days.of(task.assignedAt()).isBefore(due.minusDays(days));
    }

    private Set<Key> keysOf(Task task, Around around) {
        Set<Key> keys = new LinkedHashSet<>();
        AreaId hamlet = task.hamletId();
        if (rule.tells(Recipient.ASSIGNEE) && task.state() != TaskState.DECLINED) {
            handsOf(task, around).forEach(member -> keys.add(new Key(member, hamlet)));
        }
        if (rule.tells(Recipient.ASSIGNER) && !task.assignedBy().equals(Actor.SYSTEM.memberId())) {
            keys.add(new Key(task.assignedBy(), around.above().communeOf(hamlet)));
        }
        for (Recipient recipient : List.of(Recipient.LEADERS, Recipient.OVERSIGHT, Recipient.PROVINCE)) {
            if (rule.tells(recipient)) {
                around.above()
                        .of(recipient, hamlet)
                        .forEach(superior -> keys.add(new Key(superior.member().id(), superior.place())));
            }
        }
        return keys;
    }

    private static List<MemberId> handsOf(Task task, Around around) {
        if (task.assigneeId() != null) {
            return List.of(task.assigneeId());
        }
        Team team = task.teamId() == null ? null : around.teams().get(task.teamId());
        return team == null
                ? List.of()
                : team.members().stream().map(Team.Seat::memberId).toList();
    }

    List<Notice> notices(AreaTree tree) {
        List<Notice> notices = new ArrayList<>(tallies.size());
        tallies.forEach((key, tally) -> notices.add(notice(key, tally, tree)));
        return notices;
    }

    private Notice notice(Key key, Tally tally, AreaTree tree) {
        Map<String, String> facts = Fact.at(tree, key.place());
        Fact.put(facts, Fact.COUNT, tally.count());
        Fact.put(facts, Fact.DUE, due);
        Fact.put(facts, Fact.DAYS, Objects.requireNonNull(rule.days()));
        UUID subject = key.place().value();
        if (tally.only() != null) {
            Fact.put(facts, Fact.TASK, tally.only());
        }
        String occasion = rule.code() + ":" + rule.days() + ":" + due;
        return Notice.of(key.recipient(), rule.code().kind(), subject, occasion, facts, rule.urgent(), at);
    }
}
