package vn.toso.domain.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.area.AreaTree;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Days;
import vn.toso.domain.coverage.Cell;
import vn.toso.domain.coverage.CoverageOf;
import vn.toso.domain.coverage.CoverageOf.Answer;
import vn.toso.domain.coverage.CoverageOf.Question;
import vn.toso.domain.coverage.CoverageOf.Tree;
import vn.toso.domain.coverage.Coverages;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.service.Catalogues;
import vn.toso.domain.team.Members;
import vn.toso.domain.team.Team;
import vn.toso.domain.team.Teams;
import vn.toso.domain.visit.CountedVisits;
import vn.toso.domain.visit.Visits;

/** Counts the reports that plan 171/KH-UBND of the province asks of communes and districts, for any period. */
public final class ReportOf {

    private final CoverageOf coverageOf;
    private final Coverages coverages;
    private final Teams teams;
    private final Members members;
    private final CountedVisits visits;
    private final AreaTrees trees;
    private final Catalogues catalogues;
    private final Clock clock;

    public ReportOf(
            CoverageOf coverageOf,
            Coverages coverages,
            Teams teams,
            Members members,
            Visits visits,
            AreaTrees trees,
            Catalogues catalogues,
            Clock clock) {
        this.coverageOf = coverageOf;
        this.coverages = coverages;
        this.teams = teams;
        this.members = members;
        this.visits = new CountedVisits(visits);
        this.trees = trees;
        this.catalogues = catalogues;
        this.clock = clock;
    }

    /**
     * The report of an area in the tree of the period's last day, or of today while it runs. {@code not-found} for an area
     * out of scope or not in that tree; {@code invalid} for an area of another level, or a period that can't be read or
     * has not begun.
     *
     * @param period as {@link Period#of} reads it
     */
    public Mono<Report> of(Actor actor, Report.Kind kind, AreaId area, String period) {
        return Mono.defer(() -> {
            actor.require(Permission.READ_REPORTS);
            Period read = Period.of(period);
            LocalDate today = Days.today(clock);
            LocalDate until = read.until(today);
            return coverageOf
                    .of(actor, new Question(area, null, until, Tree.THEN))
                    .flatMap(coverage -> requestFacts(place(kind, area, read, until, today), coverage))
                    .map(facts -> new Figures(facts, catalogues.current()).report());
        });
    }

    /** Where and when; every area is one of the tree of the last day. */
    record Place(
            Report.Kind kind,
            AreaTree tree,
            Area area,
            List<Area> communes,
            List<Area> hamlets,
            Period period,
            LocalDate until,
            LocalDate today) {

        List<AreaId> hamletsUnder(Area top) {
            return tree.hamletsUnder(top.id(), until).stream().map(Area::id).toList();
        }

        /** The first of the days on which a visit makes a team an active one. */
        LocalDate lately() {
            return until.minusDays(ACTIVE_DAYS - 1L);
        }

        private LocalDate firstRead() {
            return lately().isBefore(period.from()) ? lately() : period.from();
        }

        private List<AreaId> areas() {
            List<Area> all = new ArrayList<>(communes);
            all.addAll(hamlets);
            return all.stream().map(Area::id).toList();
        }
    }

    /** A team is active when it logged a visit in the last 30 days. */
    private static final int ACTIVE_DAYS = 30;

    /**
     * What is stored.
     *
     * @param before achieved at the end of the day before the period, by service
     * @param recorded whether any visit was ever recorded there until the last day
     */
    record Facts(
            Place place,
            Answer coverage,
            Staff staff,
            Map<AreaId, Work> works,
            Map<String, Cell> before,
            boolean recorded) {}

    private Place place(Report.Kind kind, AreaId id, Period period, LocalDate until, LocalDate today) {
        AreaTree tree = trees.current();
        List<Area> below = tree.subtree(id, until);
        Area area = below.get(0);
        boolean commune = area.level() == AreaLevel.COMMUNE;
        boolean above = area.level() == AreaLevel.DISTRICT || area.level() == AreaLevel.PROVINCE;
        if (kind == Report.Kind.COMMUNE ? !commune : !above) {
            throw Problem.invalid("/area", "level-of-report");
        }
        return new Place(
                kind, tree, area, of(AreaLevel.COMMUNE, below), of(AreaLevel.HAMLET, below), period, until, today);
    }

    private static List<Area> of(AreaLevel level, List<Area> areas) {
        return areas.stream().filter(area -> area.level() == level).toList();
    }

    private Mono<Facts> requestFacts(Place place, Answer coverage) {
        List<AreaId> hamlets = place.hamletsUnder(place.area());
        return Mono.zip(
                        requestStaff(place.areas()),
                        requestWorks(place, hamlets),
                        requestCells(hamlets, place.period().from().minusDays(1)),
                        visits.anyUpTo(hamlets, place.until()))
                .map(all -> new Facts(place, coverage, all.getT1(), all.getT2(), all.getT3(), all.getT4()));
    }

    private Mono<Staff> requestStaff(Collection<AreaId> areas) {
        return teams.ofAreas(areas).collectList().flatMap(this::requestStaff);
    }

    private Mono<Staff> requestStaff(List<Team> found) {
        return members.present(Staff.seated(found))
                .collect(Collectors.toSet())
                .map(present -> new Staff(found, Set.copyOf(present)));
    }

    private Mono<Map<AreaId, Work>> requestWorks(Place place, List<AreaId> hamlets) {
        LocalDate from = place.period().from();
        return visits.live(hamlets, place.firstRead(), place.until())
                .reduceWith(HashMap::new, (works, visit) -> Work.add(works, visit, from));
    }

    private Mono<Map<String, Cell>> requestCells(List<AreaId> hamlets, LocalDate day) {
        return coverages.at(hamlets, day, null).reduceWith(TreeMap::new, (sum, count) -> {
            count.services().forEach((service, cell) -> sum.merge(service, cell, Cell::plus));
            return sum;
        });
    }
}
