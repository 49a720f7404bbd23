package vn.toso.api.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import vn.toso.domain.access.Actor;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;

/** Somebody with a good token: a member who may act, or somebody who can't (yet), and why. */
public final class SignedIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final String subject;
    private final transient @Nullable Actor actor;
    private final String whyNot;

    private SignedIn(String subject, @Nullable Actor actor, String whyNot) {
        super(actor == null ? List.of() : List.of(new SimpleGrantedAuthority("ROLE_" + actor.role())));
        this.subject = subject;
        this.actor = actor;
        this.whyNot = whyNot;
        setAuthenticated(true);
    }

    static SignedIn member(String subject, Actor actor) {
        return new SignedIn(subject, actor, "");
    }

    /** @param whyNot the end of the sentence's key, under {@code detail.forbidden.} */
    static SignedIn nobody(String subject, String whyNot) {
        return new SignedIn(subject, null, whyNot);
    }

    /** Who acts; throws {@code forbidden} for somebody who can't. */
    public Actor actor() {
        if (actor == null) {
            throw Problem.of(ProblemCode.FORBIDDEN, "forbidden." + whyNot);
        }
        return actor;
    }

    boolean isMember() {
        return actor != null;
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
        return "SignedIn[" + (actor == null ? whyNot : actor.memberId()) + "]";
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
