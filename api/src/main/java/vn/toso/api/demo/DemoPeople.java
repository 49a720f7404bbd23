package vn.toso.api.demo;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.problem.Problem;

/** Those whose subject is one of the demo's own issuer. */
@Component
@ConditionalOnBooleanProperty("toso.demo")
final class DemoPeople {

    Flux<DemoPerson> list() {
        return Flux.empty();
    }

    Mono<DemoPerson> get(String handle) {
        return Mono.error(() -> Problem.notFound("member"));
    }
}
