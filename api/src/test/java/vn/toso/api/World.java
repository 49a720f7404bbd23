package vn.toso.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestComponent;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Role;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.AreaType;
import vn.toso.domain.area.Areas;
import vn.toso.domain.area.ParentEdge;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.TeamId;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.team.Member;
import vn.toso.domain.team.MemberStatus;
import vn.toso.domain.team.Members;
import vn.toso.domain.team.Team;
import vn.toso.domain.team.Teams;
import vn.toso.domain.text.Vietnamese;

/**
 * The place and the people of the tests. One province, an oversight area with two communes: one of them with the hamlets
 * {@code xom-mot} and {@code xom-hai}, the other with {@code ban-ba}. Each person has a handle to sign in with: Lan, a
 * member in Xóm Một; Hùng, who leads her commune; Mai, a member in Bản Ba; Nga, who leads that commune; Tâm of the
 * oversight area; Minh of the province; Dung, its data officer.
 */
@TestComponent
public final class World {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    private final Areas areas;
    private final Members members;
    private final Teams teams;
    private final Map<String, AreaId> areaIds = new ConcurrentHashMap<>();
    private final Map<String, MemberId> memberIds = new ConcurrentHashMap<>();

    World(Areas areas, Members members, Teams teams, AreaTrees trees) {
        this.areas = areas;
        this.members = members;
        this.teams = teams;
        found("tinh", AreaLevel.PROVINCE, AreaType.TINH, "Thử", null);
        found("khu-vuc", AreaLevel.DISTRICT, AreaType.KHU_VUC, "Thử Nghiệm", "tinh");
        found("xa-a", AreaLevel.COMMUNE, AreaType.XA, "Thử An", "khu-vuc");
        found("xa-b", AreaLevel.COMMUNE, AreaType.XA, "Thử Bình", "khu-vuc");
        found("xom-mot", AreaLevel.HAMLET, AreaType.XOM, "Một", "xa-a");
        found("xom-hai", AreaLevel.HAMLET, AreaType.XOM, "Hai", "xa-a");
        found("ban-ba", AreaLevel.HAMLET, AreaType.BAN, "Ba", "xa-b");
        trees.refresh().block(SOON);
        settle("lan", "Nguyễn Thị Lan", Role.TEAM_MEMBER, "xom-mot");
        settle("hung", "Trần Văn Hùng", Role.COMMUNE_LEADER, "xa-a");
        settle("mai", "Vi Thị Mai", Role.TEAM_MEMBER, "ban-ba");
        settle("nga", "Lô Thị Nga", Role.COMMUNE_LEADER, "xa-b");
        settle("tam", "Lê Minh Tâm", Role.DISTRICT_STAFF, "khu-vuc");
        settle("minh", "Hoàng Quang Minh", Role.PROVINCE_ADMIN, "tinh");
        settle("dung", "Phan Thùy Dung", Role.DATA_OFFICER, "tinh");
        team("Tổ xóm Một", "xom-mot", "lan");
    }

    /** By its name here: {@code xom-mot}. */
    public AreaId area(String name) {
        assertThat(areaIds).containsKey(name);
        return areaIds.get(name);
    }

    public MemberId member(String handle) {
        assertThat(memberIds).containsKey(handle);
        return memberIds.get(handle);
    }

    /** Somebody more, who signs in by that handle. */
    public Member settle(String handle, String name, Role role, String home) {
        return settle(handle, name, role, home, MemberStatus.ACTIVE, null);
    }

    public Member settle(
            String handle, String name, Role role, String home, MemberStatus status, Member.Invitation invitation) {
        Member member = new Member(
                new MemberId(UUID.randomUUID()),
                Revision.NONE,
                name,
                null,
                role,
                List.of(area(home)),
                status == MemberStatus.INVITED ? null : "demo:" + handle,
                status,
                invitation,
                Vietnamese.sortKey(name),
                Vietnamese.searchWords(List.of(name)),
                true);
        memberIds.put(handle, member.id());
        return members.collection().insert(Actor.SYSTEM, member).block(SOON);
    }

    private void team(String name, String area, String head) {
        Team team = new Team(
                new TeamId(UUID.randomUUID()),
                Revision.NONE,
                AreaLevel.HAMLET,
                area(area),
                name,
                null,
                List.of(new Team.Seat(member(head), Team.Position.HEAD)),
                true);
        teams.collection().insert(Actor.SYSTEM, team).block(SOON);
    }

    private void found(String key, AreaLevel level, AreaType type, String name, String parent) {
        Area area = new Area(
                new AreaId(UUID.randomUUID()),
                Revision.NONE,
                level,
                null,
                name,
                type,
                parent == null ? List.of() : List.of(new ParentEdge(area(parent), LONG_AGO, null)),
                LONG_AGO,
                null,
                null,
                level == AreaLevel.HAMLET ? new Area.HamletFacts(null, List.of(), null) : null,
                "generated",
                Vietnamese.searchWords(List.of(name)));
        areaIds.put(key, area.id());
        areas.collection().insert(Actor.SYSTEM, area).block(SOON);
    }
}
