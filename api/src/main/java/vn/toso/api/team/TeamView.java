package vn.toso.api.team;

import org.springframework.stereotype.Component;
import vn.toso.api.web.DocumentView;
import vn.toso.domain.access.Actor;
import vn.toso.domain.team.Team;

/** A team with its seats. */
@Component
final class TeamView implements DocumentView<Team> {

    private final TeamMapper mapper;

    TeamView(TeamMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Class<Team> type() {
        return Team.class;
    }

    @Override
    public Object of(Actor actor, Team document) {
        return mapper.toResponse(document);
    }
}
