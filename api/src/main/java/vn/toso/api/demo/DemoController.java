package vn.toso.api.demo;

import io.swagger.v3.oas.annotations.Operation;
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

/** Sign-in for whoever looks around: no password, no real person behind a name. */
@RestController
@ConditionalOnBooleanProperty("toso.demo")
@Tag(name = "Demo", description = "Sign-in without a password; exists in the demo only.")
@SecurityRequirements
class DemoController {

    private final DemoPeople people;
    private final DemoIssuer issuer;

    DemoController(DemoPeople people, DemoIssuer issuer) {
        this.people = people;
        this.issuer = issuer;
    }

    @GetMapping("/demo/people")
    @Operation(summary = "Who can sign in here", description = "Generated people, one and more for each role.")
    Flux<DemoPerson> people() {
        return people.list();
    }

    @PostMapping("/demo/token")
    @Operation(summary = "Sign in as one of them", description = "The token is good for twelve hours.")
    Mono<DemoToken> token(@RequestBody DemoTokenRequest request) {
        return people.get(request.member())
                .map(person -> new DemoToken(issuer.tokenFor(person.handle()), "Bearer", DemoIssuer.LIFE.toSeconds()));
    }
}
