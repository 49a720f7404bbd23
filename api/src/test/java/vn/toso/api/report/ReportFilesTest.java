package vn.toso.api.report;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.ResidentBuilder.aResident;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.World;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.world.TestWorld;

/** A report as the files that are handed in: a workbook, and a letter in the form of an administrative document. */
@ApiTest
class ReportFilesTest {

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

    /** For whoever wants to look at it. */
    private static void keep(String name, byte[] file) throws Exception {
        Path folder = Files.createDirectories(Path.of("target/reports"));
        Files.write(folder.resolve(name), file);
    }
}
