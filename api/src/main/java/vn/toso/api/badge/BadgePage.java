package vn.toso.api.badge;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import vn.toso.api.problem.Sentences;

/** The answer as a page: no script, nothing to load, readable on any phone. */
@Component
final class BadgePage {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    /** Nothing is loaded and nothing runs; only the style in the page itself. */
    static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private static final String PAGE = """
            <!doctype html>
            <html lang="%s"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>
            body { font: 1.2rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 32rem; padding: 1rem }
            h1 { font-size: 1.2rem } dt { color: #444; font-size: 1rem } dd { margin: 0 0 .5rem; font-weight: bold }
            .verdict { padding: 1rem; border-radius: .5rem; font-weight: bold; color: #fff }
            .yes { background: #14622a } .no { background: #9c1c1c }
            </style></head>
            <body><h1>%s</h1><p class="verdict %s">%s</p>%s<p><strong>%s</strong></p><p>%s</p></body></html>
            """;

    /** Of the page; with it letters stay letters, and only markup is escaped. */
    private static final String UTF_8 = "UTF-8";

    private final Sentences sentences;

    BadgePage(Sentences sentences) {
        this.sentences = sentences;
    }

    String of(BadgeResponse badge, HttpHeaders request) {
        String title = said("badge.title", request);
        return PAGE.formatted(
                Sentences.languageOf(request).getLanguage(),
                title,
                title,
                badge.valid() ? "yes" : "no",
                said(badge.valid() ? "badge.valid" : "badge.invalid", request),
                badge.valid() ? facts(badge, request) : "",
                HtmlUtils.htmlEscape(badge.notice(), UTF_8),
                said("badge.doubt", request));
    }

    private String facts(BadgeResponse badge, HttpHeaders request) {
        String team = badge.team() == null ? "" : fact("badge.team", badge.team(), request);
        String communes = badge.communes() == null ? "" : String.join(", ", badge.communes());
        String until = badge.validUntil() == null ? "" : TIME.format(badge.validUntil());
        return "<dl>"
                + fact("badge.name", String.valueOf(badge.name()), request)
                + team
                + fact("badge.commune", communes, request)
                + fact("badge.until", until, request)
                + "</dl>";
    }

    private String fact(String key, String value, HttpHeaders request) {
        return "<dt>" + said(key, request) + "</dt><dd>" + HtmlUtils.htmlEscape(value, UTF_8) + "</dd>";
    }

    private String said(String key, HttpHeaders request) {
        return HtmlUtils.htmlEscape(sentences.sentence(key, request), UTF_8);
    }
}
