package vn.toso.api.inbox;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.toso.api.web.Needs;
import vn.toso.api.web.Paging;
import vn.toso.api.web.Replies;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.id.NoticeId;
import vn.toso.domain.storage.Page;
import vn.toso.notifications.notice.Inbox;

/** What somebody was told, over HTTP. */
@RestController
@RequestMapping("/v1/inbox")
@Tag(name = "inbox", description = "Hộp thông báo / what I was told")
class InboxController {

    private final Inbox inbox;
    private final NoticeView view;

    InboxController(Inbox inbox, NoticeView view) {
        this.inbox = inbox;
        this.view = view;
    }

    @Needs(Permission.OWN_ACCOUNT)
    @GetMapping
    @Operation(summary = "List what I was told", description = """
                    The caller's own notices, unread ones first, of these and of the others the latest first. A push is \
                    only a hint: whatever became of it, its notice is here. `title` and `body` are in the language of \
                    `Accept-Language`, Vietnamese without one. `GET /v1/me` counts the unread ones; synchronisation brings \
                    the same notices as documents of the kind `notice`.""")
    @ApiResponse(
            responseCode = "200",
            description = "A part of the list",
            content = @Content(examples = @ExampleObject(InboxExamples.PAGE)))
    Mono<Page<NoticeResponse>> list(Actor actor, Paging paging, ServerHttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        return inbox.page(actor, paging.limit(), paging.after())
                .map(page -> page.map(notice -> view.of(notice, headers)));
    }

    @Needs(Permission.OWN_ACCOUNT)
    @PostMapping("/{id}/read")
    @Operation(
            summary = "Mark a notice as read",
            description = "For all phones of the caller. Marking again changes nothing.")
    @ApiResponse(
            responseCode = "200",
            description = "Read",
            content = @Content(examples = @ExampleObject(InboxExamples.READ)))
    Mono<ResponseEntity<NoticeResponse>> read(Actor actor, @PathVariable NoticeId id, ServerHttpRequest request) {
        return inbox.read(actor, id)
                .map(notice -> Replies.document(
                        view.of(notice, request.getHeaders()), notice.revision().version()));
    }
}
