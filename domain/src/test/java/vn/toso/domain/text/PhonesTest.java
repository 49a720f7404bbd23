package vn.toso.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhonesTest {

    @ParameterizedTest
    @CsvSource({
        "0912345678, 0912345678",
        "0912.345.678, 0912345678",
        "091 234-56 78, 0912345678",
        "(091) 2345678, 0912345678",
        "+84912345678, 0912345678",
        "+84 0912 345 678, 0912345678",
        "84912345678, 0912345678",
        "0084 912345678, 0912345678",
        "0351234567, 0351234567",
        "0561234567, 0561234567",
        "0701234567, 0701234567",
        "0841234567, 0841234567",
        "+84 162 345 6789, 0323456789",
        "84 1234567890, 0834567890"
    })
    void however_written_it_is_ten_digits(String written, String kept) {
        assertThat(Phones.normalise(written)).contains(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "0120, 070", "0121, 079", "0122, 077", "0126, 076", "0128, 078", "0123, 083", "0124, 084",
        "0125, 085", "0127, 081", "0129, 082", "0162, 032", "0163, 033", "0164, 034", "0165, 035",
        "0166, 036", "0167, 037", "0168, 038", "0169, 039", "0186, 056", "0188, 058", "0199, 059"
    })
    void every_prefix_of_before_2018_is_converted(String old, String today) {
        assertThat(Phones.normalise(old + "1234567")).contains(today + "1234567");
    }

    @ParameterizedTest
    @CsvSource({"912345678, 0912345678", "1681234567, 0381234567"})
    void a_zero_that_a_spreadsheet_lost_comes_back(String cell, String kept) {
        assertThat(Phones.normalise(Phones.withZero(cell))).contains(kept);
        assertThat(Phones.withZero("84912345678")).isEqualTo("84912345678");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "091234567",
                "09123456789",
                "0212345678",
                "0412345678",
                "01101234567",
                "02383842000",
                "0912345678x",
                "+85912345678",
                "0912/345678",
                "９１２３４５６７８０",
                "٠٩١٢٣٤٥٦٧٨"
            })
    void what_is_no_mobile_number_of_vietnam_is_none(String written) {
        assertThat(Phones.normalise(written)).isEmpty();
    }

    @Test
    void a_normalised_number_stays_as_it_is() {
        assertThat(Phones.normalise("0841234567")).contains("0841234567");
    }
}
