package vn.toso.domain.team;

import java.time.Clock;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.change.DuplicateDocument;
import vn.toso.domain.change.StaleVersion;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.team.Member.Invitation;

/** The first sign-in: binds the subject of an identity provider to the member whose invitation code it brings. */
public final class BindSubject {

    private final Members members;
    private final MemberDirectory directory;
    private final Clock clock;

    public BindSubject(Members members, MemberDirectory directory, Clock clock) {
        this.members = members;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Emits the member, active now. A code works once; of two subjects that try it at the same moment one gets it. A
     * subject that is bound already gets its member again, unless it brings somebody else's open code ({@code conflict}), {@code forbidden} when the membership is suspended or over.
     * {@code invalid} at {@code /code}: {@code invitation-unknown} (also a used one) or {@code invitation-expired}.
     */
    public Mono<Member> bind(String subject, String code) {
        return members.findBySubject(subject)
                .flatMap(bound -> bindAgain(bound, code))
                .switchIfEmpty(Mono.defer(() -> bindFirst(subject, code)));
    }

    private Mono<Member> bindAgain(Member bound, String code) {
        return members.findByInvitation(InvitationCode.hash(code))
                .<Member>flatMap(other -> Mono.error(BindSubject::boundAlready))
                .switchIfEmpty(Mono.defer(() -> admitted(bound)));
    }

    private Mono<Member> admitted(Member bound) {
        return switch (bound.status()) {
            case SUSPENDED -> Mono.error(() -> Problem.of(ProblemCode.FORBIDDEN, "forbidden.suspended"));
            case LEFT -> Mono.error(() -> Problem.of(ProblemCode.FORBIDDEN, "forbidden.left"));
            case ACTIVE, INVITED -> members.collection().ensureLogged(bound);
        };
    }

    private Mono<Member> bindFirst(String subject, String code) {
        String hash = InvitationCode.hash(code);
        return members.findByInvitation(hash)
                .filter(member -> isOpen(member, hash))
                .switchIfEmpty(Mono.error(() -> Problem.invalid("/code", "invitation-unknown")))
                .flatMap(member -> bound(member, subject))
                .doOnNext(member -> directory.forget(member.id()));
    }

    private static boolean isOpen(Member member, String hash) {
        Invitation invitation = member.invitation();
        return member.status() == MemberStatus.INVITED
                && invitation != null
                && InvitationCode.isSame(invitation.codeHash(), hash);
    }

    private Mono<Member> bound(Member member, String subject) {
        Invitation invitation = member.invitation();
        if (invitation == null || !clock.instant().isBefore(invitation.expiresAt())) {
            return Mono.error(() -> Problem.invalid("/code", "invitation-expired"));
        }
        Actor self = new Actor(member.id(), member.role(), Actor.SYSTEM.scope());
        return members.collection()
                .replace(self, member.standing(MemberStatus.ACTIVE, subject, null))
                .onErrorMap(StaleVersion.class, quicker -> Problem.invalid("/code", "invitation-unknown"))
                .onErrorMap(DuplicateDocument.class, taken -> boundAlready());
    }

    private static Problem boundAlready() {
        return Problem.of(ProblemCode.CONFLICT, "conflict.subject-bound");
    }
}
