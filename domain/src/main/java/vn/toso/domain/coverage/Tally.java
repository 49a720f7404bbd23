package vn.toso.domain.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.household.Eligible;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.Resident;
import vn.toso.domain.household.Stay;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.service.Service;
import vn.toso.domain.service.ServiceState;

/**
 * What somebody or something adds to the counts of one hamlet, day by day: steps of (day, slot, difference), so that the
 * count of a day is the sum of all steps up to it. Follows from present documents alone; every date that decides a count
 * is on them.
 */
final class Tally {

    static final Tally NOTHING = new Tally(new int[0]);

    private static final int STEP = 3;

    /** Day since 1970, slot, difference; one after another. */
    private final int[] steps;

    private Tally(int[] steps) {
        this.steps = steps;
    }

    /** Adds the steps to the differences of each day since 1970. */
    void addTo(Map<Integer, long[]> differences, int size) {
        for (int i = 0; i < steps.length; i += STEP) {
            differences.computeIfAbsent(steps[i], day -> new long[size])[steps[i + 1]] += steps[i + 2];
        }
    }

    /** Of a household, for one of the hamlets that it lived in. */
    static Tally of(Layout layout, Household household, AreaId hamlet) {
        Building tally = new Building(layout);
        for (Stay stay : household.stays()) {
            if (stay.hamletId().equals(hamlet)) {
                Span here = new Span(stay.from(), stay.to());
                tally.count(Layout.REGISTERED, here);
                tally.count(Layout.VISITED, here.from(household.visitedFirstOn()));
                tally.units(household, null, here);
                tally.either(Layout.PAYING, spans(layout.paying(), household, here));
                tally.either(Layout.SKILLED, spans(layout.skilled(), household, here));
                household
                        .residents()
                        .forEach(resident -> tally.units(
                                household, resident, here.within(resident.registeredOn(), resident.leftOn())));
            }
        }
        return tally.done();
    }

    /** When the household, or somebody while living there, had achieved one of these services. */
    private static List<Span> spans(Set<String> services, Household household, Span here) {
        List<Span> spans = new ArrayList<>();
        household.services().forEach((service, state) -> {
            if (services.contains(service)) {
                add(spans, here.from(state.achievedOn()));
            }
        });
        for (Resident resident : household.residents()) {
            Span living = here.within(resident.registeredOn(), resident.leftOn());
            resident.services().forEach((service, state) -> {
                if (living != null && services.contains(service)) {
                    add(spans, living.from(state.achievedOn()));
                }
            });
        }
        return spans;
    }

    private static void add(List<Span> spans, @Nullable Span span) {
        if (span != null) {
            spans.add(span);
        }
    }

    /**
     * Of a hamlet as the unit of its meetings, or of a member as the unit of trainings.
     *
     * @param since from when on it counts
     * @param until first day on which it doesn't any more; null while it does
     */
    static Tally of(
            Layout layout,
            Iterable<Service> services,
            Map<String, ServiceState> states,
            LocalDate since,
            @Nullable LocalDate until) {
        Building tally = new Building(layout);
        for (Service service : services) {
            Span here = new Span(since, until);
            tally.unit(service, here, since, states.get(service.code()));
        }
        return tally.done();
    }

    /** Days from the first up to the one before {@code to}, or without end; null stands for no days at all. */
    private record Span(LocalDate from, @Nullable LocalDate to) {

        /** Whether a later day lies in it or right behind it. */
        boolean reaches(LocalDate day) {
            return to == null || !day.isAfter(to);
        }

        /** Both in one, where one reaches the other. */
        Span joined(Span later) {
            boolean longer = to != null && (later.to == null || later.to.isAfter(to));
            return new Span(from, longer ? later.to : to);
        }

        @Nullable
        Span from(@Nullable LocalDate day) {
            return day == null ? null : within(day, null);
        }

        @Nullable
        Span within(LocalDate first, @Nullable LocalDate end) {
            LocalDate begins = first.isAfter(from) ? first : from;
            LocalDate ends = to == null || (end != null && end.isBefore(to)) ? end : to;
            return ends == null || begins.isBefore(ends) ? new Span(begins, ends) : null;
        }
    }

    private static final class Building {
        private final Layout layout;
        private final Map<Long, Integer> differences = new TreeMap<>();

        Building(Layout layout) {
            this.layout = layout;
        }

        void units(Household household, @Nullable Resident resident, @Nullable Span here) {
            Map<String, ServiceState> states = resident == null ? household.services() : resident.services();
            for (Service service : layout.services()) {
                boolean fits = resident == null
                        ? service.unit().isOfHousehold()
                        : service.unit().isOfResident();
                if (fits && here != null) {
                    LocalDate eligible =
                            Eligible.since(service, household, resident).orElse(null);
                    unit(service, here, eligible, states.get(service.code()));
                }
            }
        }

        void unit(Service service, Span here, @Nullable LocalDate eligible, @Nullable ServiceState state) {
            count(layout.slot(service, Layout.ELIGIBLE), here.from(eligible));
            if (state != null) {
                count(layout.slot(service, Layout.REACHED), here.from(state.firstOn()));
                count(layout.slot(service, Layout.ACHIEVED), here.from(state.achievedOn()));
                count(layout.slot(service, Layout.REFUSED), notAchieved(here, state.refusedOn(), state));
                count(layout.slot(service, Layout.BLOCKED), notAchieved(here, state.blockedOn(), state));
            }
        }

        private static @Nullable Span notAchieved(Span here, @Nullable LocalDate since, ServiceState state) {
            return since == null ? null : here.within(since, state.achievedOn());
        }

        void count(int slot, @Nullable Span span) {
            if (span != null) {
                step(span.from(), slot, 1);
                if (span.to() != null) {
                    step(span.to(), slot, -1);
                }
            }
        }

        /** Counts once on each day that lies in any of the spans. */
        void either(int slot, List<Span> spans) {
            List<Span> sorted = spans.stream()
                    .sorted((one, other) -> one.from().compareTo(other.from()))
                    .toList();
            Span open = null;
            for (Span span : sorted) {
                if (open != null && open.reaches(span.from())) {
                    open = open.joined(span);
                } else {
                    count(slot, open);
                    open = span;
                }
            }
            count(slot, open);
        }

        private void step(LocalDate day, int slot, int difference) {
            differences.merge((day.toEpochDay() << 16) | slot, difference, Integer::sum);
        }

        Tally done() {
            differences.values().removeIf(difference -> difference == 0);
            int[] steps = new int[differences.size() * STEP];
            int at = 0;
            for (Map.Entry<Long, Integer> difference : differences.entrySet()) {
                steps[at] = (int) (difference.getKey() >> 16);
                steps[at + 1] = (int) (difference.getKey() & 0xFFFF);
                steps[at + 2] = difference.getValue();
                at += STEP;
            }
            return new Tally(steps);
        }
    }
}
