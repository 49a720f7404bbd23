package vn.toso.domain.team;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Role;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Days;
import vn.toso.domain.change.DuplicateDocument;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.team.InviteMember.Invited;

/**
 * Lets the first administrator of a province in, whom nobody is there to invite. To be asked at every start: as long as
 * nobody administers the province, it gives a new code, and the code before it is void.
 */
public final class InviteFirstAdmin {

    static final String NAME = "Quản trị viên tỉnh";

    /** Nodes that start together have one and the same person in mind. */
    static final MemberId ID =
            new MemberId(UUID.nameUUIDFromBytes("toso: first administrator".getBytes(StandardCharsets.UTF_8)));

    /** A code this young was shown by another node, which started at the same time. */
    private static final Duration TOGETHER = Duration.ofMinutes(1);

    private final Members members;
    private final InviteMember invite;
    private final AreaTrees trees;
    private final Clock clock;

    public InviteFirstAdmin(Members members, InviteMember invite, AreaTrees trees, Clock clock) {
        this.members = members;
        this.invite = invite;
        this.trees = trees;
        this.clock = clock;
    }

    /**
     * Emits the member and the code to be shown to whoever started the node; nothing when somebody administers the
     * province already, when there is no province yet, or when another node has just shown a code.
     */
    public Mono<Invited> invite() {
        return trees.refresh()
                .then(Mono.defer(() -> Mono.justOrEmpty(
                        trees.current().roots(Days.today(clock)).stream().findFirst())))
                .filterWhen(province -> members.isAdministered(province.id()).map(administered -> !administered))
                .flatMap(this::invite);
    }

    private Mono<Invited> invite(Area province) {
        MemberForm form = new MemberForm(NAME, null, Role.PROVINCE_ADMIN, List.of(province.id()));
        Invited invited = invite.prepared(Actor.SYSTEM, ID, form);
        return members.collection()
                .insert(Actor.SYSTEM, invited.member())
                .map(stored -> new Invited(stored, invited.code()))
                .onErrorResume(DuplicateDocument.class, known -> inviteAgain());
    }

    /** Whoever was suspended, or left, does not come back by a start. */
    private Mono<Invited> inviteAgain() {
        return members.collection()
                .find(ID)
                .filter(member -> member.status() == MemberStatus.INVITED && !isShown(member))
                .flatMap(member ->
                        invite.again(Actor.SYSTEM, ID, member.revision().version()));
    }

    private boolean isShown(Member member) {
        Member.Invitation invitation = member.invitation();
        return invitation != null
                && invitation
                        .expiresAt()
                        .minus(InviteMember.VALIDITY)
                        .plus(TOGETHER)
                        .isAfter(clock.instant());
    }
}
