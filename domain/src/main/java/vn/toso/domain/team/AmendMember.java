package vn.toso.domain.team;

import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.change.Amendment;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.problem.FieldErrors;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;

/** Changes a member: name, phone, role, home areas; suspends, lets in again, lets go. */
public final class AmendMember {

    /** What is said of a member, with where the membership stands. */
    public record Change(MemberForm form, MemberStatus status) {

        public static Change of(Member member) {
            return new Change(MemberForm.of(member), member.status());
        }
    }

    private final Members members;
    private final MemberDirectory directory;
    private final MemberRules rules;
    private final Amendment<Member> amendment;

    public AmendMember(Members members, MemberDirectory directory, AreaTrees trees, Clock clock) {
        this.members = members;
        this.directory = directory;
        this.rules = new MemberRules(trees, clock);
        this.amendment = new Amendment<>(members.collection());
    }

    /**
     * Emits the member as stored; what the member may do changes on this node at once. Everybody may change the own phone
     * number and nothing else of oneself. {@code conflict}: the status cannot follow the present one (an invited member
     * becomes active by signing in, one who left comes back by a new invitation).
     *
     * @param expected the version the caller saw; null for any
     * @param change from what is said now to what is to be said
     */
    public Mono<Member> amend(Actor actor, MemberId id, @Nullable Long expected, UnaryOperator<Change> change) {
        return amendment
                .make(actor, members.get(actor, id), expected, member -> amended(actor, member, change))
                .doOnNext(member -> directory.forget(member.id()));
    }

    private Member amended(Actor actor, Member member, UnaryOperator<Change> change) {
        Change written = change.apply(Change.of(member));
        FieldErrors errors = new FieldErrors();
        MemberForm form = written.form().checked(errors);
        requireAllowed(actor, member, form, written.status());
        if (!form.areas().equals(member.areas()) || form.role() != member.role()) {
            rules.checkAreas(actor, form, member.areas(), errors);
        }
        errors.throwIfAny();
        requireFollows(member.status(), written.status());
        return saying(member, form, written.status());
    }

    private static Member saying(Member member, MemberForm form, MemberStatus status) {
        Member said = member.saying(form);
        return status == MemberStatus.LEFT
                ? said.standing(status, member.subject(), null)
                : said.standing(status, member.subject(), member.invitation());
    }

    private static void requireAllowed(Actor actor, Member member, MemberForm form, MemberStatus status) {
        if (member.id().equals(actor.memberId())) {
            boolean phoneOnly = status == member.status()
                    && Objects.equals(form.name(), member.name())
                    && form.role() == member.role()
                    && form.areas().equals(member.areas());
            if (!phoneOnly) {
                throw Problem.of(ProblemCode.FORBIDDEN, "forbidden.oneself");
            }
            return;
        }
        actor.require(Permission.EDIT_MEMBERS);
        MemberRules.requireNotAbove(actor, member.role());
        MemberRules.requireNotAbove(actor, form.role());
    }

    private static void requireFollows(MemberStatus present, MemberStatus next) {
        if (present != next && !nextOf(present).contains(next)) {
            throw Problem.of(ProblemCode.CONFLICT, "conflict.member-status");
        }
    }

    private static Set<MemberStatus> nextOf(MemberStatus present) {
        return switch (present) {
            case INVITED -> Set.of(MemberStatus.LEFT);
            case ACTIVE -> Set.of(MemberStatus.SUSPENDED, MemberStatus.LEFT);
            case SUSPENDED -> Set.of(MemberStatus.ACTIVE, MemberStatus.LEFT);
            case LEFT -> Set.of();
        };
    }
}
