package vn.toso.api.demo;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.api.security.DemoIssuer;
import vn.toso.api.web.OpenTo;

/** Sign-in for whoever looks around: no password, no real person behind a name. */
@RestController
@ConditionalOnBooleanProperty("toso.demo")
@Tag(name = "demo", description = "Đăng nhập thử, không cần mật khẩu / sign-in without a password; in the demo only")
@SecurityRequirements
class DemoController {

    private static final String PEOPLE = """
            [ { "handle": "hoa", "name": "Hồ Thị Hoa", "role": "COMMUNE_LEADER", "area": "Xã Minh Hợp" },
              { "handle": "lan", "name": "Trương Thị Lan", "role": "TEAM_MEMBER", "area": "Xóm Minh Đình" } ]""";
    private static final String REQUEST = """
            { "member": "lan" }""";
    private static final String TOKEN = """
            { "access_token": "eyJraWQiOi…", "token_type": "Bearer", "expires_in": 43200 }""";

    private final DemoPeople people;
    private final DemoIssuer issuer;

    DemoController(DemoPeople people, DemoIssuer issuer) {
        this.people = people;
        this.issuer = issuer;
    }

    @OpenTo(OpenTo.Who.ANYBODY)
    @GetMapping("/demo/people")
    @Operation(
            summary = "List who can sign in",
            description = "Generated people of every role, at most 500; those whom the tour names come first.")
    @ApiResponse(
            responseCode = "200",
            description = "The people",
            content = @Content(examples = @ExampleObject(PEOPLE)))
    Flux<DemoPerson> people() {
        return people.list();
    }

    @OpenTo(OpenTo.Who.ANYBODY)
    @PostMapping("/demo/token")
    @Operation(
            summary = "Sign in as one of them",
            description = "The token is good for twelve hours, also after a restart.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(REQUEST))))
    @ApiResponse(responseCode = "200", description = "A token", content = @Content(examples = @ExampleObject(TOKEN)))
    Mono<DemoToken> token(@RequestBody DemoTokenRequest request) {
        return people.get(request.member())
                .map(person -> new DemoToken(issuer.tokenFor(person.handle()), "Bearer", DemoIssuer.LIFE.toSeconds()));
    }
}
