package vn.toso.api.sync;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.toso.api.web.DocumentViews;
import vn.toso.api.web.Needs;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.id.DeviceId;
import vn.toso.domain.sync.Pull;
import vn.toso.domain.sync.Pulled;
import vn.toso.notifications.device.SyncTimes;

/** What phones hold, over HTTP. */
@RestController
@RequestMapping("/v1/sync")
@Tag(name = "sync")
class PullController {

    private final Pull pull;
    private final DocumentViews views;
    private final SyncTimes syncTimes;
    private final Clock clock;

    PullController(Pull pull, DocumentViews views, SyncTimes syncTimes, Clock clock) {
        this.pull = pull;
        this.syncTimes = syncTimes;
        this.views = views;
        this.clock = clock;
    }

    @Needs(Permission.SYNCHRONISE)
    @GetMapping("/pull")
    @Operation(summary = "Fetch what is new", description = """
                    Without `after`: all that the phone is to hold, in pages, then what changed since the first page was \
                    asked for. `next` goes back as `after`; ask again at once while `more` is true. A document comes once \
                    however often it changed: `put` with the document as it is now, `remove` when it is gone, closed or \
                    out of scope. Team members get their areas, the services, their teams and colleagues, the households \
                    of their hamlets, the open tasks they may work on, the visits of the last 90 days; everybody else \
                    their areas, the services, the coverage of their hamlets and the open tasks they gave; all their \
                    own notices, worded in the language of `Accept-Language`. When the scope \
                    changes, `scope.entered` and `scope.left` name the hamlets: push unsent work first, then drop what was \
                    left. `resync-required`: fetch everything anew without `after`, beside the old data, then swap. The \
                    same goes for an `after` that is refused as `invalid`. `limit` is 1 to 2000 documents, 1000 when \
                    absent: a hamlet is one answer. `device` says which of the member's phones asks, as it registered itself.""")
    @ApiResponse(
            responseCode = "200",
            description = "What is new",
            content = @Content(examples = @ExampleObject(PullExamples.NEWS)))
    Mono<PullResponse> pull(
            Actor actor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "" + Pull.USUAL_LIMIT) int limit,
            @RequestParam(required = false) @Nullable DeviceId device,
            ServerHttpRequest request) {
        return pull.pull(actor, after, limit)
                .doOnNext(pulled -> syncTimes.note(actor.memberId(), device))
                .map(pulled -> toResponse(actor, pulled, request.getHeaders()));
    }

    private PullResponse toResponse(Actor actor, Pulled pulled, HttpHeaders request) {
        return new PullResponse(
                pulled.changes().stream()
                        .map(item -> toChanged(actor, item, request))
                        .toList(),
                pulled.next(),
                pulled.more(),
                new PullResponse.Scope(pulled.version(), pulled.entered(), pulled.left()),
                clock.instant());
    }

    private PullResponse.Changed toChanged(Actor actor, Pulled.Item item, HttpHeaders request) {
        var document = item.document();
        return document == null
                ? new PullResponse.Changed(item.kind(), PullResponse.Op.remove, item.id(), null, null)
                : new PullResponse.Changed(
                        item.kind(),
                        PullResponse.Op.put,
                        item.id(),
                        document.revision().version(),
                        views.of(actor, document, request));
    }
}
