package vn.toso.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toso.domain.problem.FieldError;
import vn.toso.domain.problem.FieldErrors;

class WordingTest {

    private final FieldErrors errors = new FieldErrors();

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "\u00a0"})
    void a_name_is_required(String written) {
        Wording.name(written, "/name", errors);

        assertThat(errors.list()).containsExactly(FieldError.of("/name", "required"));
    }

    @Test
    void a_name_is_kept_normalised() {
        assertThat(Wording.name(" Vi  Thị\tLan", "/name", errors)).isEqualTo("Vi Thị Lan");
        assertThat(errors.isEmpty()).isTrue();
    }

    @Test
    void a_name_holds_a_letter_and_at_most_120_characters() {
        Wording.name("12 34", "/a", errors);
        Wording.name("a".repeat(121), "/b", errors);
        Wording.name("a".repeat(120), "/c", errors);

        assertThat(errors.list()).containsExactly(FieldError.of("/a", "name"), FieldError.of("/b", "too-long", 120));
    }

    @Test
    void a_place_may_be_named_by_a_number() {
        assertThat(Wording.placeName(" 5", "/a", errors)).isEqualTo("5");
        assertThat(errors.isEmpty()).isTrue();
        Wording.placeName("...", "/b", errors);
        assertThat(errors.list()).containsExactly(FieldError.of("/b", "name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u202eb", "a\u2066b", "a\u007fb"})
    void characters_that_nobody_sees_are_refused(String written) {
        Wording.text(written, "/text", 10, errors);

        assertThat(errors.list()).containsExactly(FieldError.of("/text", "characters"));
    }

    @Test
    void a_note_may_hold_faces_and_families() {
        String written = "vui \ud83d\ude42 \ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67";

        assertThat(Wording.note(written, "/note", errors)).isEqualTo(written);
        assertThat(errors.isEmpty()).isTrue();
    }

    @Test
    void nothing_written_is_no_note() {
        assertThat(Wording.note(null, "/note", errors)).isNull();
        assertThat(Wording.note("  ", "/note", errors)).isNull();
        assertThat(errors.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CCCD 040185001234",
                "stk 0011 0042 34567",
                "tài khoản 101-876-543-210",
                "0912345678 và 123456789",
                "nhà thứ 3, gọi 0912 345 678",
                "+84 912 345 678"
            })
    void what_could_be_an_identity_card_an_account_or_a_phone_is_never_kept(String written) {
        Wording.note(written, "/note", errors);

        assertThat(errors.list()).containsExactly(FieldError.of("/note", "sensitive"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nhà thứ 3, gọi 113", "hẹn 20/11/2026 lúc 19:05", "ngõ 12 số 34"})
    void house_numbers_dates_and_short_numbers_may_stand_in_a_note(String written) {
        assertThat(Wording.note(written, "/note", errors)).isEqualTo(written);
        assertThat(errors.isEmpty()).isTrue();
    }

    @Test
    void a_note_is_at_most_a_thousand_characters() {
        Wording.note("ă".repeat(1001), "/note", errors);

        assertThat(errors.list()).containsExactly(FieldError.of("/note", "too-long", 1000));
    }

    @Test
    void phones_are_kept_once_and_each_wrong_one_is_named() {
        List<String> kept = Wording.phones(List.of("0912345678", "+84912345678", "123", " "), "/phones", errors);

        assertThat(kept).containsExactly("0912345678");
        assertThat(errors.list()).containsExactly(FieldError.of("/phones/2", "phone"));
    }

    @Test
    void there_are_at_most_five_phones() {
        Wording.phones(java.util.Collections.nCopies(6, "0912345678"), "/phones", errors);

        assertThat(errors.list()).containsExactly(FieldError.of("/phones", "too-many", 5));
    }

    @Test
    void no_phone_is_no_error() {
        assertThat(Wording.phone(null, "/phone", errors)).isNull();
        assertThat(Wording.phone("", "/phone", errors)).isNull();
        assertThat(errors.isEmpty()).isTrue();
    }
}
