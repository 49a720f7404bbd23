package vn.toso.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VietnameseTest {

    @ParameterizedTest
    @CsvSource({
        "Nguyễn Thị Hòa, nguyen thi hoa",
        "Nguyễn Thị Hoà, nguyen thi hoa",
        "THUỶ, thuy",
        "Thủy, thuy",
        "Đặng Đức, dang duc",
        "ươưâăêôđ, uouaaeod",
        "ỐC BƯỞI, oc buoi",
        "Y Bhươt Niê, y bhuot nie"
    })
    void folding_takes_every_mark_and_case(String written, String folded) {
        assertThat(Vietnamese.fold(written)).isEqualTo(folded);
        assertThat(Vietnamese.fold(Normalizer.normalize(written, Normalizer.Form.NFD)))
                .isEqualTo(folded);
    }

    @Test
    void text_is_kept_composed_with_single_blanks() {
        String decomposed = Normalizer.normalize("\ufeff  Vi\u00a0 Th\u200bị\tLan ", Normalizer.Form.NFD);

        assertThat(Vietnamese.normalise(decomposed)).isEqualTo("Vi Thị Lan");
    }

    @Test
    void words_are_parted_by_all_but_letters_and_digits_and_come_once() {
        assertThat(Vietnamese.words("Xóm 5 (Văn-Lợi), xóm H'Mông"))
                .containsExactly("xom", "5", "van", "loi", "h", "mong");
        assertThat(Vietnamese.words(" ., ")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"hòa, hoà", "thủy, thuỷ", "khỏe, khoẻ", "Lũy, Luỹ", "TỌA, TOẠ", "qúy, quý"})
    void both_places_of_a_tone_mark_are_one_word(String older, String newer) {
        assertThat(Vietnamese.exactWords(older)).isEqualTo(Vietnamese.exactWords(newer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hoàn", "toán", "của", "quyền", "thuyền", "nguyễn", "hóa chất"})
    void the_place_of_a_tone_mark_moves_nowhere_else(String word) {
        assertThat(String.join(" ", Vietnamese.exactWords(word)).replace("hoá", "hóa"))
                .isEqualTo(word);
    }

    @Test
    void documents_keep_folded_and_exact_words() {
        assertThat(Vietnamese.searchWords(List.of("Vi Thị Lan", "Lê Thị Hòa")))
                .containsExactly("=hoà", "=lan", "=lê", "=thị", "=vi", "hoa", "lan", "le", "thi", "vi");
    }

    @Test
    void people_sort_by_given_name_then_surname_and_accents_decide_last() {
        List<String> ordered = List.of(
                "Bùi Thị Ân",
                "Nguyễn Văn An",
                "Vi Văn An",
                "Vi Văn Ân",
                "Đặng Văn Đức",
                "Lê Hoa",
                "Lê Thị Hoa",
                "Lê Thị Hòa",
                "Lê Thị Hoàng",
                "Lo Minh",
                "Lò Minh",
                "Lô Minh",
                "Lộ Minh",
                "Lơ Minh",
                "Nguyễn Thị Tú",
                "Nguyễn Thị Tư");
        List<String> shuffled = new ArrayList<>(ordered);
        Collections.shuffle(shuffled, new Random(7));

        shuffled.sort(Comparator.comparing(Vietnamese::sortKey));

        assertThat(shuffled).containsExactlyElementsOf(ordered);
    }

    @Test
    void tones_sort_as_in_the_dictionary() {
        List<String> ordered = List.of("ma", "mà", "mả", "mã", "má", "mạ", "mă", "mằ", "mâ", "mầ");
        List<String> shuffled = new ArrayList<>(ordered);
        Collections.shuffle(shuffled, new Random(11));

        shuffled.sort(Comparator.comparing(Vietnamese::sortKey));

        assertThat(shuffled).containsExactlyElementsOf(ordered);
    }

    @Test
    void how_a_name_was_typed_does_not_change_where_it_stands() {
        String older = Normalizer.normalize("Lê Thị Thủy", Normalizer.Form.NFD);

        assertThat(Vietnamese.sortKey(older)).isEqualTo(Vietnamese.sortKey("LÊ  THỊ THUỶ"));
        assertThat(Vietnamese.sortKey("Đa")).isNotEqualTo(Vietnamese.sortKey("Da"));
    }

    @Test
    void places_sort_numbers_by_value() {
        List<String> names = new ArrayList<>(List.of("Xóm 10", "Xóm 5", "Xóm 2", "Bản Vĩnh", "Bản Vinh"));

        names.sort(Comparator.comparing(Vietnamese::placeKey));

        assertThat(names).containsExactly("Bản Vinh", "Bản Vĩnh", "Xóm 2", "Xóm 5", "Xóm 10");
    }
}
