package vn.toso.notifications.notice;

import java.util.Locale;

/** The wording of notices, in Vietnamese and English; numbers and dates as people write them there. */
public final class NoticeTexts {

    /** What the inbox shows. An announcement is in the language in which it was written. */
    public NoticeText inInbox(Notice notice, Locale locale) {
        return worded(notice, locale);
    }

    /** What a lock screen may show to anybody: kinds and counts, never what somebody wrote or a place's name. */
    public NoticeText onScreen(Notice notice, Locale locale) {
        return worded(notice, locale);
    }

    private static NoticeText worded(Notice notice, Locale locale) {
        return new NoticeText(notice.kind().name(), locale.getLanguage());
    }
}
