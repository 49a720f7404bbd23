package vn.toso.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {

    @ParameterizedTest
    @CsvSource({
        "hoa, Lê Thị Hòa, true, false",
        "hòa, Lê Thị Hòa, true, true",
        "hoà, Lê Thị Hòa, true, true",
        "le hoa, Lê Thị Hòa, true, false",
        "hòa lê, Lê Thị Hòa, true, true",
        "hòa lo, Lê Thị Hòa, false, false",
        "hóa, Lê Thị Hòa, true, false",
        "ho, Lê Thị Hòa, true, true",
        "hoa, Lê Thị Hoa, true, true",
        "duc, Đặng Đức, true, false",
        "đặng duc, Đặng Đức, true, false",
        "oa, Lê Thị Hòa, false, false"
    })
    void every_word_must_begin_a_word_and_accents_are_told_apart(
            String query, String name, boolean found, boolean exact) {
        List<String> words = Vietnamese.searchWords(List.of(name));

        assertThat(Search.of(query).finds(words)).isEqualTo(found);
        assertThat(Search.of(query).findsExactly(words)).isEqualTo(exact);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "-.,", "^$*"})
    void who_asks_for_nothing_gets_everything(String query) {
        assertThat(Search.of(query).isForEverything()).isTrue();
        assertThat(Search.of(query).finds(List.of("x"))).isTrue();
    }

    @Test
    void only_the_first_eight_words_count() {
        assertThat(Search.of("a b c d e f g h i j").folded()).hasSize(8);
    }
}
