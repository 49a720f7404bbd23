package vn.toso.domain.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.coverage.Cell;
import vn.toso.domain.coverage.CoverageOf.AreaCoverage;
import vn.toso.domain.coverage.HouseholdCount;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.report.Report.Line;
import vn.toso.domain.report.Report.Section;
import vn.toso.domain.report.ReportOf.Facts;
import vn.toso.domain.report.ReportOf.Place;
import vn.toso.domain.service.Catalogue;
import vn.toso.domain.service.Service;
import vn.toso.domain.service.ServiceUnit;

/** Makes the figures of one report out of what is stored. */
final class Figures {

    /** What 3b of Phụ lục 05 asks for: cashless payment and e-commerce, by the codes of the shipped catalogue. */
    private static final List<String> CASHLESS_AND_ECOMMERCE =
            List.of("PAY_ACC", "PAY_FIRST", "PAY_FEES", "PAY_QR", "PAY_BILL", "ECOM");

    private final Facts facts;
    private final Place place;
    private final Catalogue catalogue;

    Figures(Facts facts, Catalogue catalogue) {
        this.facts = facts;
        this.place = facts.place();
        this.catalogue = catalogue;
    }

    Report report() {
        Area above = place.tree().pathOf(place.area().id(), place.until()).stream()
                .findFirst()
                .orElse(null);
        return new Report(
                place.kind(),
                place.area(),
                above,
                place.period(),
                place.until(),
                facts.coverage().asOf(),
                place.kind() == Report.Kind.COMMUNE ? commune() : district(),
                place.kind() == Report.Kind.COMMUNE ? hamletLines() : communeLines());
    }

    private List<Section> commune() {
        List<Figure> teams = new ArrayList<>(teams());
        List<AreaId> commune = ids(place.communes());
        teams.add(2, staff("members.commune", facts.staff().members(AreaLevel.COMMUNE, commune)));
        teams.add(4, staff("members.hamlet", facts.staff().members(AreaLevel.HAMLET, ids(place.hamlets()))));
        teams.addAll(activities());
        return List.of(new Section("3b", people()), new Section("3c", teams));
    }

    private List<Section> district() {
        List<Figure> figures = new ArrayList<>(teams());
        long communes = place.communes().size();
        long covered = facts.staff().teams(AreaLevel.COMMUNE, ids(place.communes()));
        figures.add(2, new Figure("communes.with-team", null, covered, communes, place.today()));
        figures.addAll(activities());
        return List.of(new Section("02", figures));
    }

    /** Communes, hamlets, teams of both; those of the teams that are active. */
    private List<Figure> teams() {
        List<AreaId> communes = ids(place.communes());
        List<AreaId> hamlets = ids(place.hamlets());
        Staff staff = facts.staff();
        long ofCommunes = staff.teams(AreaLevel.COMMUNE, communes);
        long ofHamlets = staff.teams(AreaLevel.HAMLET, hamlets);
        var atWork = all().membersSince(place.lately());
        long active =
                staff.active(AreaLevel.COMMUNE, communes, atWork) + staff.active(AreaLevel.HAMLET, hamlets, atWork);
        return List.of(
                new Figure("hamlets", null, (long) hamlets.size(), null, place.until()),
                staff("teams.commune", ofCommunes),
                new Figure("teams.hamlet", null, ofHamlets, (long) hamlets.size(), place.today()),
                work("teams.active", active, ofCommunes + ofHamlets));
    }

    private List<Figure> activities() {
        Work work = all();
        List<Figure> figures = new ArrayList<>();
        figures.add(work("visits", work.visits(), null));
        figures.add(work(
                "households.visited",
                work.households(),
                registered(facts.coverage().area().households())));
        Work.Done sessions = work.done(this::isSession);
        figures.add(work("sessions.held", sessions.achieved(), null));
        figures.add(work("sessions.attendance", sessions.attendance(), null));
        work.services()
                .forEach((code, done) ->
                        figures.add(new Figure("activities", code, done.achieved(), done.all(), place.until())));
        return figures;
    }

