package vn.toso.seed.generator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import vn.toso.domain.access.Role;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.area.Language;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.TeamId;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.team.Member;
import vn.toso.domain.team.MemberStatus;
import vn.toso.domain.team.Team;
import vn.toso.domain.team.Team.Position;
import vn.toso.domain.team.Team.Seat;
import vn.toso.domain.text.Vietnamese;

/**
 * The people of the demo. Each has a handle to sign in with: {@code lan}, {@code minh}, {@code hoa}, {@code tuan},
 * {@code an} and {@code dung} by name, everybody else by place ({@code minh-hop-3-2} is the second member of the team of
 * Minh Hợp's third hamlet).
 */
final class Cast {

    /** What the subject of a demo member starts with; the handle follows. */
    static final String SUBJECT = "demo:";

    private static final String LEADER_OF_HOME = "minh-hop-leader";
    private static final String STAFF_OF_HOME = "quy-hop-staff";

    /** Who leads the commune of the tour. */
    static final MemberId LEADER = idOf(LEADER_OF_HOME);

    /** Handle by name for handle by place, where somebody has one. */
    private static final Map<String, String> KNOWN =
            Map.of("minh-hop-1-1", "lan", "minh-hop-1-2", "minh", LEADER_OF_HOME, "hoa", STAFF_OF_HOME, "tuan");

    private static final Map<String, String> NAMES = Map.of(
            "lan", "Trương Thị Lan",
            "minh", "Nguyễn Văn Minh",
            "hoa", "Hồ Thị Hoa",
            "tuan", "Phan Anh Tuấn",
            "an", "Lê Hữu An",
            "dung", "Đặng Thị Dung");

    private Cast() {}

    /** The people of a hamlet's team, its head first; empty for a hamlet without a team. */
    static List<Member> membersOf(HamletPlan hamlet, AreaId area, Dice dice) {
        Language language = hamlet.languages().get(hamlet.languages().size() - 1);
        List<Member> members = new ArrayList<>();
        for (int i = 1; i <= hamlet.members(); i++) {
            members.add(member(hamlet.slug() + "-" + i, drawn(dice, language), Role.TEAM_MEMBER, area));
        }
        return List.copyOf(members);
    }

    static Team teamOf(HamletPlan hamlet, AreaId area, List<Member> members) {
        String name = "Tổ công nghệ số cộng đồng " + lower(hamlet.type().word()) + " " + hamlet.name() + " ("
                + lower(hamlet.former()) + ")";
        return team("demo:team:" + hamlet.key(), AreaLevel.HAMLET, area, name, members);
    }

    /** Leader and deputy of a commune, and their team. */
    static List<Member> leadersOf(CommunePlan commune, long seed) {
        Dice dice = Dice.of(seed, "leaders:" + commune.slug());
        AreaId area = commune.commune().id();
        return List.of(
                member(leaderHandle(commune), drawn(dice, Language.VIETNAMESE), Role.COMMUNE_LEADER, area),
                member(commune.slug() + "-deputy", drawn(dice, Language.VIETNAMESE), Role.COMMUNE_LEADER, area));
    }

    static Team teamOf(CommunePlan commune, List<Member> leaders) {
        String name = "Tổ công nghệ số cộng đồng " + lower(commune.commune().fullName());
        return team(
                "demo:team:" + commune.slug(),
                AreaLevel.COMMUNE,
                commune.commune().id(),
                name,
                leaders);
    }

    static MemberId leaderOf(CommunePlan commune) {
        return idOf(leaderHandle(commune));
    }

    /** Those above the communes: one for each oversight area, an administrator and a data officer of the province. */
    static List<Member> staffOf(DemoPlan plan, long seed) {
        List<Member> staff = new ArrayList<>();
        AreaId province = plan.province().id();
        staff.add(member("an", "", Role.PROVINCE_ADMIN, province));
        staff.add(member("dung", "", Role.DATA_OFFICER, province));
        plan.oversight().forEach(area -> {
            String slug = DemoPlan.slug(area.name().substring(0, area.name().indexOf(" (")));
            Dice dice = Dice.of(seed, "staff:" + slug);
            staff.add(member(slug + "-staff", drawn(dice, Language.VIETNAMESE), Role.DISTRICT_STAFF, area.id()));
        });
        return List.copyOf(staff);
    }

    private static String leaderHandle(CommunePlan commune) {
        return commune.slug() + "-leader";
    }

    private static Member member(String place, String drawn, Role role, AreaId area) {
        String handle = KNOWN.getOrDefault(place, place);
        String name = NAMES.getOrDefault(handle, drawn);
        return new Member(
                idOf(place),
                Revision.NONE,
                name,
                null,
                role,
                List.of(area),
                SUBJECT + handle,
                MemberStatus.ACTIVE,
                null,
                Vietnamese.sortKey(name),
                Vietnamese.searchWords(List.of(name)),
                true);
    }

    private static Team team(String key, AreaLevel level, AreaId area, String name, List<Member> members) {
        List<Seat> seats = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            Position position = i == 0 ? Position.HEAD : i == 1 ? Position.DEPUTY : Position.MEMBER;
            seats.add(new Seat(members.get(i).id(), position));
        }
        return new Team(new TeamId(uuid(key)), Revision.NONE, level, area, name, null, List.copyOf(seats), true);
    }

    private static String drawn(Dice dice, Language language) {
        return Names.surname(dice, language) + " " + Names.givenNames(dice, dice.chance(0.55));
    }

    private static MemberId idOf(String place) {
        return new MemberId(uuid("demo:member:" + place));
    }

    private static UUID uuid(String key) {
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String lower(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
