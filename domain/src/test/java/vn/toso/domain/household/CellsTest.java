package vn.toso.domain.household;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CellsTest {

    @Test
    void years_are_read_out_of_dates() {
        assertThat(Cells.year("1968")).contains(1968);
        assertThat(Cells.year(" 12/05/1968 ")).contains(1968);
        assertThat(Cells.year("5.1968")).contains(1968);
        assertThat(Cells.year("1968-05-12")).contains(1968);
        assertThat(Cells.year("1968-05-12T00:00")).contains(1968);
        assertThat(Cells.year("68")).isEmpty();
        assertThat(Cells.year("khoảng 1968")).isEmpty();
    }

    @Test
    void phones_get_their_lost_zero_back() {
        assertThat(Cells.phones("912345678; 0356 000 111/+84 912 000 222"))
                .containsExactly("0912345678", "0356 000 111", "+84 912 000 222");
        assertThat(Cells.phones(" , ")).isEmpty();
        assertThat(Cells.phones("12345")).containsExactly("12345");
    }

    @Test
    void classifications_are_words_between_commas() {
        assertThat(Cells.classifications("Hộ nghèo, kinh doanh"))
                .hasValueSatisfying(
                        found -> assertThat(found).containsExactly(Classification.POOR, Classification.TRADER));
        assertThat(Cells.classifications("cận nghèo"))
                .hasValueSatisfying(found -> assertThat(found).containsExactly(Classification.NEAR_POOR));
        assertThat(Cells.classifications("Bình thường"))
                .hasValueSatisfying(found -> assertThat(found).isEmpty());
        assertThat(Cells.classifications("Thoát nghèo"))
                .hasValueSatisfying(found -> assertThat(found).isEmpty());
        assertThat(Cells.classifications("giàu có")).isEmpty();
    }

    @Test
    void a_tick_is_a_yes() {
        assertThat(Cells.yes("X")).contains(true);
        assertThat(Cells.yes("Có")).contains(true);
        assertThat(Cells.yes("không")).contains(false);
        assertThat(Cells.yes("lớp 5")).isEmpty();
    }
}
