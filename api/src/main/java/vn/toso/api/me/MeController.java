package vn.toso.api.me;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.toso.api.security.SignedIn;
import vn.toso.api.web.Needs;
import vn.toso.api.web.OpenTo;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaTree;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Days;
import vn.toso.domain.team.BindSubject;
import vn.toso.domain.team.Member;
import vn.toso.domain.team.Members;
import vn.toso.domain.team.Teams;
import vn.toso.notifications.notice.Notices;

/** The person who is asking. */
@RestController
@RequestMapping("/v1/me")
@Tag(name = "me", description = "Người đang đăng nhập / the person who is asking")
class MeController {

    private final Members members;
    private final Teams teams;
    private final AreaTrees trees;
    private final BindSubject bindSubject;
    private final Notices notices;
    private final MeMapper mapper;
    private final Clock clock;

    MeController(
            Members members,
            Teams teams,
            AreaTrees trees,
            BindSubject bindSubject,
            Notices notices,
            MeMapper mapper,
            Clock clock) {
        this.members = members;
        this.teams = teams;
        this.trees = trees;
        this.bindSubject = bindSubject;
        this.notices = notices;
        this.mapper = mapper;
        this.clock = clock;
    }

    @Needs(Permission.OWN_ACCOUNT)
    @GetMapping
    @Operation(summary = "Read who I am", description = """
                    The member behind the token, with role, home areas and the hamlets under them today, and the team. \
                    Who sees the whole province gets no list of hamlets; `GET /v1/areas` pages through them.""")
    @ApiResponse(
            responseCode = "200",
            description = "The member",
            content = @Content(examples = @ExampleObject(MeExamples.ME)))
    Mono<Me> me(Actor actor) {
        return Mono.zip(
                        members.get(actor, actor.memberId()),
                        teams.ofMember(actor.memberId()).collectList(),
                        notices.unreadOf(actor.memberId()))
                .map(found -> me(actor, found.getT1(), mapper.names(found.getT2()), found.getT3()));
    }

    @OpenTo(OpenTo.Who.ACCOUNTS)
    @PostMapping("/bind")
    @Operation(
            summary = "Bind my account to a member",
            description = """
                    The first sign-in: binds the `sub` of the token to the member whose invitation code it brings. The code \
                    works once. Binding again by the same account gives the same answer.""",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(MeExamples.BIND))))
    @ApiResponse(
            responseCode = "200",
            description = "The member, active now",
            content = @Content(examples = @ExampleObject(MeExamples.SELF)))
    Mono<Me.Self> bind(SignedIn signedIn, @RequestBody BindRequest request) {
        return bindSubject.bind(signedIn.subject(), request.code()).map(mapper::self);
    }

    private Me me(Actor actor, Member member, List<Me.TeamName> seats, long unread) {
        AreaTree tree = trees.current();
        LocalDate today = Days.today(clock);
        List<Area> homes =
                member.areas().stream().flatMap(id -> tree.find(id).stream()).toList();
        List<Area> hamlets = actor.scope().everything()
                ? List.of()
                : homes.stream()
                        .flatMap(home -> tree.hamletsUnder(home.id(), today).stream())
                        .distinct()
                        .toList();
        return new Me(
                mapper.self(member),
                mapper.homes(homes),
                mapper.hamlets(hamlets),
                seats.isEmpty() ? null : seats.get(0),
                unread);
    }
}
