package vn.toso.domain.table;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.Problems.refusalOf;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.toso.domain.problem.ProblemCode;

class TableTest {

    private enum Part implements Column {
        NAME(true, "ho va ten", "chu ho ho ten"),
        YEAR(false, "nam sinh", "chu ho nam sinh"),
        PHONE(false, "sdt");

        private final boolean key;

        @SuppressWarnings("ImmutableEnumChecker")
        private final Set<String> headings;

        Part(boolean key, String... headings) {
            this.key = key;
            this.headings = Set.of(headings);
        }

        @Override
        public Set<String> headings() {
            return headings;
        }

        @Override
        public boolean isKey() {
            return key;
        }
    }

    @Test
    void a_table_is_found_below_its_letterhead_and_above_its_signatures() {
        Table<Part> table = table("""
                UBND XÃ MINH HỢP | | |
                DANH SÁCH HỘ
                Kèm theo công văn ngày 12 tháng 3 năm 2026

                STT | Họ và tên | Năm sinh (dd/mm/yyyy) | SĐT:
                (1) | (2) | (3) | (4)
                1 | Vi Văn Thông | 1968 | 0912345678

                2 | Tống Thị Nga | |
                Tổng cộng: | 2 | |
                 | | Minh Hợp, ngày 20 tháng 11 năm 2026
                Người lập biểu | | Trưởng xóm
                 | | Vi Thị Lan | 0999999999""");

        assertThat(table.lines()).map(Table.Line::number).containsExactly(7, 9);
        assertThat(table.lines().get(0).values())
                .isEqualTo(Map.of(Part.NAME, "Vi Văn Thông", Part.YEAR, "1968", Part.PHONE, "0912345678"));
        assertThat(table.lines().get(1).get(Part.NAME)).isEqualTo("Tống Thị Nga");
        assertThat(table.lines().get(1).get(Part.YEAR)).isNull();
        assertThat(table.ignored()).isEmpty();
    }

    @Test
    void a_header_may_take_two_rows_of_merged_cells() {
        Table<Part> table = table("""
                STT | Chủ hộ | | Liên hệ | Ghi chú
                 | Họ tên | Năm sinh | SĐT |
                1 | Vi Văn Thông | 1968 | 0912345678 | x""");

        assertThat(table.lines()).hasSize(1);
        assertThat(table.lines().get(0).values()).hasSize(3).containsEntry(Part.YEAR, "1968");
        assertThat(table.ignored()).containsExactly("Ghi chú");
    }

    @Test
    void a_row_of_data_is_no_second_half_of_a_header() {
        Table<Part> table = table("""
                Họ và tên | Năm sinh
                Năm sinh | 1970
                Vi Văn Ba | 1971""");

        assertThat(table.lines()).map(Table.Line::number).containsExactly(2, 3);
    }

    @Test
    void of_two_columns_that_mean_the_same_the_left_one_is_read() {
        Table<Part> table = table("""
                Họ và tên | SĐT | SĐT | Tuổi
                Vi Văn Thông | 0911111111 | 0922222222 | 58""");

        assertThat(table.lines().get(0).get(Part.PHONE)).isEqualTo("0911111111");
        assertThat(table.ignored()).containsExactly("SĐT", "Tuổi");
        assertThat(table.has(Part.PHONE)).isTrue();
        assertThat(table.has(Part.YEAR)).isFalse();
    }

    @Test
    void sums_and_titles_of_sections_are_no_data() {
        Table<Part> table = table("""
                STT | Họ và tên | Năm sinh
                I | |
                 | Xóm 5 |
                1 | Vi Văn Thông | 1968
                 | Cộng |
                II. Xóm 6 | |
                2 | Lô Văn Tổng | 1970
                 | Tổng số (2 hộ) |
                 | TỔNG CỘNG | 2""");

        assertThat(table.lines()).map(line -> line.get(Part.NAME)).containsExactly("Vi Văn Thông", "Lô Văn Tổng");
    }

    @Test
    void somebody_of_whom_only_the_name_is_known_is_data() {
        assertThat(table("""
                Họ và tên | Năm sinh
                Vi Văn Thông |""").lines()).hasSize(1);
    }

    @Test
    void a_cell_is_blamed_by_its_row_and_heading() {
        Table<Part> table = table("""
                Họ và tên | Năm/sinh
                Vi Văn Thông | 19x8""");

        assertThat(table.error(2, Part.YEAR, "range", List.of(1900)).pointer()).isEqualTo("/rows/2/Năm~1sinh");
        assertThat(table.error(2, Part.PHONE, "phone", List.of()).pointer()).isEqualTo("/rows/2");
    }

    @Test
    void a_sheet_without_the_columns_that_are_needed_has_no_table() {
        for (String sheet : List.of("", "Năm sinh | SĐT\n1968 | 1", "Họ và tên\nVi Văn Thông")) {
            var problem = refusalOf(() -> table(sheet));
            assertThat(problem.code()).as(sheet).isEqualTo(ProblemCode.MALFORMED);
            assertThat(problem.reason()).isEqualTo("malformed.no-table");
        }
    }

    @Test
    void a_table_of_a_whole_district_is_too_long() {
        String row = "\nVi Văn Thông | 1968";

        assertThat(table("Họ và tên | Năm sinh" + row.repeat(5_000)).lines()).hasSize(5_000);
        assertThat(refusalOf(() -> table("Họ và tên | Năm sinh" + row.repeat(5_001)))
                        .errors()
                        .get(0)
                        .code())
                .isEqualTo("too-many");
    }

    private static Table<Part> table(String drawn) {
        return Table.in(Sheet.of(drawn), Part.class);
    }
}
