package vn.toso.domain.coverage;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.toso.domain.area.Area;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.service.Service;
import vn.toso.domain.visit.Visit;
import vn.toso.domain.world.TestWorld;

/** {@link RawCount} of every hamlet and day, as everything known at one moment says. */
final class RawFigures {

    private record HamletDay(AreaId hamlet, LocalDate day) {}

    private final List<Household> households;
    private final List<Visit> visits;
    private final Map<HamletDay, Figures> counted = new HashMap<>();

    RawFigures(RandomWork work) {
        households = work.households();
        visits = work.visits();
    }

    Figures of(AreaId hamlet, LocalDate day) {
        return counted.computeIfAbsent(new HamletDay(hamlet, day), which -> count(hamlet, day));
    }

    private Figures count(AreaId hamlet, LocalDate day) {
        boolean hasTeam = hamlet.equals(TestWorld.XOM_1.id());
        List<MemberId> members = hasTeam ? List.of(TestWorld.LAN.id(), TestWorld.MINH.id()) : List.of();
        RawCount raw = new RawCount(households, visits, members, hamlet, day);
        Map<String, Cell> cells = new TreeMap<>();
        for (Service service : RandomWork.SERVICES) {
            Cell cell = raw.cell(service);
            if (!cell.equals(Cell.EMPTY)) {
                cells.put(service.code(), cell);
            }
        }
        return new Figures(raw.registered(), raw.visited(), cells);
    }

    /** Households of some hamlets with an achievement that feeds a headline. */
    long feeding(String headline, List<Area> hamlets, LocalDate day) {
        Set<String> services = RandomWork.SERVICES.stream()
                .filter(service -> headline.equals(service.headline()))
                .map(Service::code)
                .collect(Collectors.toSet());
        return hamlets.stream()
                .mapToLong(
                        hamlet -> new RawCount(households, visits, List.of(), hamlet.id(), day).withAchieved(services))
                .sum();
    }

    Figures sum(List<Area> hamlets, LocalDate day) {
        return hamlets.stream().map(hamlet -> of(hamlet.id(), day)).reduce(Figures.NONE, Figures::plus);
    }
}
