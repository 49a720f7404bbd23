package vn.toso.api.me;

import java.util.List;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import vn.toso.domain.area.Area;
import vn.toso.domain.team.Member;
import vn.toso.domain.team.Team;

/** From the documents to what a phone shows. */
@Mapper
interface MeMapper {

    @Mapping(target = "version", source = "revision.version")
    Me.Self self(Member member);

    @Mapping(target = "name", expression = "java(area.fullName())")
    Me.Home home(Area area);

    List<Me.Home> homes(List<Area> areas);

    @Mapping(target = "name", expression = "java(area.fullName())")
    Me.Hamlet hamlet(Area area);

    List<Me.Hamlet> hamlets(List<Area> areas);

    Me.TeamName name(Team team);

    List<Me.TeamName> names(List<Team> teams);
}
