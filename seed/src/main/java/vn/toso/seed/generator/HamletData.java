package vn.toso.seed.generator;

import java.util.List;
import vn.toso.domain.area.Area;
import vn.toso.domain.household.Household;
import vn.toso.domain.task.Task;
import vn.toso.domain.team.Member;
import vn.toso.domain.team.Team;
import vn.toso.domain.visit.Visit;

/**
 * Everything in one hamlet, as it would have come about.
 *
 * @param teams one, or none
 */
record HamletData(
        Area area,
        List<Member> members,
        List<Team> teams,
        List<Household> households,
        List<Visit> visits,
        List<Task> tasks) {}
