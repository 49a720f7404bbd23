package vn.toso.api.security;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;

/** Asks again who is behind a request that goes on for hours. */
public final class StillSignedIn {

    private static final String BEARER = "Bearer ";

    private final TokenCheck check;

    StillSignedIn(TokenCheck check) {
        this.check = check;
    }

    /** Who it is by now; fails when the token has expired, or the member may no longer act. */
    public Mono<Actor> actor(ServerHttpRequest request) {
        String header = String.valueOf(request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION));
        // The filter chain let the request in, so it has a token in this form.
        String token =
                header.substring(Math.min(BEARER.length(), header.length())).strip();
        return Mono.defer(() -> check.authenticate(new BearerTokenAuthenticationToken(token)))
                .cast(SignedIn.class)
                .map(SignedIn::actor);
    }
}
