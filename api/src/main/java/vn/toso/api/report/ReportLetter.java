package vn.toso.api.report;

import static vn.toso.api.report.WordFile.TEXT_WIDTH;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.toso.api.report.ReportResponse.ColumnPart;
import vn.toso.api.report.ReportResponse.FigurePart;
import vn.toso.api.report.ReportResponse.LinePart;
import vn.toso.api.report.ReportResponse.SectionPart;
import vn.toso.api.report.WordFile.Paragraph;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaType;
import vn.toso.domain.area.Days;

/**
 * A report as a Word file in the form of NĐ 30/2020/NĐ-CP. What the system can't know, the number, the recipients and who
 * signs, is left to be filled in.
 */
final class ReportLetter {

    private static final List<Integer> HEAD = List.of(3_700, TEXT_WIDTH - 3_700);
    private static final List<Integer> FOOT = List.of(4_000, TEXT_WIDTH - 4_000);
    private static final List<Integer> FIGURES = List.of(560, 3_041, 1_000, 1_080, 1_000, 890, TEXT_WIDTH - 7_571);
    /** Stands for each service where one explanation holds for all of them. */
    private static final String ANY_SERVICE = "…";

    private static final int NUMBER_COLUMN = 560;
    private static final int NAME_COLUMN = 2_600;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy");

    private final ReportWords words;
    private final Area area;
    private final NumberFormat counts = NumberFormat.getIntegerInstance(ReportWords.VIETNAMESE);
    private final NumberFormat shares = NumberFormat.getPercentInstance(ReportWords.VIETNAMESE);
    private final WordFile file = new WordFile();

    ReportLetter(ReportWords words, Area area) {
        this.words = words;
        this.area = area;
        shares.setMaximumFractionDigits(1);
    }

    byte[] write(ReportResponse report) {
        head(report);
        title(report);
        opening(report);
        report.sections().forEach(this::section);
        details(report);
        definitions(report);
        foot();
        return file.bytes();
    }

    private void head(ReportResponse report) {
        boolean lawful = area.type() != AreaType.KHU_VUC;
        LocalDate made = Days.of(report.asOf());
        List<Paragraph> organisation = new ArrayList<>();
        if (lawful) {
            organisation.add(paragraph("Organisation", "word.organisation.head"));
        }
        organisation.add(new Paragraph("OrganisationName", area.fullName().toUpperCase(Locale.ROOT)));
        organisation.add(new Paragraph("RuleShort", ""));
        organisation.add(paragraph("Reference", lawful ? "word.number" : "word.number.oversight"));
        String date = words.of(
                "word.place",
                area.name(),
                twoDigits(made.getDayOfMonth(), 9),
                twoDigits(made.getMonthValue(), 2),
                made.getYear() + "");
        List<Paragraph> nation = List.of(
                paragraph("Nation", "word.nation"),
                paragraph("Motto", "word.motto"),
                new Paragraph("RuleLong", ""),
                new Paragraph("PlaceAndDate", date));
        file.table("TableNormal", HEAD)
                .row(false, HEAD, List.of(organisation, nation))
                .endTable();
    }

    /** Days below 10 and the months 1 and 2 take a 0, so that nobody can put another digit before them. */
    private static String twoDigits(int number, int largest) {
        return number <= largest ? "0" + number : String.valueOf(number);
    }

    private void title(ReportResponse report) {
        file.paragraph("ReportTitle", words.of("word.title"));
        file.paragraph("Subject", report.subject());
        file.paragraph("RuleTitle", "");
        file.paragraph("Appendix", "(" + report.appendix() + ")");
    }

    private void opening(ReportResponse report) {
        file.paragraph(
                "Body",
                words.of(
                        "word.opening",
                        ReportView.day(report.period().from()),
                        ReportView.day(report.period().to()),
                        ReportView.day(report.period().until()),
                        MOMENT.format(report.asOf().atZone(Days.ZONE))));
        if (!report.period().complete()) {
            file.paragraph("Body", words.of("word.running"));
        }
    }

