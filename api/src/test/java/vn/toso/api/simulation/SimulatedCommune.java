package vn.toso.api.simulation;

import static vn.toso.domain.world.AreaBuilder.aCommune;
import static vn.toso.domain.world.AreaBuilder.aHamlet;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.MemberBuilder.aMember;
import static vn.toso.domain.world.ResidentBuilder.aResident;

import java.util.ArrayList;
import java.util.List;
import vn.toso.api.security.DemoIssuer;
import vn.toso.domain.access.Role;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.team.Member;
import vn.toso.domain.team.Team;
import vn.toso.domain.team.Team.Position;
import vn.toso.domain.team.Team.Seat;
import vn.toso.domain.world.Names;
import vn.toso.domain.world.TestWorld;

/** The place and the people of one evening: a commune with six hamlets, thirty members and two leaders of its own. */
final class SimulatedCommune {

    static final int HAMLETS = 6;
    static final int MEMBERS = 30;
    static final int LEADERS = 2;
    private static final int HOUSEHOLDS_A_HAMLET = 4;

    private final long seed;
    private final Area commune;
    private final List<Area> hamlets = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();
    private final List<Member> leaders = new ArrayList<>();
    private final List<Team> teams = new ArrayList<>();
    private final List<Household> households = new ArrayList<>();

    SimulatedCommune(long seed) {
        this.seed = seed;
        this.commune = aCommune(name("xã")).under(TestWorld.OVERSIGHT.id()).build();
        for (int i = 0; i < HAMLETS; i++) {
            hamlets.add(aHamlet(Integer.toString(i + 1))
                    .id(name("xóm " + i))
                    .under(commune.id())
                    .build());
        }
        for (int i = 0; i < MEMBERS + LEADERS; i++) {
            boolean leads = i >= MEMBERS;
            (leads ? leaders : members)
                    .add(aMember(name("người " + i))
                            .as(leads ? Role.COMMUNE_LEADER : Role.TEAM_MEMBER)
                            .in(leads ? commune.id() : hamletOf(i))
                            .subject(DemoIssuer.SUBJECT + handle(seed, i))
                            .build());
        }
        for (int i = 0; i < HAMLETS; i++) {
            teams.add(teamOf(i));
            for (int h = 0; h < HOUSEHOLDS_A_HAMLET; h++) {
                households.add(aHousehold(name("hộ " + i + "." + h))
                        .in(hamlets.get(i))
                        .with(aResident(name("ông " + i + "." + h)), aResident(name("bà " + i + "." + h)))
                        .build());
            }
        }
    }

    /** By which somebody signs in. */
    static String handle(long seed, int person) {
        return "e" + seed + "p" + person;
    }

    private String name(String what) {
        return what + " " + seed;
    }

    private AreaId hamletOf(int member) {
        return hamlets.get(member % HAMLETS).id();
    }

    private Team teamOf(int hamlet) {
        List<Seat> seats = new ArrayList<>();
        for (int i = hamlet; i < MEMBERS; i += HAMLETS) {
            seats.add(new Seat(members.get(i).id(), i == hamlet ? Position.HEAD : Position.MEMBER));
        }
        return new Team(
                Names.team(name("tổ " + hamlet)),
                Revision.NONE,
                AreaLevel.HAMLET,
                hamlets.get(hamlet).id(),
                name("Tổ xóm " + (hamlet + 1)),
                null,
                seats,
                false);
    }

    List<Area> areas() {
        List<Area> all = new ArrayList<>(hamlets);
        all.add(commune);
        return all;
    }

    AreaId id() {
        return commune.id();
    }

    List<AreaId> hamlets() {
        return hamlets.stream().map(Area::id).toList();
    }

    List<Member> members() {
        return members;
    }

    List<Member> leaders() {
        return leaders;
    }

    List<Team> teams() {
        return teams;
    }

    List<Household> households() {
        return households;
    }
}
