package vn.toso.domain.team;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.change.Amendment;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.problem.FieldErrors;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.text.Vietnamese;

/** Lets somebody in: makes a member and a code that binds the member to the first who signs in with it. */
public final class InviteMember {

    /** For how long a code can be used. */
    public static final Duration VALIDITY = Duration.ofDays(14);

    /** @param code to be told to the member; shown this once and kept nowhere */
    public record Invited(Member member, String code) {}

    private final Members members;
    private final MemberDirectory directory;
    private final MemberRules rules;
    private final IdSource ids;
    private final RandomGenerator random;
    private final Clock clock;
    private final Amendment<Member> amendment;

    /** @param random secure outside of tests */
    public InviteMember(
            Members members,
            MemberDirectory directory,
            AreaTrees trees,
            IdSource ids,
            RandomGenerator random,
            Clock clock) {
        this.members = members;
        this.directory = directory;
        this.rules = new MemberRules(trees, clock);
        this.ids = ids;
        this.random = random;
        this.clock = clock;
        this.amendment = new Amendment<>(members.collection());
    }

    /**
     * A leader invites for the own commune, the province for everywhere, nobody into a role above the own one. {@code
     * conflict}: somebody of that name and phone number is there already.
     */
    public Mono<Invited> invite(Actor actor, MemberForm form) {
        return Mono.fromSupplier(() -> prepared(actor, new MemberId(ids.next()), form))
                .filterWhen(invited -> members.hasTwin(invited.member()).map(twin -> !twin))
                .switchIfEmpty(Mono.error(() -> Problem.of(ProblemCode.CONFLICT, "conflict.member-exists")))
                .flatMap(invited -> members.collection()
                        .insert(actor, invited.member())
                        .map(stored -> new Invited(stored, invited.code())));
    }

    /**
     * A new code for a member who lost the first one, lost the account it was used with, or comes back: the old code and
     * the old account are void at once. {@code conflict} for somebody suspended.
     */
    public Mono<Invited> again(Actor actor, MemberId id, @Nullable Long expected) {
        String code = InvitationCode.make(random);
        return Mono.fromRunnable(() -> actor.require(Permission.EDIT_MEMBERS))
                .then(amendment.make(actor, members.get(actor, id), expected, member -> renewed(actor, member, code)))
                .doOnNext(member -> directory.forget(member.id()))
                .map(member -> new Invited(member, code));
    }

    /** A member that is not stored yet, and the code; refuses as {@link #invite} does, twins apart. */
    Invited prepared(Actor actor, MemberId id, MemberForm written) {
        actor.require(Permission.EDIT_MEMBERS);
        MemberRules.requireNotAbove(actor, written.role());
        FieldErrors errors = new FieldErrors();
        MemberForm form = written.checked(errors);
        rules.checkAreas(actor, form, List.of(), errors);
        errors.throwIfAny();
        String name = Objects.requireNonNull(form.name());
        String code = InvitationCode.make(random);
        Member member = new Member(
                id,
                Revision.NONE,
                name,
                form.phone(),
                Objects.requireNonNull(form.role()),
                form.areas(),
                null,
                MemberStatus.INVITED,
                invitation(code),
                Vietnamese.sortKey(name),
                Vietnamese.searchWords(List.of(name)),
                false);
        return new Invited(member, code);
    }

    private Member renewed(Actor actor, Member member, String code) {
        MemberRules.requireNotAbove(actor, member.role());
        if (member.status() == MemberStatus.SUSPENDED || member.id().equals(actor.memberId())) {
            throw Problem.of(ProblemCode.CONFLICT, "conflict.not-invitable");
        }
        return member.standing(MemberStatus.INVITED, null, invitation(code));
    }

    private Member.Invitation invitation(String code) {
        return new Member.Invitation(InvitationCode.hash(code), clock.instant().plus(VALIDITY));
    }
}
