package vn.toso.domain.team;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.Problems.assertForbidden;
import static vn.toso.domain.world.Problems.assertNotFound;
import static vn.toso.domain.world.Problems.errorsOf;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH_HOP;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_5_VAN_LOI;
import static vn.toso.domain.world.TestWorld.XOM_DONG;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Role;
import vn.toso.domain.area.Area;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.table.Sheet;
import vn.toso.domain.team.ImportMembers.Imported;
import vn.toso.domain.world.StoredWorld;
import vn.toso.domain.world.TestWorld;

class ImportMembersTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static final String TEAM = """
            STT | Thôn/xóm | Họ và tên | Chức vụ | Số điện thoại
            1 | Xóm 1 | Kha Văn Một | Tổ trưởng | 356000111
            2 | Xóm 5 (Văn Lợi) | Kha Thị Hai | Thành viên |
            3 | | Kha Văn Ba | | 0356 000 333""";

    private Store store;
    private StoredWorld world;
    private ImportMembers importMembers;

    @BeforeEach
    void open() {
        store = TestStore.open("import_members");
        world = new StoredWorld(store);
        var invite = new InviteMember(
                world.members, world.directory, world.trees, IdSource.timeOrdered(), new Random(1), TestWorld.CLOCK);
        importMembers = new ImportMembers(world.members, invite, world.trees, TestWorld.CLOCK);
    }

    @AfterEach
    void drop() {
        store.close();
    }

    @Test
    void everybody_of_a_list_is_invited_with_a_code() {
        Imported imported = imported(MINH_HOP, TEAM);

        assertThat(imported.members()).isEqualTo(3);
        assertThat(imported.ignoredColumns()).containsExactly("Chức vụ");
        assertThat(imported.invited()).map(ImportMembers.Joined::row).containsExactly(2, 3, 4);
        assertThat(imported.invited()).map(joined -> joined.invited().code()).doesNotHaveDuplicates();
        Member first = member("Kha Văn Một");
        assertThat(first.phone()).isEqualTo("0356000111");
        assertThat(first.role()).isEqualTo(Role.TEAM_MEMBER);
        assertThat(first.status()).isEqualTo(MemberStatus.INVITED);
        assertThat(first.areas()).containsExactly(XOM_1.id());
        assertThat(member("Kha Thị Hai").areas()).containsExactly(XOM_5_VAN_LOI.id());
        assertThat(member("Kha Văn Ba").areas()).containsExactly(MINH_HOP.id());
    }

    @Test
    void who_is_there_already_is_not_invited_again() {
        imported(MINH_HOP, TEAM);
        Imported again = imported(MINH_HOP, TEAM + "\n4 | Xóm 1 | Vi Thị Lan | | 0912345678");

        assertThat(again.members()).isZero();
        assertThat(again.alreadyThere()).isEqualTo(4);
    }

    @Test
    void one_wrong_row_keeps_everybody_out() {
        String wrong = TEAM + """

                4 | Xóm 5 | Kha Văn Bốn | | 0356000444
                5 | Xóm Lạ | Kha Văn Năm | | 0356000555
                6 | Xóm 1 | 123 | | 12
                7 | Xóm 1 | Kha Văn Một | | 0356000111
                8 | Xóm 1 | | | 0356000888""";

        assertThat(errorsOf(run(HOA, MINH_HOP, wrong)))
                .containsExactly(
                        "/rows/5/Thôn~1xóm ambiguous-hamlet",
                        "/rows/6/Thôn~1xóm unknown-hamlet",
                        "/rows/7/Họ và tên name",
                        "/rows/7/Số điện thoại phone",
                        "/rows/8/Họ và tên duplicate",
                        "/rows/9/Họ và tên required");
        assertThat(all()).noneMatch(member -> member.name().startsWith("Kha"));
        Imported tried = importMembers
                .run(TestWorld.actor(HOA), MINH_HOP.id(), Sheet.of(wrong), true, true)
                .block(SOON);
        assertThat(tried.members()).isEqualTo(3);
        assertThat(tried.invited()).isEmpty();
        assertThat(all()).noneMatch(member -> member.name().startsWith("Kha"));
        Imported good = importMembers
                .run(TestWorld.actor(HOA), MINH_HOP.id(), Sheet.of(wrong), true, false)
                .block(SOON);
        assertThat(good.invited()).hasSize(3);
        assertThat(good.errors()).hasSize(6);
    }

    @Test
    void lists_are_for_those_who_manage_members_and_within_their_scope() {
        assertForbidden(run(LAN, XOM_1, TEAM));
        assertNotFound(run(HOA, XOM_DONG, TEAM));
        assertThat(errorsOf(run(TestWorld.PROVINCE_ADMIN, TestWorld.PROVINCE, TEAM)))
                .containsExactly("/area hamlet-or-commune");
    }

    private Imported imported(Area area, String sheet) {
        return run(HOA, area, sheet).block(SOON);
    }

    private Mono<Imported> run(Member by, Area area, String sheet) {
        return importMembers.run(TestWorld.actor(by), area.id(), Sheet.of(sheet), false, false);
    }

    private List<Member> all() {
        return world.members
                .presentIn(List.of(MINH_HOP.id(), XOM_1.id(), XOM_5_VAN_LOI.id()))
                .collectList()
                .block(SOON);
    }

    private Member member(String name) {
        return all().stream()
                .filter(member -> member.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
