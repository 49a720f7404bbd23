package vn.toso.api.rights;

import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.MemberBuilder.aMember;
import static vn.toso.domain.world.ResidentBuilder.aResident;
import static vn.toso.domain.world.VisitBuilder.aVisit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import reactor.core.publisher.Mono;
import vn.toso.api.World;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.access.Role;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.area.AreaTree;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Areas;
import vn.toso.domain.campaign.Campaigns;
import vn.toso.domain.change.LoggedCollection;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.id.TeamId;
import vn.toso.domain.privacy.Breaches;
import vn.toso.domain.privacy.SubjectRequests;
import vn.toso.domain.service.Outcome;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.sync.Quarantine;
import vn.toso.domain.task.Priority;
import vn.toso.domain.task.Task;
import vn.toso.domain.task.TaskKind;
import vn.toso.domain.task.TaskState;
import vn.toso.domain.task.Tasks;
import vn.toso.domain.team.Member;
import vn.toso.domain.team.MemberStatus;
import vn.toso.domain.team.Members;
import vn.toso.domain.team.Team;
import vn.toso.domain.team.Teams;
import vn.toso.domain.visit.Visit;
import vn.toso.domain.visit.Visits;
import vn.toso.domain.world.TestWorld;
import vn.toso.notifications.announcement.Announce;
import vn.toso.notifications.notice.Notices;

/**
 * The test world with a far district beside it, and something fresh to try at: every target is made for one try, so that
 * no try depends on another. Whatever lies at a place has the place's word in its texts.
 */
@TestComponent
public final class RightsWorld {

    static final AreaTree TREE = new AreaTree(areas());

    private static final Duration SOON = Duration.ofSeconds(30);

    private final World world;
    private final Members members;
    private final Teams teams;
    private final Visits visits;
    private final Tasks tasks;
    private final Areas areas;
    private final AreaTrees trees;
    private final Papers papers;
    private final Map<Place, Member> workers = new ConcurrentHashMap<>();
    private final Map<Place, Team> teamsAt = new ConcurrentHashMap<>();

    RightsWorld(
            World world,
            Areas areas,
            AreaTrees trees,
            Members members,
            Teams teams,
            Visits visits,
            Tasks tasks,
            Campaigns campaigns,
            Announce announce,
            Notices notices,
            Quarantine quarantine,
            SubjectRequests subjectRequests,
            Breaches breaches) {
        this.world = world;
        this.members = members;
        this.teams = teams;
        this.visits = visits;
        this.tasks = tasks;
        this.areas = areas;
        this.trees = trees;
        this.papers = new Papers(this, campaigns, announce, notices, quarantine, subjectRequests, breaches);
    }

    Papers papers() {
        return papers;
    }

    private static List<Area> areas() {
        List<Area> all = new ArrayList<>(TestWorld.AREAS);
        all.addAll(List.of(Place.FAR_DISTRICT, Place.FAR_COMMUNE, Place.FAR_HAMLET));
        return all;
    }

    /** Everybody who tries. */
    List<Person> people() {
        put(areas.collection(), List.of(Place.FAR_DISTRICT, Place.FAR_COMMUNE, Place.FAR_HAMLET));
        trees.refresh().block(SOON);
        return List.of(
                new Person("lan", TestWorld.LAN),
                new Person("hoa", TestWorld.HOA),
                new Person("duc", TestWorld.DISTRICT_STAFF),
                new Person("anh", TestWorld.PROVINCE_ADMIN),
                new Person("bao", TestWorld.DATA_OFFICER),
                stranger("suspended", MemberStatus.SUSPENDED),
                stranger("left", MemberStatus.LEFT));
    }

    /** A leader of Minh Hợp whose membership stands there. */
    private Person stranger(String handle, MemberStatus status) {
        return new Person(
                handle,
                world.put(
                        aMember("Người " + handle)
                                .as(Role.COMMUNE_LEADER)
                                .in(TestWorld.MINH_HOP.id())
                                .status(status),
                        handle));
    }

    Household household(Place at) {
        if (at.area() == null) {
            return aHousehold("Hộ").id(new HouseholdId(UUID.randomUUID())).build();
        }
        return world.put(aHousehold("Chủ Hộ " + at.word())
                        .id(new HouseholdId(UUID.randomUUID()))
                        .in(at.id())
                        .phones("0912345678")
                        .with(aResident("Nhân Khẩu " + at.word()).id(new ResidentId(UUID.randomUUID()))))
                .get(0);
    }