    private boolean isSession(String code) {
        return catalogue
                .find(code)
                .map(Service::unit)
                .filter(unit -> unit == ServiceUnit.SESSION)
                .isPresent();
    }

    /** What people took up by the last day, and during the period. */
    private List<Figure> people() {
        AreaCoverage area = facts.coverage().area();
        boolean known = area.households().registered() > 0;
        List<Figure> figures = new ArrayList<>();
        for (String code : CASHLESS_AND_ECOMMERCE) {
            if (catalogue.find(code).isPresent()) {
                Cell now = area.cell(code);
                long before = facts.before().getOrDefault(code, Cell.EMPTY).achieved();
                figures.add(people("achieved", code, known ? now.achieved() : null, known ? now.eligible() : null));
                figures.add(people("achieved.in-period", code, known ? now.achieved() - before : null, null));
            }
        }
        return figures;
    }

    private List<Line> hamletLines() {
        return place.hamlets().stream()
                .map(hamlet -> line(
                        hamlet,
                        List.of(
                                count("households.registered", null, registered(householdsOf(hamlet))),
                                staff("teams.hamlet", facts.staff().teams(AreaLevel.HAMLET, List.of(hamlet.id()))),
                                staff("members.hamlet", facts.staff().members(AreaLevel.HAMLET, List.of(hamlet.id()))),
                                work("visits", workOf(hamlet).visits(), null),
                                work("households.visited", workOf(hamlet).households(), null))))
                .toList();
    }

    private List<Line> communeLines() {
        return place.communes().stream().map(this::communeLine).toList();
    }

    private Line communeLine(Area commune) {
        List<AreaId> hamlets = place.hamletsUnder(commune);
        Work work = Work.of(hamlets, facts.works());
        return line(
                commune,
                List.of(
                        staff("teams.commune", facts.staff().teams(AreaLevel.COMMUNE, List.of(commune.id()))),
                        count("hamlets", null, (long) hamlets.size()),
                        staff("teams.hamlet", facts.staff().teams(AreaLevel.HAMLET, hamlets)),
                        work("visits", work.visits(), null),
                        work("households.visited", work.households(), null)));
    }

    private Line line(Area area, List<Figure> figures) {
        String former = area.level() == AreaLevel.HAMLET
                ? place.tree()
                        .formerCommuneOf(area.id(), place.until())
                        .map(Area::fullName)
                        .orElse(null)
                : null;
        return new Line(area.id(), area.fullName(), former, figures);
    }

    private HouseholdCount householdsOf(Area hamlet) {
        return facts.coverage().children().stream()
                .filter(child -> child.area().equals(hamlet.id()))
                .map(AreaCoverage::households)
                .findFirst()
                .orElse(HouseholdCount.EMPTY);
    }

    private static @Nullable Long registered(HouseholdCount households) {
        return households.registered() == 0 ? null : Long.valueOf(households.registered());
    }

    private Work all() {
        return Work.of(ids(place.hamlets()), facts.works());
    }

    private Work workOf(Area hamlet) {
        return Work.of(List.of(hamlet.id()), facts.works());
    }

    /** Teams and members have no past: they are counted as they are today. */
    private Figure staff(String code, long number) {
        return new Figure(code, null, number, null, place.today());
    }

    /** Where nobody recorded anything yet, nothing is known of what was done. */
    private Figure work(String code, @Nullable Long number, @Nullable Long of) {
        return new Figure(code, null, facts.recorded() ? number : null, of, place.until());
    }

    private Figure people(String code, String service, @Nullable Long number, @Nullable Long of) {
        return new Figure(code, service, number, of, place.until());
    }

    private Figure count(String code, @Nullable String service, @Nullable Long number) {
        return new Figure(code, service, number, null, place.until());
    }

    private static List<AreaId> ids(List<Area> areas) {
        return areas.stream().map(Area::id).toList();
    }
}
