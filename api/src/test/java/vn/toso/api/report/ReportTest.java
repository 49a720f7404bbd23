package vn.toso.api.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.ResidentBuilder.aResident;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.Caller;
import vn.toso.api.Reply;
import vn.toso.api.World;
import vn.toso.api.sheet.Sheets;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.world.TestWorld;

@ApiTest
class ReportTest {

    private static final String YEAR = "2026";
    private static final String COMMUNE = "/v1/reports/commune?area=" + TestWorld.MINH_HOP.id() + "&period=" + YEAR;
    private static final String DISTRICT = "/v1/reports/district?area=" + TestWorld.OVERSIGHT.id() + "&period=" + YEAR;

    @Autowired
    private Api api;

    @Autowired
    private World world;

    @BeforeEach
    void somebodyLivesThere() {
        world.put(aHousehold("Nhà " + UUID.randomUUID())
                .id(new HouseholdId(UUID.randomUUID()))
                .in(TestWorld.XOM_1)
                .with(aResident("Linh " + UUID.randomUUID()).born(1990)));
    }

    @Test
    void a_commune_s_report_has_both_sections_of_its_appendix() {
        JsonNode report = api.asHoa().gets(COMMUNE).is(200).json();

        assertThat(report.at("/appendix").asString()).contains("05", "171/KH-UBND");
        assertThat(report.at("/area/name").asString()).isEqualTo("Xã Minh Hợp");
        assertThat(report.at("/period/text").asString()).isEqualTo(YEAR);
        assertThat(report.at("/sections/0/code").asString()).isEqualTo("3b");
        assertThat(report.at("/sections/1/code").asString()).isEqualTo("3c");
        JsonNode teams = figure(report, "teams.hamlet");
        // Other tests make hamlets, too.
        int hamlets = api.asHoa()
                .gets("/v1/areas?parent=" + TestWorld.MINH_HOP.id() + "&limit=500")
                .is(200)
                .json()
                .at("/items")
                .size();
        long withTeam = teams.at("/number").asLong();
        assertThat(withTeam).isBetween(1L, (long) hamlets);
        assertThat(teams.at("/of").asLong()).isEqualTo(hamlets);
        assertThat(teams.at("/share").asDouble()).isCloseTo((double) withTeam / hamlets, within(0.0001));
        assertThat(report.at("/details/lines")).hasSize(hamlets);
    }

    @Test
    void every_figure_says_as_of_when_it_is_and_how_it_is_counted() {
        for (String path : List.of(COMMUNE, DISTRICT)) {
            JsonNode report = api.asAnh().gets(path).is(200).json();
            for (JsonNode section : report.at("/sections")) {
                for (JsonNode figure : section.at("/figures")) {
                    assertThat(LocalDate.parse(figure.at("/asOf").asString())).isNotNull();
                    assertThat(figure.at("/definition").asString()).endsWith(".");
                    assertThat(figure.at("/label").asString()).isNotBlank();
                    assertThat(figure.at("/unit").asString()).isNotBlank();
                }
            }
        }
    }

    @Test
    void what_is_not_known_is_left_out() {
        JsonNode report = api.asAnh()
                .gets("/v1/reports/commune?period=2021&area=" + TestWorld.TAM_HOP.id())
                .is(200)
                .json();

        assertThat(figure(report, "visits").has("number")).isFalse();
        assertThat(figure(report, "teams.commune").at("/number").asLong()).isZero();
    }

    @Test
    void words_follow_the_caller_s_language() {
        JsonNode report = api.asHoa().inEnglish().gets(COMMUNE).is(200).json();

        assertThat(figure(report, "teams.hamlet").at("/label").asString()).isEqualTo("Hamlet teams");
    }

