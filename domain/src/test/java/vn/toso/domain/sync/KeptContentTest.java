package vn.toso.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeptContentTest {

    @Test
    void work_without_forbidden_numbers_stays_as_it_was_sent() {
        String sent = """
                {"id":"01929e40-7110-4720-8300-010120405060","occurredAt":"2026-11-20T19:05:00.123+07:00",
                 "phones":["0912345678","+84 912 345 679"],"location":{"latitude":18.6789123456,"longitude":105.123456789},
                 "durationMinutes":25,"activities":[{"service":"SAFE","note":"ra ngân hàng \\"thứ Hai\\" 8h30"}],"taskId":null}""";

        assertThat(KeptContent.ofJson(sent)).isEqualTo(sent);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"note\":\"CCCD 040196001234\"}|{\"note\":\"CCCD ••••••••••••\"}",
                "{\"note\":\"a\\\"b\\n0912 345 678\"}|{\"note\":\"a\\\"b\\u000a•••• ••• •••\"}",
                "{\"note\":\"\\u0030401960\\u003001234\"}|{\"note\":\"•••••••••••••\"}",
                "{\"note\":40196001234}|{\"note\":\"•••••••••••\"}",
                "{\"040196001234\":1}|{\"••••••••••••\":1}",
                "{\"phones\":[\"0912345678\",\"040196001234\"]}|{\"phones\":[\"0912345678\",\"••••••••••••\"]}",
                "{\"phones\":[\"0912345678\"],\"note\":\"0912345678\"}|{\"phones\":[\"0912345678\"],\"note\":\"••••••••••\"}",
                "[{\"a\":[\"x\",{\"b\":\"OTP 482193\"}]}]|[{\"a\":[\"x\",{\"b\":\"OTP ••••••\"}]}]",
                "\"0912345678\"|\"••••••••••\"",
                "40196001234|\"•••••••••••\"",
                "{\"note\":-40196001234}|{\"note\":\"-•••••••••••\"}",
                "{\"latitude\":\"0912345678\"}|{\"latitude\":\"••••••••••\"}",
                "{\"phone\":\"0912345678\",\"phones\":\"186123456\"}|{\"phone\":\"0912345678\",\"phones\":\"•••••••••\"}"
            })
    void forbidden_numbers_become_dots_wherever_they_stand(String sent, String kept) {
        assertThat(KeptContent.ofJson(sent)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\\t0912345678|\\u0009••••••••••",
                "\\r0912345678|\\u000d••••••••••",
                "\\b0912345678|\\u0008••••••••••",
                "\\f0912345678|\\u000c••••••••••",
                "\\/0912345678|/••••••••••",
                "\\\\0912345678\\\"|\\\\••••••••••\\\"",
                "Xuy\\u1ebfn 0912345678|Xuyến ••••••••••"
            })
    void beside_a_masked_number_every_other_sign_stays_what_it_was(String sent, String kept) {
        assertThat(KeptContent.ofJson("[\"" + sent + "\"]")).isEqualTo("[\"" + kept + "\"]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "40196001",
                "-12.5e+3",
                "true",
                "null",
                "{}",
                "[]",
                "[ ]",
                "{\"latitude\":-18.123456789}",
                "\"\"",
                "\"a\\tb\\\\\\\"c\\u00e0\"",
                "{\"a\":{\"phone\":\"0912 345 678\"}}"
            })
    void what_holds_no_forbidden_number_keeps_every_sign_as_it_was_written(String sent) {
        assertThat(KeptContent.ofJson(sent)).isEqualTo(sent);
    }

    @Test
    void an_id_stays_where_it_is_the_whole_text_though_half_of_it_are_digits() {
        String id = "01929e40-7110-4720-8300-010120405060";

        assertThat(KeptContent.ofText(id)).isEqualTo(id);
        assertThat(KeptContent.ofJson("{\"" + id + "\":\"" + id + "\"}")).isEqualTo("{\"" + id + "\":\"" + id + "\"}");
        assertThat(KeptContent.ofText("visit.record")).isEqualTo("visit.record");
    }

    @Test
    void a_field_after_the_phones_is_no_phone() {
        assertThat(KeptContent.ofJson("{\"x\":{\"phones\":[]},\"y\":\"0912345678\"}"))
                .contains("\"••••••••••\"");
        assertThat(KeptContent.ofText("0912345678")).doesNotContainPattern("\\d");
    }
}
