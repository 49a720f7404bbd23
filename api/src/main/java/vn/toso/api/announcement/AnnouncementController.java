package vn.toso.api.announcement;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.toso.api.web.IfMatch;
import vn.toso.api.web.Needs;
import vn.toso.api.web.Paging;
import vn.toso.api.web.Replies;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.id.AnnouncementId;
import vn.toso.domain.storage.Page;
import vn.toso.notifications.announcement.Announce;
import vn.toso.notifications.announcement.Announcement;
import vn.toso.notifications.announcement.Announcements;
import vn.toso.notifications.delivery.Pushes;
import vn.toso.notifications.notice.Notice.State;
import vn.toso.notifications.notice.NoticeKind;
import vn.toso.notifications.notice.Notices;

/** Announcements to areas over HTTP. */
@RestController
@RequestMapping("/v1/announcements")
@Tag(name = "announcements", description = "Thông báo tới một địa bàn / announcements to an area")
class AnnouncementController {

    private final Announce announce;
    private final Announcements announcements;
    private final Notices notices;
    private final Pushes pushes;
    private final AnnouncementMapper mapper;

    AnnouncementController(
            Announce announce, Announcements announcements, Notices notices, Pushes pushes, AnnouncementMapper mapper) {
        this.announce = announce;
        this.announcements = announcements;
        this.notices = notices;
        this.pushes = pushes;
        this.mapper = mapper;
    }

    @Needs(Permission.ANNOUNCE)
    @PostMapping
    @Operation(
            summary = "Announce something to an area",
            description = """
                    Everybody who is active and at home in the area or below it gets it in the inbox, and a push that tells \
                    that there is something to read. The answer doesn't wait for that: `made` grows meanwhile. With an `id` \
                    of the caller's own an identical repeat is answered with 200 and says nothing twice; without one each \
                    request is a new announcement. For leaders and staff, within their scope; `urgent`, which may ring at night, \
                    for staff above the commune.""",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(AnnouncementExamples.REQUEST))))
    @ApiResponse(
            responseCode = "201",
            description = "On its way",
            content = @Content(examples = @ExampleObject(AnnouncementExamples.MADE)))
    @ApiResponse(
            responseCode = "200",
            description = "A repeat",
            content = @Content(examples = @ExampleObject(AnnouncementExamples.MADE)))
    Mono<ResponseEntity<AnnouncementResponse>> announce(Actor actor, @RequestBody AnnouncementRequest request) {
        return announce.say(actor, mapper.toCommand(request)).map(this::toReply);
    }

    @Needs(Permission.ANNOUNCE)
    @GetMapping
    @Operation(summary = "List announcements", description = "Those to areas of the caller's scope, the latest first.")
    @ApiResponse(
            responseCode = "200",
            description = "A part of the list",
            content = @Content(examples = @ExampleObject(AnnouncementExamples.PAGE)))
    Mono<Page<AnnouncementResponse>> list(Actor actor, Paging paging) {
        return announcements.page(actor, paging.limit(), paging.after()).map(page -> page.map(mapper::toResponse));
    }

    @Needs(Permission.ANNOUNCE)
    @GetMapping("/{id}")
    @Operation(
            summary = "Read how far an announcement has come",
            description =
                    "For how many it is, how many have it in the inbox, whom a push has reached, how many have read it.")
    @ApiResponse(
            responseCode = "200",
            description = "The announcement",
            content = @Content(examples = @ExampleObject(AnnouncementExamples.ONE)))
    Mono<ResponseEntity<AnnouncementResponse>> read(Actor actor, @PathVariable AnnouncementId id) {
        return announcements.get(actor, id).flatMap(this::counted).map(AnnouncementController::toReply);
    }

    @Needs(Permission.ANNOUNCE)
    @PostMapping("/{id}/cancel")
    @Operation(summary = "Take an announcement back", description = """
                    It goes no further, pushes that wait are not sent, and whoever has not read it loses it. Who has read it \
                    keeps it. Taking back again changes nothing.""")
    @ApiResponse(
            responseCode = "200",
            description = "Being taken back",
            content = @Content(examples = @ExampleObject(AnnouncementExamples.CANCELLED)))
    Mono<ResponseEntity<AnnouncementResponse>> cancel(
            Actor actor, @PathVariable AnnouncementId id, @IfMatch @Nullable Long version) {
        return announce.cancel(actor, id, version).map(mapper::toResponse).map(AnnouncementController::toReply);
    }

    private Mono<AnnouncementResponse> counted(Announcement said) {
        Mono<Long> read = notices.countAbout(said.id().value(), NoticeKind.ANNOUNCEMENT, State.READ);
        return Mono.zip(pushes.reachedBy(said.id().value()), read)
                .map(counts -> mapper.toResponse(said, counts.getT1(), counts.getT2()));
    }

    private ResponseEntity<AnnouncementResponse> toReply(Announce.Announced announced) {
        AnnouncementResponse body = mapper.toResponse(announced.announcement());
        return Replies.made(announced.first(), body, body.version(), "/v1/announcements/" + body.id());
    }

    private static ResponseEntity<AnnouncementResponse> toReply(AnnouncementResponse body) {
        return Replies.document(body, body.version());
    }
}
