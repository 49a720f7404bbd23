package vn.toso.api.security;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import reactor.core.publisher.Mono;
import vn.toso.api.json.Ids;
import vn.toso.api.trail.DeedNotes;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Role;
import vn.toso.domain.access.Scope;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.problem.Problem;

/** Lets members through, and says to whoever signed in and is none why, instead of a bare no. */
final class Turnstile implements ReactiveAuthorizationManager<AuthorizationContext> {

    private final DeedNotes notes;

    Turnstile(DeedNotes notes) {
        this.notes = notes;
    }

    @Override
    public Mono<AuthorizationResult> authorize(Mono<Authentication> authentication, AuthorizationContext context) {
        return authentication
                .ofType(SignedIn.class)
                .doOnNext(who -> letThrough(who, context.getExchange().getRequest()))
                .<AuthorizationResult>map(actor -> new AuthorizationDecision(true))
                .defaultIfEmpty(new AuthorizationDecision(false));
    }

    private void letThrough(SignedIn who, ServerHttpRequest request) {
        try {
            who.actor();
        } catch (Problem refusal) {
            MemberId member = who.refused();
            if (member != null) {
                note(member, request, refusal);
            }
            throw refusal;
        }
    }

    /** Nothing of the role is left, so the least of all stands for it. */
    private void note(MemberId member, ServerHttpRequest request, Problem refusal) {
        Actor former = new Actor(member, Role.TEAM_MEMBER, Scope.of(List.of(), List.of()));
        String path = request.getPath().value();
        List<UUID> ids = Arrays.stream(path.split("/"))
                .flatMap(part -> Ids.ifAny(part).stream())
                .toList();
        String named = path.length() > LONGEST ? path.substring(0, LONGEST) : path;
        notes.refused(former, request.getMethod() + " " + named, ids, refusal.reason());
    }

    private static final int LONGEST = 120;
}
