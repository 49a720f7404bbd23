package vn.toso.api.team;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;
import vn.toso.domain.team.CreateTeam;
import vn.toso.domain.team.Team;
import vn.toso.domain.team.TeamForm;

/** Between a team on the wire and a team on file. */
@Mapper
interface TeamMapper {

    @Mapping(target = "form", source = "request")
    CreateTeam.Command toCommand(TeamRequest request);

    @Mapping(target = "members", qualifiedByName = "noneIfAbsent")
    TeamForm toForm(TeamRequest request);

    @Mapping(target = "members", qualifiedByName = "noneIfAbsent")
    TeamForm toForm(TeamFields fields);

    TeamFields toFields(TeamForm form);

    @Mapping(target = "version", source = "revision.version")
    @Mapping(target = "generated", source = "generated", qualifiedByName = "trueOrAbsent")
    TeamResponse toResponse(Team team);

    Team.Seat toSeat(TeamRequest.Seat seat);

    @Named("noneIfAbsent")
    default List<Team.Seat> noneIfAbsent(@Nullable List<TeamRequest.Seat> seats) {
        return seats == null ? List.of() : seats.stream().map(this::toSeat).toList();
    }

    @Named("trueOrAbsent")
    default @Nullable Boolean trueOrAbsent(boolean generated) {
        return generated ? Boolean.TRUE : null;
    }
}
