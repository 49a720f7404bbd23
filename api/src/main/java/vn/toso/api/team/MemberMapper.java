package vn.toso.api.team;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.team.AmendMember;
import vn.toso.domain.team.InviteMember;
import vn.toso.domain.team.Member;
import vn.toso.domain.team.MemberForm;

/** Between a member on the wire and a member on file. */
@Mapper
interface MemberMapper {

    MemberForm toForm(MemberRequest request);

    @Mapping(target = "areas", qualifiedByName = "noneIfAbsent")
    MemberForm toForm(MemberFields fields);

    @Mapping(target = ".", source = "form")
    MemberFields toFields(AmendMember.Change present);

    /** @param present where the membership stands when the fields don't say */
    default AmendMember.Change toChange(MemberFields fields, AmendMember.Change present) {
        return new AmendMember.Change(toForm(fields), Objects.requireNonNullElse(fields.status(), present.status()));
    }

    @Mapping(target = "phone", expression = "java(phoneFor(actor, member))")
    @Mapping(target = "invitedUntil", source = "invitation.expiresAt")
    @Mapping(target = "version", source = "revision.version")
    @Mapping(target = "generated", source = "generated", qualifiedByName = "trueOrAbsent")
    MemberResponse toResponse(Member member, @Context Actor actor);

    default InvitedResponse toResponse(InviteMember.Invited invited, Actor actor) {
        Member.Invitation open = Objects.requireNonNull(invited.member().invitation());
        return new InvitedResponse(toResponse(invited.member(), actor), invited.code(), open.expiresAt());
    }

    /** A phone number is for the member, and for those who manage members. */
    default @Nullable String phoneFor(Actor actor, Member member) {
        boolean own = member.id().equals(actor.memberId());
        return own || Permission.EDIT_MEMBERS.isGivenTo(actor.role()) ? member.phone() : null;
    }

    @Named("noneIfAbsent")
    default List<AreaId> noneIfAbsent(@Nullable List<AreaId> areas) {
        return areas == null ? List.of() : areas;
    }

    @Named("trueOrAbsent")
    default @Nullable Boolean trueOrAbsent(boolean generated) {
        return generated ? Boolean.TRUE : null;
    }
}
