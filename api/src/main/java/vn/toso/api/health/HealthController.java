package vn.toso.api.health;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.boot.actuate.endpoint.ApiVersion;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.ReactiveHealthEndpointWebExtension;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.toso.api.web.OpenTo;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;

/**
 * Health at the port that load balancers know: all else of the actuator listens on a port of its own. Says up or down, never
 * what the parts are.
 */
@Hidden
@RestController
class HealthController {

    private final ReactiveHealthEndpointWebExtension health;

    HealthController(ReactiveHealthEndpointWebExtension health) {
        this.health = health;
    }

    @OpenTo(OpenTo.Who.ANYBODY)
    @GetMapping("/actuator/health")
    Mono<ResponseEntity<HealthDescriptor>> all() {
        return answer();
    }

    /** {@code liveness} or {@code readiness}. */
    @OpenTo(OpenTo.Who.ANYBODY)
    @GetMapping("/actuator/health/{group}")
    Mono<ResponseEntity<HealthDescriptor>> one(@PathVariable String group) {
        return answer(group);
    }

    private Mono<ResponseEntity<HealthDescriptor>> answer(String... path) {
        return health.health(ApiVersion.LATEST, WebServerNamespace.SERVER, SecurityContext.NONE, false, path)
                .map(HealthController::reply);
    }

    private static ResponseEntity<HealthDescriptor> reply(WebEndpointResponse<? extends HealthDescriptor> found) {
        HealthDescriptor body = found.getBody();
        if (body == null) {
            throw Problem.of(ProblemCode.NOT_FOUND, "not-found");
        }
        return ResponseEntity.status(found.getStatus()).body(body);
    }
}
