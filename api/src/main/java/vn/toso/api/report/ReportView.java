package vn.toso.api.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import vn.toso.api.report.ReportResponse.AreaPart;
import vn.toso.api.report.ReportResponse.ColumnPart;
import vn.toso.api.report.ReportResponse.DetailPart;
import vn.toso.api.report.ReportResponse.FigurePart;
import vn.toso.api.report.ReportResponse.LinePart;
import vn.toso.api.report.ReportResponse.PeriodPart;
import vn.toso.api.report.ReportResponse.SectionPart;
import vn.toso.domain.area.Area;
import vn.toso.domain.report.Figure;
import vn.toso.domain.report.Period;
import vn.toso.domain.report.Report;
import vn.toso.domain.report.Report.Line;
import vn.toso.domain.report.Report.Section;
import vn.toso.domain.service.Catalogue;
import vn.toso.domain.service.Service;

/** Puts a report into words. */
final class ReportView {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final List<String> QUARTERS = List.of("I", "II", "III", "IV");

    private final ReportWords words;
    private final Catalogue catalogue;

    ReportView(ReportWords words, Catalogue catalogue) {
        this.words = words;
        this.catalogue = catalogue;
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    ReportResponse of(Report report) {
        PeriodPart period = toPeriod(report);
        Area area = report.area();
        return new ReportResponse(
                words.of("appendix." + report.kind()),
                words.of("subject", period.name()),
                new AreaPart(area.id(), area.fullName(), area.level()),
                period,
                report.asOf(),
                report.sections().stream().map(this::toSection).toList(),
                toDetails(report));
    }

    private PeriodPart toPeriod(Report report) {
        Period period = report.period();
        return new PeriodPart(
                period.text(),
                period.kind(),
                name(period),
                period.from(),
                period.to(),
                report.until(),
                report.isComplete());
    }

    private String name(Period period) {
        String year = String.valueOf(period.from().getYear());
        int month = period.from().getMonthValue();
        String key = "period." + period.kind();
        return switch (period.kind()) {
            case MONTH -> words.of(key, String.valueOf(month), year);
            case QUARTER -> words.of(key, QUARTERS.get((month - 1) / 3), year);
            case YEAR -> words.of(key, year);
            case DAYS -> words.of(key, day(period.from()), day(period.to()));
        };
    }

    private SectionPart toSection(Section section) {
        return new SectionPart(
                section.code(),
                words.of("section." + section.code()),
                section.figures().stream().map(this::toFigure).toList());
    }

    private FigurePart toFigure(Figure figure) {
        String service = serviceName(figure);
        return new FigurePart(
                figure.code(),
                figure.service(),
                words.of("figure." + figure.code(), service),
                unit(figure),
                figure.number(),
                figure.of(),
                share(figure.share()),
                figure.asOf(),
                words.of("definition." + figure.code(), service));
    }

    private DetailPart toDetails(Report report) {
        List<ColumnPart> columns = report.lines().stream()
                .limit(1)
                .flatMap(line -> line.figures().stream())
                .map(this::toColumn)
                .toList();
        return new DetailPart(
                words.of("lines." + report.kind()),
                columns,
                report.lines().stream().map(ReportView::toLine).toList());
    }

    private ColumnPart toColumn(Figure figure) {
        FigurePart part = toFigure(figure);
        return new ColumnPart(part.code(), part.label(), part.unit(), part.asOf(), part.definition());
    }

    private static LinePart toLine(Line line) {
        Map<String, Long> figures = new LinkedHashMap<>();
        line.figures().forEach(figure -> {
            Long number = figure.number();
            if (number != null) {
                figures.put(figure.code(), number);
            }
        });
        return new LinePart(line.area(), line.name(), line.former(), figures);
    }

    /** Activities are counted one by one, achievements in the unit of their service. */
    private String unit(Figure figure) {
        Optional<Service> service = figure.code().equals("activities") ? Optional.empty() : service(figure);
        return words.of("unit." + service.map(found -> found.unit().name()).orElse(figure.code()));
    }

    private String serviceName(Figure figure) {
        String code = figure.service() == null ? "" : figure.service();
        boolean vietnamese = words.language().equals(ReportWords.VIETNAMESE);
        return service(figure)
                .map(found -> vietnamese ? found.nameVi() : found.nameEn())
                .orElse(code);
    }

    private Optional<Service> service(Figure figure) {
        return Optional.ofNullable(figure.service()).flatMap(catalogue::find);
    }

    private static @Nullable Double share(OptionalDouble share) {
        return share.isEmpty()
                ? null
                : (Double) BigDecimal.valueOf(share.getAsDouble())
                        .setScale(4, RoundingMode.HALF_UP)
                        .doubleValue();
    }
}
