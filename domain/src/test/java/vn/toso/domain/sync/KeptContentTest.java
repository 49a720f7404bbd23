package vn.toso.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                "\"0912345678\"|\"••••••••••\""
            })
    void forbidden_numbers_become_dots_wherever_they_stand(String sent, String kept) {
        assertThat(KeptContent.ofJson(sent)).isEqualTo(kept);
    }

    @Test
    void a_field_after_the_phones_is_no_phone() {
        assertThat(KeptContent.ofJson("{\"x\":{\"phones\":[]},\"y\":\"0912345678\"}"))
                .contains("\"••••••••••\"");
        assertThat(KeptContent.ofText("0912345678")).doesNotContainPattern("\\d");
    }
}
