package vn.toso.api.inbox;

import java.util.Locale;
import java.util.TreeMap;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import vn.toso.api.problem.Sentences;
import vn.toso.api.web.DocumentView;
import vn.toso.domain.access.Actor;
import vn.toso.notifications.notice.Notice;
import vn.toso.notifications.notice.NoticeText;
import vn.toso.notifications.notice.NoticeTexts;

/** A notice as its recipient reads it, in the inbox as in synchronisation. */
@Component
final class NoticeView implements DocumentView<Notice> {

    private final NoticeTexts texts;

    NoticeView(NoticeTexts texts) {
        this.texts = texts;
    }

    @Override
    public Class<Notice> type() {
        return Notice.class;
    }

    @Override
    public NoticeResponse of(Actor actor, Notice notice) {
        return of(notice, new HttpHeaders());
    }

    @Override
    public NoticeResponse of(Actor actor, Notice notice, HttpHeaders request) {
        return of(notice, request);
    }

    NoticeResponse of(Notice notice, HttpHeaders request) {
        Locale language = Sentences.languageOf(request);
        NoticeText text = texts.inInbox(notice, language);
        return new NoticeResponse(
                notice.id(),
                notice.kind(),
                notice.subject(),
                new TreeMap<>(notice.facts()),
                text.title(),
                text.body(),
                notice.urgent(),
                notice.at(),
                notice.readAt(),
                notice.revision().version());
    }
}
