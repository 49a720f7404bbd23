package vn.toso.api.delivery;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.toso.api.web.IfMatch;
import vn.toso.api.web.Needs;
import vn.toso.api.web.Replies;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.notifications.delivery.DeliveryRules;
import vn.toso.notifications.delivery.DeliverySettings;

/** When phones may ring, over HTTP. */
@RestController
@RequestMapping("/v1/notice-settings")
@Tag(name = "notice-settings", description = "Giờ yên lặng và số thông báo mỗi ngày / when phones may ring")
class NoticeSettingsController {

    private static final String EXAMPLE = """
            { "quietFrom": "21:00", "quietTo": "06:00", "dailyLimit": 5 }""";

    private final DeliveryRules rules;

    NoticeSettingsController(DeliveryRules rules) {
        this.rules = rules;
    }

    @Needs(Permission.READ_PUBLIC_FACTS)
    @GetMapping
    @Operation(summary = "Read when phones may ring", description = """
                    The quiet hours, in which only what is urgent rings and the rest comes in one push in the morning; and how \
                    many pushes a member gets a day. Everybody may read them.""")
    @ApiResponse(
            responseCode = "200",
            description = "The settings",
            content = @Content(examples = @ExampleObject(EXAMPLE)))
    Mono<ResponseEntity<NoticeSettingsBody>> get(Actor actor) {
        return rules.current().map(NoticeSettingsController::reply);
    }

    @Needs(value = Permission.EDIT_NOTICE_RULES, unlogged = true)
    @PutMapping
    @Operation(
            summary = "Say when phones may ring",
            description = "For the province. Holds on every node from the next push on.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(EXAMPLE))))
    @ApiResponse(
            responseCode = "200",
            description = "The settings as they are now",
            content = @Content(examples = @ExampleObject(EXAMPLE)))
    Mono<ResponseEntity<NoticeSettingsBody>> put(
            Actor actor, @IfMatch @Nullable Long version, @RequestBody NoticeSettingsBody request) {
        return Mono.defer(() -> rules.put(actor, version, request.from(), request.to(), request.dailyLimit()))
                .map(NoticeSettingsController::reply);
    }

    private static ResponseEntity<NoticeSettingsBody> reply(DeliverySettings settings) {
        return Replies.document(
                NoticeSettingsBody.of(settings), settings.revision().version());
    }
}
