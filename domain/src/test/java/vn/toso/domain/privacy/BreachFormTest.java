package vn.toso.domain.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.toso.domain.problem.FieldErrors;
import vn.toso.domain.world.TestWorld;

/** What may be said of a breach that was detected five days ago. */
class BreachFormTest {

    private static final Instant NOW = TestWorld.NOW;
    private static final Instant DETECTED = NOW.minus(Duration.ofDays(5));
    private static final Instant LAST_MOMENT = DETECTED.plus(Duration.ofDays(3));
    private static final Instant TOO_LATE = LAST_MOMENT.plusMillis(1);

    @Test
    void a_breach_of_which_little_is_known_is_in_order() {
        assertThat(errors(said("Mất điện thoại", List.of("họ tên")))).isEmpty();
    }

    @Test
    void texts_are_kept_without_blanks_that_say_nothing() {
        BreachForm kept = new BreachForm(
                        "  Mất   điện thoại ", List.of(" họ  tên "), null, null, " ", LAST_MOMENT, null, " ", false)
                .checked(DETECTED, NOW, new FieldErrors());

        assertThat(kept)
                .isEqualTo(new BreachForm(
                        "Mất điện thoại", List.of("họ tên"), null, null, null, LAST_MOMENT, null, null, false));
    }

    @Test
    void what_happened_is_said() {
        assertThat(errors(said(null, List.of("họ tên")))).containsExactly("/what required");
        assertThat(errors(said(" ", List.of("họ tên")))).containsExactly("/what required");
    }

    @Test
    void texts_are_as_long_as_they_may_be() {
        String longest = "d".repeat(2_000);
        String longer = longest + "d";

        assertThat(errors(texts(longest, longest, longest))).isEmpty();
        assertThat(errors(texts(longer, longer, longer)))
                .containsExactlyInAnyOrder("/what too-long", "/measures too-long", "/whyLate too-long");
    }

    @Test
    void no_text_holds_the_numbers_that_were_lost() {
        assertThat(errors(texts("mất CCCD 040196001234", "đã gọi 0912 345 678", "mã OTP 482193")))
                .containsExactlyInAnyOrder("/what sensitive", "/measures sensitive", "/whyLate sensitive-code");
        assertThat(errors(said("Mất điện thoại", List.of("họ tên", "0912 345 678"))))
                .containsExactly("/data/1 sensitive");
    }

    @Test
    void what_was_concerned_is_one_kind_to_twenty() {
        assertThat(errors(said("Mất", List.of()))).containsExactly("/data size");
        assertThat(errors(said("Mất", Collections.nCopies(20, "họ tên")))).isEmpty();
        assertThat(errors(said("Mất", Collections.nCopies(21, "họ tên")))).containsExactly("/data size");
    }

    @Test
    void each_kind_is_blamed_by_its_place() {
        assertThat(errors(said("Mất", List.of("họ tên", " ", "k".repeat(60), "k".repeat(61)))))
                .containsExactly("/data/1 required", "/data/3 too-long");
    }

    @Test
    void kinds_beyond_the_twentieth_are_not_looked_at() {
        assertThat(errors(said("Mất", Collections.nCopies(40, "k".repeat(61)))))
                .hasSize(21)
                .contains("/data size", "/data/19 too-long")
                .doesNotContain("/data/20 too-long");
    }

    @Test
    void nobody_or_more_were_affected() {
        assertThat(errors(affecting(null))).isEmpty();
        assertThat(errors(affecting(0L))).isEmpty();
        assertThat(errors(affecting(-1L))).containsExactly("/affected range");
    }

    @Test
    void nobody_was_told_before_it_was_detected_or_will_have_been() {
        Instant before = DETECTED.minusMillis(1);
        Instant future = NOW.plusMillis(1);

        assertThat(errors(told(before, before, null, false)))
                .containsExactly("/authorityToldAt before-detection", "/peopleToldAt before-detection");
        assertThat(errors(told(future, future, "trễ", false)))
                .containsExactly("/authorityToldAt in-the-future", "/peopleToldAt in-the-future");
        assertThat(errors(told(DETECTED, DETECTED, null, false))).isEmpty();
        assertThat(errors(told(NOW, NOW, "trễ", false))).isEmpty();
    }

    @Test
    void who_tells_the_authority_after_72_hours_says_why() {
        assertThat(errors(told(LAST_MOMENT, null, null, false))).isEmpty();
        assertThat(errors(told(TOO_LATE, null, null, false))).containsExactly("/whyLate required");
        assertThat(errors(told(TOO_LATE, null, " ", false))).containsExactly("/whyLate required");
        assertThat(errors(told(TOO_LATE, null, "mất điện cả xã", false))).isEmpty();
    }

    @Test
    void those_concerned_have_no_clock_of_72_hours() {
        assertThat(errors(told(null, NOW, null, false))).isEmpty();
    }

    @Test
    void nothing_is_closed_of_which_the_authority_was_not_told() {
        assertThat(errors(told(null, null, null, true))).containsExactly("/authorityToldAt required");
        assertThat(errors(told(null, null, null, false))).isEmpty();
        assertThat(errors(told(LAST_MOMENT, null, null, true))).isEmpty();
    }

    @Test
    void one_answer_names_all_that_is_wrong() {
        assertThat(errors(new BreachForm(null, List.of(), -1L, null, null, null, null, null, true)))
                .containsExactly("/what required", "/affected range", "/authorityToldAt required", "/data size");
    }

    @Test
    void times_are_kept_in_milliseconds_as_a_database_keeps_them() {
        BreachForm kept = new BreachForm(
                        "Mất điện thoại",
                        List.of("họ tên"),
                        null,
                        null,
                        null,
                        DETECTED.plusNanos(1_500),
                        DETECTED.plusNanos(2_000_001),
                        null,
                        false)
                .checked(DETECTED, NOW, new FieldErrors());

        assertThat(kept.authorityToldAt()).isEqualTo(DETECTED);
        assertThat(kept.peopleToldAt()).isEqualTo(DETECTED.plusMillis(2));
    }

    private static List<String> errors(BreachForm form) {
        FieldErrors errors = new FieldErrors();
        form.checked(DETECTED, NOW, errors);
        return errors.list().stream()
                .map(error -> error.pointer() + " " + error.code())
                .toList();
    }

    private static BreachForm said(@Nullable String what, List<String> data) {
        return new BreachForm(what, data, null, null, null, null, null, null, false);
    }

    private static BreachForm texts(String what, String measures, String whyLate) {
        return new BreachForm(what, List.of("họ tên"), null, null, measures, null, null, whyLate, false);
    }

    private static BreachForm affecting(@Nullable Long people) {
        return new BreachForm("Mất", List.of("họ tên"), people, null, null, null, null, null, false);
    }

    private static BreachForm told(
            @Nullable Instant authority, @Nullable Instant people, @Nullable String whyLate, boolean closed) {
        return new BreachForm("Mất", List.of("họ tên"), null, null, null, authority, people, whyLate, closed);
    }
}
