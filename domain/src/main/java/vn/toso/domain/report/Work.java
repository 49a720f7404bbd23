package vn.toso.domain.report;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.service.Outcome;
import vn.toso.domain.visit.Activity;
import vn.toso.domain.visit.CountedVisits.Counted;

/** What was done in one hamlet, added up visit by visit in any order; or in several, put together. */
final class Work {

    /** Activities with one service. */
    static final class Done {
        private long all;
        private long achieved;
        private @Nullable Long attendance;

        long all() {
            return all;
        }

        long achieved() {
            return achieved;
        }

        /** How many came to the achieved ones; null when none says so. */
        @Nullable
        Long attendance() {
            return attendance;
        }

        private void add(Activity activity) {
            all++;
            if (activity.outcome() == Outcome.ACHIEVED) {
                achieved++;
                attend(
                        activity.attendance() == null
                                ? null
                                : activity.attendance().longValue());
            }
        }

        private void add(Done other) {
            all += other.all;
            achieved += other.achieved;
            attend(other.attendance);
        }

        private void attend(@Nullable Long came) {
            if (came != null) {
                attendance = attendance == null ? came : Long.valueOf(attendance + came);
            }
        }
    }

    private long visits;
    private final Set<HouseholdId> households = new HashSet<>();
    private final Map<String, Done> services = new TreeMap<>();
    private final Map<MemberId, LocalDate> lastVisits = new HashMap<>();

    /** @param from first day of the period: what occurred before only tells who was at work lately */
    static Map<AreaId, Work> add(Map<AreaId, Work> works, Counted visit, LocalDate from) {
        works.computeIfAbsent(visit.hamletId(), hamlet -> new Work()).add(visit, from);
        return works;
    }

    static Work of(Collection<AreaId> hamlets, Map<AreaId, Work> works) {
        Work sum = new Work();
        hamlets.forEach(hamlet -> {
            Work work = works.get(hamlet);
            if (work != null) {
                sum.add(work);
            }
        });
        return sum;
    }

    private void add(Counted visit, LocalDate from) {
        LocalDate day = visit.day();
        visit.members().forEach(member -> lastVisits.merge(member, day, Work::later));
        if (day.isBefore(from)) {
            return;
        }
        visits++;
        if (visit.householdId() != null && visit.metSomebody()) {
            households.add(visit.householdId());
        }
        visit.activities()
                .forEach(activity -> services.computeIfAbsent(activity.service(), code -> new Done())
                        .add(activity));
    }

    private void add(Work other) {
        visits += other.visits;
        households.addAll(other.households);
        other.services.forEach((code, done) ->
                services.computeIfAbsent(code, added -> new Done()).add(done));
        other.lastVisits.forEach((member, day) -> lastVisits.merge(member, day, Work::later));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    long visits() {
        return visits;
    }

    /** How many households were met at home, each once. */
    long households() {
        return households.size();
    }

    /** By code; services without any activity are left out. */
    Map<String, Done> services() {
        return services;
    }

    /** Activities with any of some services. */
    Done done(Predicate<String> which) {
        Done sum = new Done();
        services.forEach((code, done) -> {
            if (which.test(code)) {
                sum.add(done);
            }
        });
        return sum;
    }

    /** Who visited anybody on that day or after it. */
    Set<MemberId> membersSince(LocalDate day) {
        Set<MemberId> members = new HashSet<>();
        lastVisits.forEach((member, last) -> {
            if (!last.isBefore(day)) {
                members.add(member);
            }
        });
        return members;
    }
}
