package vn.toso.api.privacy;

import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.toso.api.web.DocumentViews;
import vn.toso.domain.access.Actor;
import vn.toso.domain.audit.AuditEntries;
import vn.toso.domain.audit.AuditEntry;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.privacy.DossierOf.Dossier;
import vn.toso.domain.storage.Page;

/** Puts a dossier into the forms in which each part of it is answered elsewhere. */
@Component
final class DossierView {

    private static final int MOST_SEEN = Page.LARGEST;

    private final DocumentViews views;
    private final AuditEntries audit;
    private final Clock clock;

    DossierView(DocumentViews views, AuditEntries audit, Clock clock) {
        this.views = views;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who saw a person is who was shown the household. */
    Mono<DossierResponse> of(Actor actor, Dossier dossier, HttpHeaders headers) {
        AuditEntries.Filter household =
                new AuditEntries.Filter(null, dossier.household().id().value(), null, null);
        return audit.page(actor, household, MOST_SEEN, null).map(seen -> response(actor, dossier, seen, headers));
    }

    private DossierResponse response(Actor actor, Dossier dossier, Page<AuditEntry> seen, HttpHeaders headers) {
        return new DossierResponse(
                dossier.resident().id(),
                dossier.household().id(),
                views.of(actor, dossier.household(), headers),
                shown(actor, dossier.visits(), headers),
                shown(actor, dossier.tasks(), headers),
                shown(actor, dossier.held(), headers),
                dossier.requests().stream()
                        .map(request -> SubjectRequestResponse.of(request, clock.instant()))
                        .toList(),
                dossier.exports().stream()
                        .map(export -> new DossierResponse.Taken(
                                export.memberId(), export.dataset().name(), export.startedAt()))
                        .toList(),
                seen.items().stream()
                        .map(entry -> new DossierResponse.Seen(
                                entry.at(),
                                entry.member(),
                                entry.device(),
                                entry.action().name(),
                                entry.operation()))
                        .toList(),
                seen.next() != null);
    }

    private List<Object> shown(Actor actor, List<? extends Versioned<?>> documents, HttpHeaders headers) {
        return documents.stream()
                .map(document -> views.of(actor, document, headers))
                .toList();
    }
}
