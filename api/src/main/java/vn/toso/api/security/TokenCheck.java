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
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.team.MemberDirectory;

/** From a bearer token to whoever it belongs to. */
final class TokenCheck implements ReactiveAuthenticationManager {

    private final VerifiedTokens tokens;
    private final MemberDirectory directory;

    TokenCheck(VerifiedTokens tokens, MemberDirectory directory) {
        this.tokens = tokens;
        this.directory = directory;
    }

    @Override
    public Mono<Authentication> authenticate(Authentication request) {
        String token = ((BearerTokenAuthenticationToken) request).getToken();
        return tokens.subjectOf(token)
                .onErrorMap(JwtException.class, TokenCheck::refusal)
                .flatMap(this::memberOf)
                .cast(Authentication.class);
    }

    private Mono<SignedIn> memberOf(String subject) {
        return directory
                .actorOf(subject)
                .map(actor -> SignedIn.member(subject, actor))
                .onErrorResume(TokenCheck::isForbidden, refusal -> nobody(subject, (Problem) refusal));
    }

    private Mono<SignedIn> nobody(String subject, Problem refusal) {
        return directory
                .idOf(subject)
                .map(member -> SignedIn.nobody(subject, refusal, member))
                .defaultIfEmpty(SignedIn.nobody(subject, refusal, null));
    }

    private static boolean isForbidden(Throwable failure) {
        return failure instanceof Problem problem && problem.code() == ProblemCode.FORBIDDEN;
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
