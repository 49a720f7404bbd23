package vn.toso.notifications.notice;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/**
 * The wording of notices, in Vietnamese and English; numbers and dates as people write them there. Sentences stand in
 * {@code notices_vi.properties} and {@code notices_en.properties}.
 */
public final class NoticeTexts {

    /**
     * @param locale of the country too, so that numbers are grouped as there
     * @param day how a date is written
     * @param month how a month is written
     */
    private record Language(Locale locale, ResourceBundle sentences, DateTimeFormatter day, DateTimeFormatter month) {

        static Language of(String tag, String day, String month) {
            Locale locale = Locale.forLanguageTag(tag);
            ResourceBundle.Control exact =
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
            return new Language(
                    locale,
                    ResourceBundle.getBundle("notices", locale, NoticeTexts.class.getClassLoader(), exact),
                    DateTimeFormatter.ofPattern(day, locale),
                    DateTimeFormatter.ofPattern(month, locale));
        }
    }

    private final Language vietnamese = Language.of("vi-VN", "dd/MM/yyyy", "MM/yyyy");
    private final Language english = Language.of("en-GB", "d MMMM yyyy", "MMMM yyyy");

    /** What the inbox shows. An announcement is in the language in which it was written. */
    public NoticeText inInbox(Notice notice, Locale locale) {
        NoticeText written = notice.text();
        if (written != null) {
            return written;
        }
        Language language = languageOf(locale);
        String open =
                notice.kind() == NoticeKind.TASK_ASSIGNED && !notice.facts().containsKey(Fact.DUE) ? ".open" : "";
        return new NoticeText(sentence(notice, "title", language), sentence(notice, "body" + open, language));
    }

    /** What a lock screen may show to anybody: kinds and counts, never what somebody wrote or a place's name. */
    public NoticeText onScreen(Notice notice, Locale locale) {
        Language language = languageOf(locale);
        return new NoticeText(sentence(notice, "title", language), sentence(notice, "screen", language));
    }

    /** Several that were held back, in one. */
    public NoticeText summary(int count, Locale locale) {
        Language language = languageOf(locale);
        return new NoticeText(
                language.sentences().getString("SUMMARY.title"),
                new MessageFormat(language.sentences().getString("SUMMARY.screen"), language.locale())
                        .format(new Object[] {count}));
    }

    /** What we don't speak is said in Vietnamese. */
    private Language languageOf(Locale locale) {
        return locale.getLanguage().equals("en") ? english : vietnamese;
    }

    private static String sentence(Notice notice, String part, Language language) {
        String pattern = language.sentences().getString(notice.kind() + "." + part);
        return new MessageFormat(pattern, language.locale()).format(arguments(notice.facts(), language));
    }

    /** 0 how many, 1 where, 2 which day, 3 days, 4 which month, 5 whose name the campaign bears. */
    private static Object[] arguments(Map<String, String> facts, Language language) {
        return new Object[] {
            Long.parseLong(facts.getOrDefault(Fact.COUNT, "1")),
            facts.getOrDefault(Fact.PLACE, language.sentences().getString("somewhere")),
            facts.containsKey(Fact.DUE)
                    ? LocalDate.parse(facts.getOrDefault(Fact.DUE, "")).format(language.day())
                    : "",
            Long.parseLong(facts.getOrDefault(Fact.DAYS, "0")),
            facts.containsKey(Fact.MONTH)
                    ? YearMonth.parse(facts.getOrDefault(Fact.MONTH, "")).format(language.month())
                    : "",
            facts.getOrDefault(Fact.NAME, "")
        };
    }
}
