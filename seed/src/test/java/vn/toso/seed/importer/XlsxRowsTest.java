package vn.toso.seed.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.Problems.refusalOf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.table.Row;

class XlsxRowsTest {

    private final XlsxRows reader = new XlsxRows();

    @Test
    void cells_are_read_as_people_see_them() throws IOException {
        byte[] file = workbook(sheet -> {
            sheet.value(0, 0, "Họ tên");
            sheet.range(0, 1, 0, 2).merge();
            sheet.value(0, 1, "Liên hệ");
            sheet.value(2, 0, "Vi Văn Thông");
            sheet.value(2, 1, 912345678);
            sheet.value(2, 2, 1968.0);
            sheet.value(2, 3, LocalDate.of(1968, 5, 12));
            sheet.style(2, 3).format("dd/mm/yyyy").set();
            sheet.value(2, 4, true);
            sheet.value(2, 5, 0.5);
        });

        List<Row> rows = reader.rows(file);

        assertThat(rows).map(Row::number).startsWith(1).endsWith(3);
        assertThat(rows.get(0).cells()).containsExactly("Họ tên", "Liên hệ");
        assertThat(rows.get(rows.size() - 1).cells().subList(0, 4))
                .containsExactly("Vi Văn Thông", "912345678", "1968", "1968-05-12");
        assertThat(rows.get(rows.size() - 1).cells().get(5)).isEqualTo("0.5");
    }

