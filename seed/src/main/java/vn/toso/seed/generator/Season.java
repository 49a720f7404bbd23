package vn.toso.seed.generator;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.area.Days;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.id.VisitId;
import vn.toso.domain.service.Outcome;
import vn.toso.domain.service.Service;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.task.Task;
import vn.toso.domain.visit.Activity;
import vn.toso.domain.visit.Visit;

/** Three months of one hamlet's visits and sessions, and the tasks that they completed. */
final class Season {

    private final Dice dice;
    private final Ids ids;
    private final HamletPlan plan;
    private final AreaId hamlet;
    private final List<MemberId> members;
    private final Map<String, Service> catalogue;
    private final Evenings evenings;
    private final GivenTasks tasks;

    Season(
            Dice dice,
            Ids ids,
            HamletPlan plan,
            AreaId hamlet,
            List<MemberId> members,
            Map<String, Service> catalogue,
            GivenTasks tasks,
            LocalDate today) {
        this.dice = dice;
        this.ids = ids;
        this.plan = plan;
        this.hamlet = hamlet;
        this.members = members;
        this.catalogue = catalogue;
        this.tasks = tasks;
        this.evenings = new Evenings(dice, today, plan.quietDays());
    }

    /** The visits to a household; none for one that nobody got to. Completed tasks go to {@code done}. */
    List<Visit> visitsTo(Household home, List<Task> done) {
        if (members.isEmpty() || !dice.chance(plan.reach())) {
            return List.of();
        }
        DoorTalk talk = new DoorTalk(dice, catalogue, home, plan.broadband());
        List<Visit> visits = new ArrayList<>();
        for (Instant moment : evenings.visits()) {
            List<Activity> activities = talk.next(Days.of(moment).getYear());
            VisitId id = new VisitId(ids.next());
            List<MemberId> visitors = visitors();
            List<String> reached = achieved(activities);
            Task task = reached.isEmpty() || !dice.chance(0.06)
                    ? null
                    : tasks.done(home, visitors.get(0), reached, id, moment);
            if (task != null) {
                done.add(task);
            }
            visits.add(visit(id, home, visitors, moment, activities, task == null ? null : task.id()));
        }
        return visits;
    }

    /** A meeting every month or so, and a training of the team. */
    List<Visit> sessions() {
        List<Visit> sessions = new ArrayList<>();
        if (!members.isEmpty() && plan.reach() > 0.2) {
            for (int daysAgo = dice.between(75, 88); daysAgo > plan.quietDays() + 2; daysAgo -= dice.between(26, 34)) {
                int attendance = (int) (plan.households() * dice.between(0.25, 0.6));
                sessions.add(session("MEETING", "held", attendance, visitors(), daysAgo));
            }
            sessions.add(session("TRAIN", "attended", null, members, dice.between(50, 70)));
        }
        return sessions;
    }

    private List<MemberId> visitors() {
        List<MemberId> drawn = dice.shuffled(members);
        return List.copyOf(drawn.subList(0, Math.min(drawn.size(), dice.chance(0.25) ? 2 : 1)));
    }

    private static List<String> achieved(List<Activity> activities) {
        return activities.stream()
                .filter(activity -> activity.outcome() == Outcome.ACHIEVED)
                .map(Activity::service)
                .distinct()
                .limit(2)
                .toList();
    }

    private Visit session(
            String service, String step, @Nullable Integer attendance, List<MemberId> present, int daysAgo) {
        Instant moment = evenings.session(daysAgo);
        Activity held = new Activity(service, null, Outcome.ACHIEVED, step, null, attendance, null);
        return visit(new VisitId(ids.next()), null, present, moment, List.of(held), null);
    }

    private Visit visit(
            VisitId id,
            @Nullable Household home,
            List<MemberId> visitors,
            Instant moment,
            List<Activity> activities,
            @Nullable TaskId task) {
        int minutes = home == null ? 90 : dice.between(8, 45);
        return new Visit(
                id,
                Revision.NONE,
                hamlet,
                home == null ? null : home.id(),
                visitors,
                moment,
                moment.atZone(Days.ZONE).toOffsetDateTime(),
                evenings.received(moment, Duration.ofMinutes(minutes)),
                false,
                minutes,
                null,
                activities,
                null,
                task,
                null,
                null,
                true);
    }
}
