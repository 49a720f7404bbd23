package vn.toso.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toso.domain.problem.FieldError;
import vn.toso.domain.problem.FieldErrors;

class SensitiveTest {

    private static final long SEED = 20261121;
    private static final List<String> BETWEEN =
            List.of("", " ", ".", "-", "–", " - ", "\u00a0", "\u2011", "_", ",", "·", "\u200b");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "040196001234",
                "CMND 186 123 456",
                "so cccd:040.196.001.234",
                "0912–345–678",
                "４１１１１１１１１１１１１１１１",
                "thẻ 4111 1111 1111 1111",
                "stk 19036547898019 TCB",
                "٠٤٠١٩٦٠٠١٢٣٤",
                "0 4 0 1 9 6 0 0 1 2 3 4",
                "04019600\u200b1234"
            })
    void numbers_of_cards_accounts_and_phones_are_found_however_they_are_written(String text) {
        assertThat(rules(text)).containsExactly(Sensitive.NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mã OTP 123456",
                "OTP: 4821",
                "482 193 là mã xác thực",
                "mật khẩu là 12345678",
                "Ma PIN 9876",
                "cvv 1234",
                "ma\u0303 xa\u0301c nhâ\u0323n 553211"
            })
    void codes_are_found_beside_their_name(String text) {
        assertThat(rules(text)).containsExactly(Sensitive.CODE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "đã hướng dẫn chống lừa đảo, không đưa OTP cho ai",
                "đổi mật khẩu VNeID năm 2026",
                "hẹn 20/11/2026 8h30 và 21.11.2026 9h",
                "2026-11-20 19:05",
                "con sinh 1985 1990 2012",
                "vay 1.710.789.000 đồng",
                "500.000.000đ",
                "pin 5000 mAh, máy 128 GB",
                "số nhà 12, ngõ 34, tổ 5",
                "221 hộ, 840 nhân khẩu",
                "171/KH-UBND",
                "việc 01929e40-7110-4720-8300-010120405060",
                "tổng đài 1900 1234",
                ""
            })
    void what_people_write_else_is_in_order(String text) {
        assertThat(rules(text)).isEmpty();
        assertThat(Sensitive.masked(text)).isSameAs(text);
    }

    @ParameterizedTest
    @CsvSource({
        "gọi 0912 345 678 nhé, gọi •••• ••• ••• nhé",
        "nhà 12 CCCD 040196001234, nhà 12 CCCD ••••••••••••",
        "OTP 482193 lúc 8h30, OTP •••••• lúc 8h30"
    })
    void a_masked_text_has_dots_for_their_digits_and_nothing_else_changed(String text, String masked) {
        assertThat(Sensitive.masked(text)).isEqualTo(masked);
        assertThat(Sensitive.isIn(masked)).isFalse();
    }

    @Test
    void no_digit_of_a_long_number_gets_through_whatever_stands_between() {
        Random dice = new Random(SEED);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder number = new StringBuilder("0");
            int digits = 9 + dice.nextInt(11);
            for (int d = 1; d < digits; d++) {
                number.append(BETWEEN.get(dice.nextInt(BETWEEN.size()))).append(dice.nextInt(10));
            }
            String text = "nhà ông An " + number + " cuối xóm";

            assertThat(Sensitive.isIn(text)).as("seed %d, '%s'", SEED, text).isTrue();
            assertThat(Sensitive.masked(text))
                    .as("seed %d, '%s'", SEED, text)
                    .hasSameSizeAs(text)
                    .doesNotContainPattern("\\d");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "nhà 12345678, nhà 12345678",
        "nhà 123456789, nhà •••••••••",
        "1985 1990 2012 2015 2018 2020, 1985 1990 2012 2015 2018 2020",
        "1985 1990 1992 2001, •••• •••• •••• ••••",
        "1985 1990 1992 2002, 1985 1990 1992 2002",
        "1985 1990 1892, •••• •••• ••••",
        "1710.789.000 đồng, ••••.•••.••• đồng",
        "0.710.789.000 đồng, •.•••.•••.••• đồng",
        "1.710.789.000 đông, •.•••.•••.••• đông",
        "31.11-2026 12, ••.••-•••• ••"
    })
    void years_and_amounts_are_in_order_and_what_only_looks_like_them_is_not(String text, String masked) {
        assertThat(Sensitive.masked(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"30, 1", "31, 0"})
    void a_code_counts_up_to_thirty_signs_behind_or_before_its_name(int signs, int found) {
        String between = "x".repeat(signs - 2);

        assertThat(rules("OTP " + between + " 482193")).hasSize(found);
        assertThat(rules("482193 " + between + " OTP")).hasSize(found);
    }

    @ParameterizedTest
    @CsvSource({"OTP 123, OTP 123", "OTP 1234, OTP ••••", "OTP 12345678, OTP ••••••••", "mật khẩu 2026, mật khẩu 2026"})
    void a_code_has_four_digits_or_more_and_is_no_year(String text, String masked) {
        assertThat(Sensitive.masked(text)).isEqualTo(masked);
    }

    @Test
    void digits_and_blanks_of_two_halves_are_masked_whole_and_left_whole() {
        String bold = "𝟎𝟒𝟎𝟏𝟗𝟔𝟎𝟎𝟏𝟐𝟑𝟒";
        String unseen = "\udb40\udc01";

        assertThat(Sensitive.masked("thẻ " + bold)).isEqualTo("thẻ " + "•".repeat(bold.length()));
        assertThat(Sensitive.masked("0912345" + unseen + "678")).isEqualTo("•••••••" + unseen + "•••");
    }

    @Test
    void what_is_not_there_is_in_order() {
        assertThat(rules(null)).isEmpty();
    }

    private static List<String> rules(@Nullable String text) {
        FieldErrors errors = new FieldErrors();
        Sensitive.check(text, "/note", errors);
        return errors.list().stream().map(FieldError::code).toList();
    }
}