    @Test
    void a_district_s_report_counts_the_communes_with_a_team() {
        JsonNode report = api.asDuc().gets(DISTRICT).is(200).json();

        assertThat(figure(report, "communes.with-team").at("/of").asLong()).isGreaterThanOrEqualTo(2);
        assertThat(report.at("/details/lines").size()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void a_report_is_had_in_the_format_that_is_asked_for() {
        assertFile(api.asHoa().gets(COMMUNE + "&format=xlsx"), Sheets.XLSX, ".xlsx");
        assertFile(api.asHoa().gets(COMMUNE.replace("/commune", "/commune.docx")), ReportFormat.WORD, ".docx");
        assertFile(api.asDuc().gets(DISTRICT.replace("/district", "/district.xlsx")), Sheets.XLSX, ".xlsx");
        assertFile(api.asDuc().with("Accept", ReportFormat.WORD).gets(DISTRICT), ReportFormat.WORD, ".docx");
        assertThat(api.asHoa()
                        .gets(COMMUNE.replace("/commune", "/commune.json"))
                        .is(200)
                        .header("Content-Type"))
                .startsWith("application/json");
        api.asHoa().gets(COMMUNE + "&format=pdf").isProblem(400, "malformed").blames("/format not-one-of");
        api.asHoa().with("Accept", "image/png").gets(COMMUNE).isProblem(406, "malformed");
    }

    private static void assertFile(Reply reply, String type, String suffix) {
        reply.is(200);
        assertThat(reply.header("Content-Type")).isEqualTo(type);
        assertThat(reply.header("Content-Disposition")).startsWith("attachment").contains(suffix);
        assertThat(new String(reply.bytes(), 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
    }

    @Test
    void reports_are_for_leaders_and_staff_of_the_area() {
        api.asLan().gets(COMMUNE).isProblem(403, "forbidden");
        api.asHoa().gets(DISTRICT).isProblem(404, "not-found");
        api.asHoa()
                .gets("/v1/reports/commune.docx?period=2026-10&area=" + TestWorld.TAM_HOP.id())
                .isProblem(404, "not-found");
        api.asNobody().gets(COMMUNE).isProblem(401, "unauthenticated");
        api.asBao().gets(COMMUNE).is(200);
    }

    @Test
    void questions_that_make_no_sense_are_told_so() {
        Caller anh = api.asAnh();
        String area = "?area=" + TestWorld.MINH_HOP.id();

        anh.gets("/v1/reports/commune" + area).isProblem(422, "invalid").blames("/period required");
        anh.gets("/v1/reports/commune" + area + "&period=Q4")
                .isProblem(422, "invalid")
                .blames("/period period");
        anh.gets("/v1/reports/commune" + area + "&period=2099")
                .isProblem(422, "invalid")
                .blames("/period in-the-future");
        anh.gets("/v1/reports/district" + area + "&period=2026")
                .isProblem(422, "invalid")
                .blames("/area level-of-report");
    }

    @Test
    void the_excel_file_has_real_numbers_and_dates_a_frozen_header_and_definitions() throws Exception {
        byte[] file = api.asHoa().gets(COMMUNE + "&format=xlsx").is(200).bytes();
        keep("commune.xlsx", file);

        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(3);
            for (int i = 0; i < 3; i++) {
                assertThat(book.getSheetAt(i).getPaneInformation().isFreezePane())
                        .isTrue();
                assertThat(book.getSheetAt(i).getPaneInformation().getHorizontalSplitPosition())
                        .isEqualTo((short) 1);
                assertThat(book.getSheetAt(i).getColumnWidth(0)).isGreaterThan(2_100);
            }
            XSSFSheet figures = book.getSheetAt(0);
            for (Row row : figures) {
                if (row.getRowNum() > 0) {
                    assertNumberOrNothing(row.getCell(4));
                    assertNumberOrNothing(row.getCell(6));
                    assertThat(DateUtil.isCellDateFormatted(row.getCell(7))).isTrue();
                }
            }
            assertThat(column(book.getSheetAt(2), 0)).containsAll(column(figures, 1));
        }
    }

    private static void assertNumberOrNothing(Cell cell) {
        if (cell != null) {
            assertThat(cell.getCellType()).isIn(CellType.NUMERIC, CellType.BLANK);
        }
    }

    private static List<String> column(XSSFSheet sheet, int column) {
        List<String> texts = new ArrayList<>();
        for (Row row : sheet) {
            if (row.getRowNum() > 0 && row.getCell(column) != null) {
                texts.add(row.getCell(column).getStringCellValue());
            }
        }
        return texts;
    }

    @Test
    void the_word_file_has_the_form_of_an_administrative_document() throws Exception {
        byte[] file = api.asHoa().gets(COMMUNE + "&format=docx").is(200).bytes();
        keep("commune.docx", file);

        try (XWPFDocument letter = new XWPFDocument(new ByteArrayInputStream(file))) {
            assertValid(letter.getDocument());
            assertValid(letter.getStyle());
            CTSectPr section = letter.getDocument().getBody().getSectPr();
            assertThat(millimetres(section.getPgSz().getW())).isEqualTo(210);
            assertThat(millimetres(section.getPgSz().getH())).isEqualTo(297);
            assertMargins(section.getPgMar());
            assertThat(section.isSetTitlePg()).isTrue();
            assertThat(letter.getHeaderFooterPolicy().getFirstPageHeader()).isNull();
            XWPFParagraph number = letter.getHeaderFooterPolicy()
                    .getDefaultHeader()
                    .getParagraphs()
                    .get(0);
            assertThat(number.getCTP().xmlText()).contains("PAGE");
            assertThat(letter.getStyles().getStyle("PageNumber").getCTStyle().xmlText())
                    .contains("\"center\"");
            assertThat(letter.getStyle().xmlText()).contains("Times New Roman");
            assertThat(textOf(letter))
                    .contains(
                            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                            "Độc lập - Tự do - Hạnh phúc",
                            "ỦY BAN NHÂN DÂN",
                            "XÃ MINH HỢP",
                            "Minh Hợp, ngày ",
                            "BÁO CÁO",
                            "Nơi nhận:",
                            "Mục 3c. Tổ công nghệ số cộng đồng");
        }
    }

    @Test
    void the_letter_of_an_oversight_area_claims_no_authority() throws Exception {
        byte[] file = api.asDuc().gets(DISTRICT + "&format=docx").is(200).bytes();
        keep("district.docx", file);

        try (XWPFDocument letter = new XWPFDocument(new ByteArrayInputStream(file))) {
            assertValid(letter.getDocument());
            assertThat(textOf(letter)).contains("KHU VỰC QUỲ HỢP").doesNotContain("ỦY BAN NHÂN DÂN");
        }
    }

    /** Against the schemas of ECMA-376: a file that Word repairs is none. */
    private static void assertValid(XmlObject part) {
        List<XmlError> errors = new ArrayList<>();
        part.validate(new XmlOptions().setErrorListener(errors));
        assertThat(errors).isEmpty();
    }

    private static void assertMargins(CTPageMar margins) {
        assertThat(millimetres(margins.getTop())).isBetween(20L, 25L);
        assertThat(millimetres(margins.getBottom())).isBetween(20L, 25L);
        assertThat(millimetres(margins.getLeft())).isBetween(30L, 35L);
        assertThat(millimetres(margins.getRight())).isBetween(15L, 20L);
    }

    private static long millimetres(Object twips) {
        return Math.round(Double.parseDouble(twips.toString()) * 25.4 / 1440);
    }

    private static String textOf(XWPFDocument letter) {
        String tables =
                letter.getTables().stream().map(table -> table.getText()).collect(Collectors.joining("\n"));
        return tables
                + letter.getParagraphs().stream().map(XWPFParagraph::getText).collect(Collectors.joining("\n"));
    }

    private static JsonNode figure(JsonNode report, String code) {
        for (JsonNode section : report.at("/sections")) {
            for (JsonNode figure : section.at("/figures")) {
                if (figure.at("/code").asString().equals(code)) {
                    return figure;
                }
            }
        }
        throw new AssertionError("no figure " + code + " in " + report);
    }

    /** For whoever wants to look at it. */
    private static void keep(String name, byte[] file) throws Exception {
        Path folder = Files.createDirectories(Path.of("target/reports"));
        Files.write(folder.resolve(name), file);
    }
}