    private void section(SectionPart section) {
        file.paragraph("Heading", section.title());
        file.table("Grid", FIGURES);
        file.row(true, FIGURES, heads(List.of("row", "figure", "unit", "number", "of", "share", "as-of")));
        for (int i = 0; i < section.figures().size(); i++) {
            file.row(false, FIGURES, cells(i + 1, section.figures().get(i)));
        }
        file.endTable();
    }

    private List<List<Paragraph>> heads(List<String> columns) {
        return columns.stream()
                .map(column -> List.of(paragraph("TableHead", "column." + column)))
                .toList();
    }

    private List<List<Paragraph>> cells(int row, FigurePart figure) {
        String missing = words.of("word.missing");
        return List.of(
                cell("TableCentre", String.valueOf(row)),
                cell("TableText", figure.label()),
                cell("TableCentre", figure.unit()),
                cell("TableNumber", count(figure.number(), missing)),
                cell("TableNumber", count(figure.of(), "")),
                cell("TableNumber", figure.share() == null ? "" : shares.format(figure.share())),
                cell("TableCentre", ReportView.day(figure.asOf())));
    }

    private void details(ReportResponse report) {
        List<ColumnPart> columns = report.details().columns();
        if (columns.isEmpty()) {
            return;
        }
        file.paragraph("Heading", report.details().title());
        List<Integer> widths = new ArrayList<>(List.of(NUMBER_COLUMN, NAME_COLUMN));
        columns.forEach(column -> widths.add((TEXT_WIDTH - NUMBER_COLUMN - NAME_COLUMN) / columns.size()));
        file.table("Grid", widths);
        List<List<Paragraph>> heads = new ArrayList<>(heads(List.of("row", "area")));
        columns.forEach(column -> heads.add(cell("TableHead", column.label())));
        file.row(true, widths, heads);
        List<LinePart> lines = report.details().lines();
        IntStream.range(0, lines.size()).forEach(i -> file.row(false, widths, cells(i + 1, lines.get(i), columns)));
        file.endTable();
    }

    private List<List<Paragraph>> cells(int row, LinePart line, List<ColumnPart> columns) {
        String former = line.formerCommune();
        List<List<Paragraph>> cells = new ArrayList<>();
        cells.add(cell("TableCentre", String.valueOf(row)));
        cells.add(cell("TableText", former == null ? line.name() : line.name() + " (" + former + ")"));
        columns.forEach(column ->
                cells.add(cell("TableNumber", count(line.figures().get(column.code()), words.of("word.missing")))));
        return cells;
    }

    private void definitions(ReportResponse report) {
        file.paragraph("Heading", words.of("word.definitions"));
        Set<String> codes = new LinkedHashSet<>();
        report.sections().forEach(section -> section.figures().forEach(figure -> codes.add(figure.code())));
        report.details().columns().forEach(column -> codes.add(column.code()));
        codes.forEach(code -> file.paragraph(
                "Explanation",
                words.of(
                        "word.definition",
                        words.of("figure." + code, ANY_SERVICE),
                        words.of("definition." + code, ANY_SERVICE))));
        file.paragraph("Explanation", "");
    }

    private void foot() {
        List<Paragraph> recipients = List.of(
                paragraph("RecipientsHead", "word.recipients"),
                paragraph("Recipients", "word.recipients.first"),
                paragraph("Recipients", "word.recipients.last"));
        List<Paragraph> signer = List.of(
                paragraph("Signer", "word.signer"),
                paragraph("Signature", "word.signature"),
                paragraph("SignerName", "word.name"));
        file.table("TableNormal", FOOT)
                .row(false, FOOT, List.of(recipients, signer))
                .endTable();
        // A file ends with a paragraph, not with a table.
        file.paragraph("Recipients", "");
    }

    private String count(@Nullable Long number, String missing) {
        return number == null ? missing : counts.format(number);
    }

    private Paragraph paragraph(String style, String key) {
        return new Paragraph(style, words.of(key));
    }

    private static List<Paragraph> cell(String style, String text) {
        return List.of(new Paragraph(style, text));
    }
}