    Visit visit(Person who, Place at) {
        Visit made = aVisit(UUID.randomUUID().toString())
                .to(household(at))
                .by(hand(who, at))
                .at(Instant.now().minusSeconds(60).atOffset(ZoneOffset.ofHours(7)))
                .did("SAFE", null, Outcome.ACHIEVED)
                .noting("ghi chú " + at.word())
                .build();
        return at.area() == null
                ? made
                : put(visits.collection(), List.of(made)).get(0);
    }

    /** Given to whoever tries, where that role works on tasks; else to somebody there. */
    TaskId task(Person who, Place at) {
        return task(at, hand(who, at).id(), null, TaskState.ASSIGNED);
    }

    /** For the team of whoever tries. */
    TaskId teamTask(Person who, Place at) {
        if (at.area() == null) {
            return new TaskId(UUID.randomUUID());
        }
        Team own = team("của mình", AreaLevel.HAMLET, new AreaId(UUID.randomUUID()), hand(who, at));
        return task(at, null, put(teams.collection(), List.of(own)).get(0).id(), TaskState.ASSIGNED);
    }

    private TaskId task(Place at, @Nullable MemberId assignee, @Nullable TeamId team, TaskState state) {
        if (at.area() == null) {
            return new TaskId(UUID.randomUUID());
        }
        Task made = new Task(
                new TaskId(UUID.randomUUID()),
                Revision.NONE,
                TaskKind.VISIT_HOUSEHOLD,
                at.id(),
                household(at).id(),
                List.of(),
                assignee,
                team,
                TestWorld.PROVINCE_ADMIN.id(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                null,
                Priority.NORMAL,
                null,
                "việc " + at.word(),
                state,
                null,
                null,
                null,
                false);
        return put(tasks.collection(), List.of(made)).get(0).id();
    }

    private Member hand(Person who, Place at) {
        return Permission.WORK_TASKS.isGivenTo(who.role()) ? who.member() : worker(at);
    }

    /** Somebody who works there; always the same. */
    Member worker(Place at) {
        return workers.computeIfAbsent(at, place -> member(place, Role.TEAM_MEMBER));
    }

    /** Somebody new whose home it is, in the role that belongs to its level. */
    Member member(Place at) {
        return switch (at.level()) {
            case HAMLET -> member(at, Role.TEAM_MEMBER);
            case COMMUNE -> member(at, Role.COMMUNE_LEADER);
            case DISTRICT -> member(at, Role.DISTRICT_STAFF);
            case PROVINCE -> member(at, Role.PROVINCE_ADMIN);
        };
    }

    private Member member(Place at, Role role) {
        String unique = UUID.randomUUID().toString();
        Member made = new Member(
                new MemberId(UUID.randomUUID()),
                Revision.NONE,
                "Thành Viên " + at.word(),
                null,
                role,
                List.of(at.id()),
                "nobody's " + unique,
                MemberStatus.ACTIVE,
                null,
                "v",
                List.of("v"),
                false);
        return at.area() == null
                ? made
                : put(members.collection(), List.of(made)).get(0);
    }

    /** An area has one team. */
    Team team(Place at) {
        if (at.area() == null) {
            return team(at.word(), AreaLevel.HAMLET, at.id(), worker(Place.XOM_1));
        }
        if (at.id().equals(TestWorld.XOM_1.id())) {
            return TestWorld.TEAM;
        }
        return teamsAt.computeIfAbsent(
                at,
                place -> put(teams.collection(), List.of(team(place.word(), place.level(), place.id(), worker(place))))
                        .get(0));
    }

    private static Team team(String word, AreaLevel level, AreaId area, Member of) {
        return new Team(
                new TeamId(UUID.randomUUID()),
                Revision.NONE,
                level,
                area,
                "Tổ " + word,
                null,
                List.of(new Team.Seat(of.id(), Team.Position.MEMBER)),
                false);
    }

    static <D extends Versioned<D>> List<D> put(LoggedCollection<D> documents, List<D> added) {
        return documents.insertAll(Actor.SYSTEM, added).collectList().block(SOON);
    }

    static <T> T soon(Mono<T> what) {
        return what.block(SOON);
    }
}
