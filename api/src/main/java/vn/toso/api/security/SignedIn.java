package vn.toso.api.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import vn.toso.domain.access.Actor;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.problem.Problem;

/** Somebody with a good token: a member who may act, or somebody who can't (yet), and why. */
public final class SignedIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final String subject;
    private final transient @Nullable Actor actor;
    private final @Nullable Problem refusal;
    private final transient @Nullable MemberId refused;

    private SignedIn(String subject, @Nullable Actor actor, @Nullable Problem refusal, @Nullable MemberId refused) {
        super(actor == null ? List.of() : List.of(new SimpleGrantedAuthority("ROLE_" + actor.role())));
        this.subject = subject;
        this.actor = actor;
        this.refusal = refusal;
        this.refused = refused;
        setAuthenticated(true);
    }

    static SignedIn member(String subject, Actor actor) {
        return new SignedIn(subject, actor, null, null);
    }

    /**
     * Somebody whom nobody knows, or who may no longer act: {@code refusal} says which.
     *
     * @param member who may no longer act; null for whom nobody knows
     */
    static SignedIn nobody(String subject, Problem refusal, @Nullable MemberId member) {
        return new SignedIn(subject, null, refusal, member);
    }

    /** The member who may no longer act; null for everybody else. */
    @Nullable
    MemberId refused() {
        return refused;
    }

    /** Who acts; throws {@code forbidden} for somebody who can't. */
    public Actor actor() {
        if (actor != null) {
            return actor;
        }
        throw refusal != null ? refusal : new IllegalStateException("neither an actor nor a refusal");
    }

    /** The {@code sub} of the token. */
    public String subject() {
        return subject;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return subject;
    }

    /** Without the subject: it may be a person's number at the identity provider. */
    @Override
    public String toString() {
        return "SignedIn[" + (actor == null ? "nobody" : actor.memberId()) + "]";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn that && that.subject.equals(subject);
    }

    @Override
    public int hashCode() {
        return subject.hashCode();
    }
}
