package vn.toso.api.security;

import java.text.ParseException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import reactor.core.publisher.Mono;
import vn.toso.api.problem.Unauthenticated;

/** From a bearer token to whoever it belongs to. */
final class TokenCheck implements ReactiveAuthenticationManager {

    private final VerifiedTokens tokens;
    private final Membership membership;

    TokenCheck(VerifiedTokens tokens, Membership membership) {
        this.tokens = tokens;
        this.membership = membership;
    }

    @Override
    public Mono<Authentication> authenticate(Authentication request) {
        String token = ((BearerTokenAuthenticationToken) request).getToken();
        return tokens.subjectOf(token)
                .onErrorMap(JwtException.class, TokenCheck::refusal)
                .flatMap(membership::of)
                .cast(Authentication.class);
    }

    /** A token that cannot be read, one that nobody we trust signed, one that breaks a rule: each gets its own answer. */
    private static AuthenticationException refusal(JwtException failure) {
        if (failure instanceof JwtValidationException broken) {
            return new Unauthenticated(broken.getErrors().iterator().next().getErrorCode());
        }
        if (failure instanceof BadJwtException) {
            return new Unauthenticated(failure.getCause() instanceof ParseException ? "malformed" : "foreign");
        }
        return new AuthenticationServiceException("The issuer's keys cannot be had", failure);
    }
}
