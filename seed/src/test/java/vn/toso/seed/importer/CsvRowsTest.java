package vn.toso.seed.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.Problems.refusalOf;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.table.Row;

class CsvRowsTest {

    private final CsvRows reader = new CsvRows();

    @Test
    void cells_are_parted_by_what_parts_most() {
        assertThat(rows("STT,Họ tên\n1,\"Vi Văn Thông, trưởng xóm\"\n"))
                .containsExactly(row(1, "STT", "Họ tên"), row(2, "1", "Vi Văn Thông, trưởng xóm"));
        assertThat(rows("STT;Họ tên;Năm sinh\r\n1;Vi Văn Thông, cụ;1968\r\n"))
                .last()
                .isEqualTo(row(2, "1", "Vi Văn Thông, cụ", "1968"));
        assertThat(rows("STT\tHọ tên\n1\tVi Văn Thông")).last().isEqualTo(row(2, "1", "Vi Văn Thông"));
    }

    @Test
    void rows_keep_the_number_that_the_spreadsheet_shows() {
        assertThat(rows("DANH SÁCH\n\nSTT,Họ tên\n\n1,\"Vi\nVăn Thông\"\n2,Lô Thị Nga"))
                .filteredOn(row -> !row.cells().isEmpty() && !row.cells().get(0).isBlank())
                .map(Row::number)
                .containsExactly(1, 3, 5, 6);
    }

    @Test
    void a_byte_order_mark_is_no_text_and_utf_16_is_read() {
        assertThat(rows("\ufeffSTT,Họ tên")).containsExactly(row(1, "STT", "Họ tên"));
        assertThat(reader.rows("\ufeffSTT\tHọ tên".getBytes(StandardCharsets.UTF_16LE)))
                .containsExactly(row(1, "STT", "Họ tên"));
    }

    @Test
    void an_older_encoding_is_refused_rather_than_guessed() {
        byte[] file = "STT,Hà".getBytes(Charset.forName("windows-1258"));

        assertThat(refusalOf(() -> reader.rows(file)).reason()).isEqualTo("malformed.not-utf-8");
    }

    @Test
    void quotes_that_never_close_swallow_no_memory_and_no_error() {
        assertThat(rows("STT,Họ tên\n1,\"Vi Văn").toString()).contains("Vi Văn");
        assertThat(rows("")).isEmpty();
    }

    @Test
    void endless_rows_are_too_large_and_blank_ones_are_none() {
        assertThat(rows("\n".repeat(500_000) + "STT,Họ tên")).containsExactly(row(500_001, "STT", "Họ tên"));
        assertThat(rows(",".repeat(16_000))).isEmpty();
        assertThat(refusalOf(() -> rows("a\n".repeat(10_001))).code()).isEqualTo(ProblemCode.TOO_LARGE);
    }

    @Test
    void workbooks_are_for_others() {
        assertThat(reader.reads(new byte[] {'P', 'K', 3, 4})).isFalse();
        assertThat(reader.reads(new byte[] {
                    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
                }))
                .isFalse();
        assertThat(reader.reads("STT,Họ tên".getBytes(StandardCharsets.UTF_8))).isTrue();
        assertThat(reader.reads(new byte[0])).isTrue();
    }

    private List<Row> rows(String text) {
        return reader.rows(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Row row(int number, String... cells) {
        return new Row(number, List.of(cells));
    }
}
