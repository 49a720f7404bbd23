package vn.toso.seed.generator;

import vn.toso.domain.area.Area;
import vn.toso.domain.campaign.Campaign;
import vn.toso.domain.change.LoggedCollection;
import vn.toso.domain.household.Household;
import vn.toso.domain.task.Task;
import vn.toso.domain.team.Member;
import vn.toso.domain.team.Team;
import vn.toso.domain.visit.Visit;

/** Where the demo's documents go. */
record DemoCollections(
        LoggedCollection<Area> areas,
        LoggedCollection<Member> members,
        LoggedCollection<Team> teams,
        LoggedCollection<Household> households,
        LoggedCollection<Visit> visits,
        LoggedCollection<Task> tasks,
        LoggedCollection<Campaign> campaigns) {}
