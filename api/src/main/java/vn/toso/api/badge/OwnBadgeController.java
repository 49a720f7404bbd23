package vn.toso.api.badge;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.toso.api.web.Needs;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.team.Badges;

/** The codes that a member shows. */
@RestController
@Tag(name = "badges")
class OwnBadgeController {

    private final Badges badges;

    OwnBadgeController(Badges badges) {
        this.badges = badges;
    }

    @Needs(Permission.SHOW_BADGE)
    @GetMapping("/v1/me/badge")
    @Operation(summary = "Read my codes", description = """
                    The codes to show to citizens, the present one first: one for each quarter of an hour of the next \
                    sixteen hours, so that a phone has one to show without signal. A code is good for a quarter of an hour \
                    before and after its own, since clocks differ.""")
    @ApiResponse(
            responseCode = "200",
            description = "The codes",
            content = @Content(examples = @ExampleObject(BadgeExamples.OWN)))
    Mono<OwnBadgeResponse> own(Actor actor) {
        return badges.codesOf(actor)
                .map(codes -> new OwnBadgeResponse(codes.stream()
                        .map(code -> new OwnBadgeResponse.Code(code.code(), code.from(), code.until()))
                        .toList()));
    }
}
