package vn.toso.domain.world;

import static vn.toso.domain.world.AreaBuilder.aCommune;
import static vn.toso.domain.world.AreaBuilder.aHamlet;
import static vn.toso.domain.world.AreaBuilder.anArea;
import static vn.toso.domain.world.MemberBuilder.aMember;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Role;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.area.AreaTree;
import vn.toso.domain.area.AreaType;
import vn.toso.domain.area.Days;
import vn.toso.domain.area.Scopes;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.team.Member;
import vn.toso.domain.team.Team;
import vn.toso.domain.team.Team.Position;
import vn.toso.domain.team.Team.Seat;

/**
 * A small province for tests: an oversight area with two communes, one of which took in another on 1/7/2025, so that it
 * has two hamlets called Xóm 5; the people who work there; a few services. It is the evening of 20/11/2026.
 */
public final class TestWorld {

    public static final Instant NOW = Instant.parse("2026-11-20T12:05:00Z");
    public static final LocalDate TODAY = Days.of(NOW);
    public static final LocalDate MERGER = LocalDate.of(2025, 7, 1);
    public static final Clock CLOCK = Clock.fixed(NOW, Days.ZONE);

    public static final Area PROVINCE =
            anArea(AreaLevel.PROVINCE, AreaType.TINH, "Nghệ An").build();
    public static final Area OVERSIGHT = anArea(AreaLevel.DISTRICT, AreaType.KHU_VUC, "Quỳ Hợp")
            .under(PROVINCE.id())
            .build();

    /** Hoa's commune. */
    public static final Area MINH_HOP =
            aCommune("Minh Hợp").under(OVERSIGHT.id()).build();

    /** A commune that Minh Hợp took in. */
    public static final Area VAN_LOI = aCommune("Văn Lợi")
            .to(MERGER, MINH_HOP.id())
            .under(OVERSIGHT.id(), AreaBuilder.ALWAYS, MERGER)
            .build();

    /** The other commune, nobody's of those named here. */
    public static final Area TAM_HOP = aCommune("Tam Hợp").under(OVERSIGHT.id()).build();

    /** Lan's and Minh's hamlet. */
    public static final Area XOM_1 =
            aHamlet("1").id("xóm 1").under(MINH_HOP.id()).declared(230).build();

    public static final Area XOM_5 =
            aHamlet("5").id("xóm 5").under(MINH_HOP.id()).build();

    /** The Xóm 5 that came from Văn Lợi. */
    public static final Area XOM_5_VAN_LOI = aHamlet("5")
            .id("xóm 5 văn lợi")
            .under(VAN_LOI.id(), AreaBuilder.ALWAYS, MERGER)
            .under(MINH_HOP.id(), MERGER, null)
            .withoutBroadband()
            .build();

    /** A hamlet of the other commune. */
    public static final Area XOM_DONG =
            aHamlet("Đồng").id("xóm đồng").under(TAM_HOP.id()).declared(180).build();

    public static final List<Area> AREAS =
            List.of(PROVINCE, OVERSIGHT, MINH_HOP, VAN_LOI, TAM_HOP, XOM_1, XOM_5, XOM_5_VAN_LOI, XOM_DONG);

    public static final AreaTree TREE = new AreaTree(AREAS);

    /** Members of the team of Xóm 1. */
    public static final Member LAN =
            aMember("Vi Thị Lan").in(XOM_1.id()).phone("0912345678").build();

    public static final Member MINH = aMember("Lương Văn Minh").in(XOM_1.id()).build();

    /** Leads Minh Hợp. */
    public static final Member HOA =
            aMember("Nguyễn Thị Hoa").as(Role.COMMUNE_LEADER).in(MINH_HOP.id()).build();

    /** A team member of the other commune. */
    public static final Member THUY = aMember("Trần Thị Thủy").in(XOM_DONG.id()).build();

    public static final Member DISTRICT_STAFF =
            aMember("Phan Văn Đức").as(Role.DISTRICT_STAFF).in(OVERSIGHT.id()).build();
    public static final Member PROVINCE_ADMIN =
            aMember("Hồ Thị Ánh").as(Role.PROVINCE_ADMIN).in(PROVINCE.id()).build();
    public static final Member DATA_OFFICER =
            aMember("Đặng Văn Bảo").as(Role.DATA_OFFICER).in(PROVINCE.id()).build();

    public static final List<Member> MEMBERS =
            List.of(LAN, MINH, HOA, THUY, DISTRICT_STAFF, PROVINCE_ADMIN, DATA_OFFICER);

    /** The team of Xóm 1, Lan at its head. */
    public static final Team TEAM = new Team(
            Names.team("xóm 1"),
            Revision.NONE,
            AreaLevel.HAMLET,
            XOM_1.id(),
            "Tổ công nghệ số cộng đồng Xóm 1",
            null,
            List.of(new Seat(LAN.id(), Position.HEAD), new Seat(MINH.id(), Position.MEMBER)),
            false);

    private TestWorld() {}

    /** The member as one who acts, with the scope of today's tree. */
    public static Actor actor(Member member) {
        return new Actor(member.id(), member.role(), Scopes.of(TREE, member.areas(), TODAY));
    }
}
