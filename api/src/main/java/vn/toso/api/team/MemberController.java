package vn.toso.api.team;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import vn.toso.api.json.MergePatch;
import vn.toso.api.web.IfMatch;
import vn.toso.api.web.Needs;
import vn.toso.api.web.Paging;
import vn.toso.api.web.Replies;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.access.Role;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.storage.Page;
import vn.toso.domain.team.AmendMember;
import vn.toso.domain.team.InviteMember;
import vn.toso.domain.team.MemberStatus;
import vn.toso.domain.team.Members;
import vn.toso.domain.text.Search;

/** Members over HTTP. */
@RestController
@RequestMapping("/v1/members")
@Tag(name = "members", description = "Người dùng của Tổ Số / the users")
class MemberController {

    private final Members members;
    private final InviteMember inviteMember;
    private final AmendMember amendMember;
    private final Homes homes;
    private final MemberMapper mapper;
    private final MergePatch merge;

    MemberController(
            Members members,
            InviteMember inviteMember,
            AmendMember amendMember,
            Homes homes,
            MemberMapper mapper,
            MergePatch merge) {
        this.members = members;
        this.inviteMember = inviteMember;
        this.amendMember = amendMember;
        this.homes = homes;
        this.mapper = mapper;
        this.merge = merge;
    }

    @Needs(Permission.READ_TEAMS)
    @GetMapping("/{id}")
    @Operation(summary = "Read a member", description = """
                    The caller, or a member with a home area in the caller's scope. The phone number shows to the member \
                    and to those who manage members.""")
    @ApiResponse(
            responseCode = "200",
            description = "The member",
            content = @Content(examples = @ExampleObject(MemberExamples.MEMBER)))
    Mono<ResponseEntity<MemberResponse>> get(Actor actor, @PathVariable MemberId id) {
        return members.get(actor, id)
                .map(member -> mapper.toResponse(member, actor))
                .map(MemberController::toReply);
    }

    @Needs(Permission.READ_TEAMS)
    @GetMapping
    @Operation(summary = "List members", description = """
                    The members with a home area in the caller's scope, by given name. `area` asks for those at home in \
                    an area or below it, `q` for a name: marks may be left out, exact accents come first.""")
    @ApiResponse(
            responseCode = "200",
            description = "A part of the list",
            content = @Content(examples = @ExampleObject(MemberExamples.PAGE)))
    Mono<Page<MemberResponse>> list(
            Actor actor,
            @RequestParam @Nullable AreaId area,
            @RequestParam @Nullable Role role,
            @RequestParam @Nullable MemberStatus status,
            @RequestParam @Nullable String q,
            Paging paging) {
        var question = new Members.Question(homes.in(area), role, status, Search.of(q), paging.limit(), paging.after());
        return members.list(actor, question).map(page -> page.map(member -> mapper.toResponse(member, actor)));
    }

    @Needs(Permission.EDIT_MEMBERS)
    @PostMapping
    @Operation(
            summary = "Invite somebody",
            description = """
                    Makes a member and an invitation code, which is shown this once and kept nowhere. Whoever signs in \
                    first with the code is the member from then on. Nobody invites into a role above the own one, or into \
                    areas out of the own scope. 409 `conflict` when somebody of that name and phone number is there.""",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(MemberExamples.REQUEST))))
    @ApiResponse(
            responseCode = "201",
            description = "Invited",
            content = @Content(examples = @ExampleObject(MemberExamples.INVITED)))
    Mono<ResponseEntity<InvitedResponse>> invite(Actor actor, @RequestBody MemberRequest request) {
        return inviteMember
                .invite(actor, mapper.toForm(request))
                .map(invited -> mapper.toResponse(invited, actor))
                .map(body -> Replies.created(
                        body,
                        body.member().version(),
                        "/v1/members/" + body.member().id()));
    }

    @Needs(Permission.EDIT_MEMBERS)
    @PostMapping("/{id}/invitation")
    @Operation(summary = "Invite a member again", description = """
                    A new code for a member who lost the first one, lost the account it was used with, or comes back. The \
                    old code and the old account are void at once. 409 `conflict` for somebody suspended.""")
    @ApiResponse(
            responseCode = "200",
            description = "Invited again",
            content = @Content(examples = @ExampleObject(MemberExamples.INVITED)))
    Mono<ResponseEntity<InvitedResponse>> inviteAgain(
            Actor actor, @PathVariable MemberId id, @IfMatch @Nullable Long version) {
        return inviteMember
                .again(actor, id, version)
                .map(invited -> mapper.toResponse(invited, actor))
                .map(body -> Replies.document(body, body.member().version()));
    }

    @Needs(value = Permission.EDIT_MEMBERS, orOwn = true)
    @PatchMapping("/{id}")
    @Operation(
            summary = "Change a member",
            description = """
                    Changes name, phone, role, home areas or status by a merge patch: a field that is there replaces the \
                    present value, `null` takes it away, the rest stays. `SUSPENDED` shuts a member out within 30 seconds \
                    everywhere, `ACTIVE` lets in again, `LEFT` ends it. Everybody may change the own phone number and \
                    nothing else of oneself.""",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = MemberFields.class),
                                            examples = @ExampleObject(MemberExamples.PATCH))))
    @ApiResponse(
            responseCode = "200",
            description = "The member as it is now",
            content = @Content(examples = @ExampleObject(MemberExamples.SUSPENDED)))
    Mono<ResponseEntity<MemberResponse>> amend(
            Actor actor, @PathVariable MemberId id, @IfMatch @Nullable Long version, @RequestBody JsonNode patch) {
        return amendMember
                .amend(actor, id, version, now -> patched(now, patch))
                .map(member -> mapper.toResponse(member, actor))
                .map(MemberController::toReply);
    }

    private AmendMember.Change patched(AmendMember.Change now, JsonNode patch) {
        return mapper.toChange(merge.apply(mapper.toFields(now), patch, MemberFields.class), now);
    }

    private static ResponseEntity<MemberResponse> toReply(MemberResponse body) {
        return Replies.document(body, body.version());
    }
}