    @Test
    void only_the_first_sheet_is_read() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            workbook.newWorksheet("Hộ").value(0, 0, "thứ nhất");
            workbook.newWorksheet("Khác").value(0, 0, "thứ hai");
        }

        assertThat(reader.rows(bytes.toByteArray()).toString())
                .contains("thứ nhất")
                .doesNotContain("thứ hai");
    }

    @Test
    void what_is_no_workbook_is_refused() throws IOException {
        byte[] good = workbook(sheet -> sheet.value(0, 0, "Họ tên"));
        assertThat(reader.reads(good)).isTrue();
        assertThat(reader.reads("STT".getBytes(StandardCharsets.UTF_8))).isFalse();
        assertMalformed(new byte[] {'P', 'K', 3, 4});
        assertMalformed(Arrays.copyOf(good, good.length / 2));
        assertMalformed(zip(Map.of("hello.txt", "hello")));
    }

    @Test
    void broken_workbooks_never_break_the_reader() throws IOException {
        byte[] good = workbook(sheet -> {
            sheet.value(0, 0, "Họ tên");
            sheet.value(1, 0, 1968);
        });
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            byte[] broken = good.clone();
            for (int i = 0; i < 5; i++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }
            try {
                reader.rows(broken);
            } catch (Problem refused) {
                assertThat(refused.code()).as("seed %d", seed).isIn(ProblemCode.MALFORMED, ProblemCode.TOO_LARGE);
            }
        }
    }

    @Test
    void a_bomb_is_refused_before_it_goes_off() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            byte[] block = new byte[1 << 20];
            for (int i = 0; i < 41; i++) {
                zip.write(block);
            }
        }

        assertThat(bytes.size()).isLessThan(1 << 20);
        assertThat(refusalOf(() -> reader.rows(bytes.toByteArray())).code()).isEqualTo(ProblemCode.TOO_LARGE);
    }

    @Test
    void entities_are_refused_whatever_they_stand_for() throws IOException {
        String row = "<row><c t='inlineStr'><is><t>&here;</t></is></c></row>";
        for (String entity : List.of("SYSTEM \"file:///etc/hostname\"", "\"ha\"")) {
            Map<String, String> parts = parts("", row);
            parts.computeIfPresent(
                    "x/sheets/1.xml", (part, xml) -> "<!DOCTYPE w [<!ENTITY here " + entity + ">]>" + xml);
            assertMalformed(zip(parts));
        }
    }

    @Test
    void what_one_cell_claims_fills_no_memory() throws IOException {
        assertThat(rows("<row r='1'><c r='ZZZZZZ1'><v>1</v></c><c r='B1'><v>1E999999999</v></c></row>"))
                .containsExactly(new Row(1, List.of("", "1E999999999")));
        assertThat(rows("<row r='9'><c r='A9'><v>" + "9".repeat(1_000_000) + "</v></c></row>"))
                .hasSize(1);
        byte[] tooMany = raw("", "<row><c t='inlineStr'><is><t>x</t></is></c></row>".repeat(10_001));
        assertThat(refusalOf(() -> reader.rows(tooMany)).code()).isEqualTo(ProblemCode.TOO_LARGE);
    }

    @Test
    void workbooks_of_other_programs_are_read_too() throws IOException {
        assertThat(rows("""
                <row><c t='inlineStr'><is><r><t>Vi Văn </t></r><r><t>Thông</t></r><rPh><t>x</t></rPh></is></c>
                <c t='str'><f>A1</f><v>Lô</v></c><c t='e'><v>#REF!</v></c><c t='b'><v>1</v></c><c><v>1.968E3</v></c></row>
                <row r='5'><c r='C5'><v>0.1</v></c></row><row/><row><c/></row>"""))
                .containsExactly(
                        new Row(1, List.of("Vi Văn Thông", "Lô", "", "1", "1968")), new Row(5, List.of("", "", "0.1")));
    }

    @Test
    void days_are_counted_from_where_the_workbook_says() throws IOException {
        String day = "<row><c s='1'><v>24970</v></c><c s='1'><v>24970.5</v></c><c s='0'><v>24970</v></c></row>";

        assertThat(reader.rows(raw("", day)).get(0).cells()).containsExactly("1968-05-12", "1968-05-12", "24970");
        assertThat(reader.rows(raw("<workbookPr date1904='1'/>", day)).get(0).cells())
                .startsWith("1972-05-13");
    }

    @Test
    void a_hidden_sheet_is_not_the_first_one() throws IOException {
        byte[] file = raw("<hidden/>", "<row><c><v>7</v></c></row>");

        assertThat(reader.rows(file)).containsExactly(new Row(1, List.of("7")));
    }

    private List<Row> rows(String xml) throws IOException {
        return reader.rows(raw("", xml));
    }

    /** A workbook written by hand; style 1 is a date. {@code <hidden/>} puts a hidden sheet before the visible one. */
    private static byte[] raw(String properties, String rows) throws IOException {
        return zip(parts(properties, rows));
    }

    private static Map<String, String> parts(String properties, String rows) {
        String relation = "<Relationship Id='%s' Type='http://x/%s' Target='%s'/>";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "_rels/.rels",
                "<Relationships>" + relation.formatted("r1", "officeDocument", "/x/book.xml") + "</Relationships>");
        parts.put(
                "x/_rels/book.xml.rels",
                "<Relationships>" + relation.formatted("r0", "worksheet", "sheets/0.xml")
                        + relation.formatted("r1", "worksheet", "/x/sheets/1.xml")
                        + relation.formatted("r2", "styles", "./styles.xml") + "</Relationships>");
        String hidden = properties.equals("<hidden/>") ? "<sheet name='0' r:id='r0' state='hidden'/>" : "";
        parts.put(
                "x/book.xml",
                "<workbook xmlns:r='http://r'>" + properties + "<sheets>" + hidden
                        + "<sheet name='1' sheetId='7' r:id='r1'/></sheets></workbook>");
        parts.put(
                "x/styles.xml",
                "<styleSheet><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
                        + "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>");
        parts.put("x/sheets/0.xml", "<worksheet/>");
        parts.put(
                "x/sheets/1.xml",
                "<s:worksheet xmlns:s='http://s'><s:sheetData>" + rows.replaceAll("<(/?)(\\w)", "<$1s:$2")
                        + "</s:sheetData></s:worksheet>");
        return parts;
    }

    private void assertMalformed(byte[] file) {
        assertThat(refusalOf(() -> reader.rows(file)).reason()).isEqualTo("malformed.sheet");
    }

    private static byte[] workbook(Consumer<Worksheet> content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            content.accept(workbook.newWorksheet("Danh sách"));
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
