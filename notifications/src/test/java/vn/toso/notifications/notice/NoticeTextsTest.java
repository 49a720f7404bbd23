package vn.toso.notifications.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.NOW;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoticeTextsTest {

    private static final Locale VI = Locale.forLanguageTag("vi");
    private static final Map<String, String> FACTS = Map.of(
            Fact.COUNT,
            "1710789",
            Fact.PLACE,
            "Xã Minh Hợp",
            Fact.DUE,
            "2026-11-30",
            Fact.DAYS,
            "7",
            Fact.MONTH,
            "2026-11",
            Fact.NAME,
            "Tháng VNeID");

    private final NoticeTexts texts = new NoticeTexts();

    private static Notice notice(NoticeKind kind, Map<String, String> facts) {
        return Notice.of(LAN.id(), kind, new UUID(0, 1), "once", facts, false, NOW);
    }

    @Test
    void numbers_and_dates_are_written_as_people_do_there() {
        Notice overdue = notice(NoticeKind.TASK_OVERDUE, FACTS);

        assertThat(texts.inInbox(overdue, VI).body())
                .isEqualTo("1.710.789 việc ở Xã Minh Hợp hạn 30/11/2026, quá hạn 7 ngày mà chưa xong.");
        assertThat(texts.inInbox(overdue, Locale.ENGLISH).body())
                .isEqualTo("1,710,789 tasks in Xã Minh Hợp, due on 30 November 2026, overdue by 7 days.");
        assertThat(texts.inInbox(notice(NoticeKind.MONTH_CLOSING, FACTS), VI).body())
                .contains("Tháng 11/2026", "30/11/2026");
    }

    @Test
    void what_we_do_not_speak_is_said_in_vietnamese() {
        Notice notice = notice(NoticeKind.TASK_DUE, FACTS);

        assertThat(texts.inInbox(notice, Locale.FRENCH)).isEqualTo(texts.inInbox(notice, VI));
        assertThat(texts.inInbox(notice, Locale.forLanguageTag("en-US")))
                .isEqualTo(texts.inInbox(notice, Locale.ENGLISH));
    }

    @ParameterizedTest
    @EnumSource(NoticeKind.class)
    void every_kind_is_worded_in_both_languages_without_a_gap(NoticeKind kind) {
        for (Locale language : new Locale[] {VI, Locale.ENGLISH}) {
            for (Map<String, String> facts : java.util.List.of(FACTS, Map.<String, String>of())) {
                Notice notice = notice(kind, facts);
                assertThat(texts.inInbox(notice, language).title()).isNotBlank().doesNotContain("{");
                assertThat(texts.inInbox(notice, language).body()).isNotBlank().doesNotContain("{", "null");
                assertThat(texts.onScreen(notice, language).body()).isNotBlank().doesNotContain("{", "null");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(NoticeKind.class)
    void a_lock_screen_shows_no_place_and_nobodys_words(NoticeKind kind) {
        Notice notice = notice(kind, FACTS).saying(new NoticeText("Hộ bà Xuân", "Nhà bà Xuân ở Xóm 1"));

        for (Locale language : new Locale[] {VI, Locale.ENGLISH}) {
            NoticeText screen = texts.onScreen(notice, language);
            assertThat(screen.title() + screen.body()).doesNotContain("Minh Hợp", "Tháng VNeID", "Xuân", "Xóm");
        }
    }

    @Test
    void an_announcement_stays_in_the_words_of_who_wrote_it() {
        NoticeText words = new NoticeText("Họp giao ban", "19 giờ thứ Sáu");

        assertThat(texts.inInbox(notice(NoticeKind.ANNOUNCEMENT, FACTS).saying(words), Locale.ENGLISH))
                .isEqualTo(words);
    }
}
