package vn.toso.api.privacy;

import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.toso.api.web.DocumentViews;
import vn.toso.domain.access.Actor;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.privacy.DossierOf.Dossier;

/** Puts a dossier into the forms in which each part of it is answered elsewhere. */
@Component
final class DossierView {

    private final DocumentViews views;
    private final Clock clock;

    DossierView(DocumentViews views, Clock clock) {
        this.views = views;
        this.clock = clock;
    }

    Mono<DossierResponse> of(Actor actor, Dossier dossier, HttpHeaders headers) {
        return Mono.just(new DossierResponse(
                dossier.resident().id(),
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
                List.of(),
                false));
    }

    private List<Object> shown(Actor actor, List<? extends Versioned<?>> documents, HttpHeaders headers) {
        return documents.stream()
                .map(document -> views.of(actor, document, headers))
                .toList();
    }
}
