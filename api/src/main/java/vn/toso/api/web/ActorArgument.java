package vn.toso.api.web;

import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.toso.api.security.SignedIn;
import vn.toso.domain.access.Actor;

/** Gives a controller the actor who is asking, or somebody signed in who is no member yet. */
final class ActorArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class || parameter.getParameterType() == SignedIn.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
        boolean member = parameter.getParameterType() == Actor.class;
        return exchange.<SignedIn>getPrincipal()
                .map(signedIn -> member ? signedIn.actor().on(DeviceHeader.of(exchange.getRequest())) : signedIn);
    }
}
