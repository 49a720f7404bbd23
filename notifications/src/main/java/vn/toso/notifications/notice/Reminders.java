package vn.toso.notifications.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Days;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.storage.Store;
import vn.toso.domain.task.Task;
import vn.toso.domain.task.Tasks;
import vn.toso.domain.team.Members;
import vn.toso.domain.team.Team;
import vn.toso.domain.team.Teams;

/**
 * Reminders and escalations: each day once for each rule, of the tasks whose last day is so many days away. Only those are
 * read, as they are at that moment: what is done, cancelled or somebody else's by then is nobody's reminder. Days on which
 * no node ran are made good. A run that was killed is begun again and makes the same notices.
 */
public final class Reminders {

    /** Of an outage longer than that nobody wants to hear day by day. */
    private static final int MOST_DAYS_MADE_GOOD = 31;

    private static final int PAGE = 500;

    private final Tasks tasks;
    private final Teams teams;
    private final Superiors superiors;
    private final AreaTrees trees;
    private final NoticeRules rules;
    private final Notices notices;
    private final Marks marks;
    private final Clock clock;

    public Reminders(
            Store store,
            Tasks tasks,
            Teams teams,
            Members members,
            AreaTrees trees,
            NoticeRules rules,
            Notices notices,
            Clock clock) {
        this.tasks = tasks;
        this.teams = teams;
        this.superiors = new Superiors(members, trees, clock);
        this.trees = trees;
        this.rules = rules;
        this.notices = notices;
        this.marks = new Marks(store);
        this.clock = clock;
    }

    /** Makes what is due by now; where nothing is it costs a read for each rule. */
    public Mono<Void> run() {
        LocalDate today = Days.today(clock);
        return rules.current()
                .flatMapIterable(RuleBook::all)
                .filter(rule ->
                        rule.code().kind() == NoticeKind.TASK_DUE || rule.code().kind() == NoticeKind.TASK_OVERDUE)
                .concatMap(rule -> catchUp(rule, today))
                .then();
    }

    private Mono<Void> catchUp(NoticeRule rule, LocalDate today) {
        String work = rule.code() + ":" + rule.days();
        return marks.find(work)
                .map(LocalDate::parse)
                .defaultIfEmpty(today.minusDays(1))
                .flatMapMany(last -> Flux.fromStream(daysBehind(last, today)))
                .concatMap(day -> remind(rule, day, today).then(marks.set(work, day.toString())))
                .then();
    }

    private static Stream<LocalDate> daysBehind(LocalDate last, LocalDate today) {
        LocalDate earliest = today.minusDays(MOST_DAYS_MADE_GOOD);
        LocalDate first = last.isBefore(earliest) ? earliest : last.plusDays(1);
        return first.isAfter(today) ? Stream.empty() : first.datesUntil(today.plusDays(1));
    }

    private Mono<Void> remind(NoticeRule rule, LocalDate day, LocalDate today) {
        int days = Objects.requireNonNull(rule.days());
        boolean before = rule.code().kind() == NoticeKind.TASK_DUE;
        LocalDate due = before ? day.plusDays(days) : day.minusDays(days);
        if (!rule.enabled() || (before && due.isBefore(today))) {
            return Mono.empty();
        }
        Reminder reminder = new Reminder(rule, due, clock.instant());
        return pages(due)
                .concatMap(page -> added(reminder, page))
                .thenMany(Flux.defer(() -> Flux.fromIterable(reminder.notices(trees.current()))))
                .buffer(PAGE)
                .concatMap(notices::insertNew)
                .then();
    }

    /** All open tasks of a last day; one page at a time is in memory. */
    private Flux<List<Task>> pages(LocalDate due) {
        return page(due, null)
                .expand(
                        page -> page.size() < PAGE
                                ? Mono.empty()
                                : page(due, page.get(page.size() - 1).id()),
                        1)
                .filter(page -> !page.isEmpty());
    }

    private Mono<List<Task>> page(LocalDate due, @org.jspecify.annotations.Nullable TaskId after) {
        return tasks.openDueOn(due, after, PAGE).collectList();
    }

    private Mono<Void> added(Reminder reminder, List<Task> page) {
        List<AreaId> hamlets = page.stream().map(Task::hamletId).distinct().toList();
        return superiors
                .above(hamlets)
                .zipWith(
                        teams.collection()
                                .findAll(Reminder.unclaimedTeams(page))
                                .collectMap(Team::id),
                        Reminder.Around::new)
                .doOnNext(around -> page.forEach(task -> reminder.add(task, around)))
                .then();
    }
}
