package vn.toso.domain.household;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.Problems.assertForbidden;
import static vn.toso.domain.world.Problems.assertNotFound;
import static vn.toso.domain.world.Problems.errorsOf;
import static vn.toso.domain.world.Problems.refusalOf;
import static vn.toso.domain.world.TestWorld.DISTRICT_STAFF;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.MINH_HOP;
import static vn.toso.domain.world.TestWorld.VAN_LOI;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_5;
import static vn.toso.domain.world.TestWorld.XOM_5_VAN_LOI;
import static vn.toso.domain.world.TestWorld.XOM_DONG;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.toso.domain.area.Area;
import vn.toso.domain.household.ImportHouseholds.Imported;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.table.Sheet;
import vn.toso.domain.team.Member;
import vn.toso.domain.world.ResidentBuilder;
import vn.toso.domain.world.StoredWorld;
import vn.toso.domain.world.TestWorld;

class ImportHouseholdsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static final String PEOPLE = """
            STT | Họ và tên | Năm sinh | Quan hệ với chủ hộ | SĐT | Học sinh
            1 | Vi Văn Thông | 1968 | Chủ hộ | 912345678 |
            2 | Lô Thị Nga | 12/05/1971 | vợ | 0356000111 |
            3 | Vi Văn Nam | 2012 | con | | x
            4 | Hà Văn Ba | | Chủ hộ | |""";

    private Store store;
    private StoredWorld world;
    private ImportHouseholds importHouseholds;

    @BeforeEach
    void open() {
        store = TestStore.open("import_households");
        world = new StoredWorld(store);
        var register = new RegisterHousehold(world.households, world.trees, TestWorld.CLOCK);
        importHouseholds = new ImportHouseholds(world.households, register, world.trees, TestWorld.CLOCK);
    }

    @AfterEach
    void drop() {
        store.close();
    }

    @Test
    void residents_of_a_list_become_households() {
        Imported imported = imported(XOM_1, PEOPLE);

        assertThat(imported.households()).isEqualTo(2);
        assertThat(imported.residents()).isEqualTo(4);
        assertThat(imported.errors()).isEmpty();
        Household thong = household("Vi Văn Thông");
        assertThat(thong.hamletId()).isEqualTo(XOM_1.id());
        assertThat(thong.phones()).containsExactly("0912345678", "0356000111");
        assertThat(thong.residents()).map(Resident::name).containsExactly("Vi Văn Thông", "Lô Thị Nga", "Vi Văn Nam");
        assertThat(thong.residents()).map(Resident::birthYear).containsExactly(1968, 1971, 2012);
        assertThat(thong.residents()).map(Resident::relation).containsExactly("chủ hộ", "vợ", "con");
        assertThat(thong.residents()).map(Resident::pupil).containsExactly(false, false, true);
        assertThat(thong.stays().get(0).from()).isEqualTo(TestWorld.TODAY);
        assertThat(household("Hà Văn Ba").residents().get(0).birthYear()).isNull();
    }

    @Test
    void the_same_list_again_registers_nobody_twice() {
        imported(XOM_1, PEOPLE);
        Imported again = imported(XOM_1, PEOPLE + "\n5 | Kha Văn Mới | 1990 | Chủ hộ | |");

        assertThat(again.households()).isEqualTo(1);
        assertThat(again.alreadyThere()).isEqualTo(2);
        assertThat(all()).hasSize(3);
    }

    @Test
    void heads_alone_become_households_of_one() {
        Imported imported = imported(XOM_1, """
                TT | Họ tên chủ hộ | Năm sinh | Địa chỉ | Phân loại
                1 | Vi Văn Thông | 1968 | Cạnh nhà văn hóa | Hộ nghèo
                2 | Vi Văn Thông | 1990 | |""");

        assertThat(imported.households()).isEqualTo(2);
        assertThat(all()).map(Household::headName).containsOnly("Vi Văn Thông");
        Household poor =
                all().stream().filter(h -> h.addressNote() != null).findFirst().orElseThrow();
        assertThat(poor.classifications()).containsExactly(Classification.POOR);
        assertThat(poor.residents()).map(Resident::relation).containsExactly("chủ hộ");
    }

    @Test
    void merged_cells_count_for_the_rows_below() {
        imported(XOM_1, """
                Số hộ | Họ và tên | Quan hệ
                1 | Vi Văn Một | chủ hộ
                  | Vi Thị Hai | con
                2 | Lô Thị Ba | mẹ
                2 | Lô Văn Bốn | chủ hộ
                3 | Hà Thị Năm |""");
        imported(XOM_5, """
                Chủ hộ | Họ và tên | Năm sinh
                Vi Văn Sáu | Vi Văn Sáu | 1960
                | Vi Thị Bảy | 1962
                Vi Văn Tám | Vi Văn Tám | 1970
                Vi Văn Tám | Vi Thị Chín | 1972""");

        assertThat(all())
                .map(household ->
                        household.headName() + " " + household.residents().size())
                .containsExactlyInAnyOrder(
                        "Vi Văn Một 2", "Lô Văn Bốn 2", "Hà Thị Năm 1", "Vi Văn Sáu 2", "Vi Văn Tám 2");
    }

    @Test
    void a_column_names_the_hamlets_of_a_commune() {
        imported(MINH_HOP, """
                Thôn/xóm | Họ tên chủ hộ | Năm sinh
                Xóm 1 | Vi Văn Một | 1968
                xom 5 (Văn Lợi) | Vi Văn Năm | 1970""");

        assertThat(household("Vi Văn Một").hamletId()).isEqualTo(XOM_1.id());
        assertThat(household("Vi Văn Năm").hamletId()).isEqualTo(XOM_5_VAN_LOI.id());
        assertThat(errorsOf(run(HOA, MINH_HOP, """
                        Xóm | Chủ hộ
                        Xóm 5 | Vi Văn Hai
                        Xóm Đồng | Vi Văn Ba
                         | Vi Văn Bốn""")))
                .containsExactly("/rows/2/Xóm ambiguous-hamlet", "/rows/3/Xóm unknown-hamlet", "/rows/4/Xóm required");
        assertThat(errorsOf(run(HOA, MINH_HOP, "Chủ hộ | Năm sinh\nVi Văn Hai | 1968")))
                .containsExactly("/rows/2 required");
    }

    @Test
    void one_wrong_row_keeps_the_whole_list_out() {
        String wrong = PEOPLE + """

                5 | Kha Văn Xa | 68 | Chủ hộ | 12345 | có lẽ
                6 | Kha Thị Xuân | 1850 | con | |""";

        assertThat(errorsOf(run(HOA, XOM_1, wrong)))
                .containsExactly(
                        "/rows/6/Năm sinh birth-year",
                        "/rows/6/Học sinh yes-or-no",
                        "/rows/6/SĐT phone",
                        "/rows/7/Năm sinh range");
        assertThat(all()).isEmpty();
        Imported tried = importHouseholds
                .run(TestWorld.actor(HOA), XOM_1.id(), Sheet.of(wrong), false, true)
                .block(SOON);
        assertThat(tried.households()).isEqualTo(2);
        assertThat(tried.errors()).hasSize(4);
        assertThat(all()).isEmpty();
        Imported good = importHouseholds
                .run(TestWorld.actor(HOA), XOM_1.id(), Sheet.of(wrong), true, false)
                .block(SOON);
        assertThat(good.households()).isEqualTo(2);
        assertThat(all()).map(Household::headName).containsExactlyInAnyOrder("Vi Văn Thông", "Hà Văn Ba");
    }

    @Test
    void every_wrong_cell_is_blamed_by_its_own_column() {
        assertThat(errorsOf(run(HOA, XOM_1, """
                        Chủ hộ | Họ và tên | Quan hệ | Địa chỉ | Phân loại
                        Vi Văn Một | 123 | con | CCCD 040068001234 | giàu có
                        Vi Văn Hai | Vi Văn Hai | %s | |""".formatted("x".repeat(50)))))
                .containsExactly(
                        "/rows/2/Phân loại classification",
                        "/rows/2/Địa chỉ sensitive",
                        "/rows/2/Họ và tên name",
                        "/rows/3/Quan hệ too-long");
        assertThat(errorsOf(run(HOA, XOM_1, "Số hộ | Họ và tên\n1 | 123")))
                .containsExactlyInAnyOrder("/rows/2/Họ và tên name", "/rows/2/Họ và tên name");
        assertThat(errorsOf(run(HOA, XOM_1, "Chủ hộ | Năm sinh | SĐT\n | 1968 | 0356000111")))
                .contains("/rows/2/Chủ hộ required");
    }

    @Test
    void who_was_registered_at_the_door_is_not_registered_again() {
        world.put(
                aHousehold("Vi Văn Thông")
                        .in(XOM_1)
                        .with(ResidentBuilder.aResident("Vi Văn Thông").born(1968)),
                aHousehold("Hà Văn Ba").in(XOM_5).with(ResidentBuilder.aResident("Hà Văn Ba")));

        assertThat(errorsOf(run(HOA, XOM_1, PEOPLE))).containsExactly("/rows/2/Họ và tên household-exists");
        assertThat(imported(XOM_1, PEOPLE.replace("1968", "1967")).households()).isEqualTo(2);
    }

    @Test
    void the_same_list_sent_twice_at_once_registers_nobody_twice() {
        List<Imported> both = Flux.range(0, 2)
                .flatMap(time -> run(HOA, XOM_1, PEOPLE).subscribeOn(Schedulers.parallel()))
                .collectList()
                .block(SOON);

        assertThat(both.stream().mapToInt(Imported::households).sum()).isEqualTo(2);
        assertThat(both.stream().mapToInt(Imported::alreadyThere).sum()).isEqualTo(2);
        assertThat(all()).hasSize(2);
    }

    @Test
    void who_moved_away_since_is_not_registered_again() {
        imported(XOM_1, PEOPLE);
        Household moved = household("Hà Văn Ba");
        world.households
                .collection()
                .replace(TestWorld.actor(HOA), moved.movedTo(XOM_DONG.id(), moved.stays()))
                .block(SOON);

        Imported again = imported(XOM_1, PEOPLE);

        assertThat(again.households()).isZero();
        assertThat(again.alreadyThere()).isEqualTo(2);
    }

    @Test
    void numbers_of_households_begin_anew_in_each_hamlet() {
        imported(MINH_HOP, """
                Xóm | Số hộ | Họ và tên
                Xóm 1 | 1 | Vi Văn Một
                 | | Vi Thị Hai
                Xóm 5 (Văn Lợi) | 1 | Lô Văn Ba
                Xóm 5 (Văn Lợi) | 1 | Lô Thị Bốn""");

        assertThat(household("Vi Văn Một").residents()).hasSize(2);
        assertThat(household("Lô Văn Ba").hamletId()).isEqualTo(XOM_5_VAN_LOI.id());
        assertThat(all()).hasSize(2);
    }

    @Test
    void a_list_must_say_who_heads_a_household() {
        assertThat(refusalOf(run(HOA, XOM_1, "Họ và tên | Năm sinh\nVi Văn Thông | 1968"))
                        .reason())
                .isEqualTo("malformed.no-heads");
    }

    @Test
    void lists_are_for_those_who_edit_households_and_within_their_scope() {
        assertForbidden(run(DISTRICT_STAFF, XOM_1, PEOPLE));
        assertNotFound(run(HOA, XOM_DONG, PEOPLE));
        assertNotFound(run(HOA, VAN_LOI, PEOPLE));
    }

    private Imported imported(Area area, String sheet) {
        return run(HOA, area, sheet).block(SOON);
    }

    private Mono<Imported> run(Member by, Area area, String sheet) {
        return importHouseholds.run(TestWorld.actor(by), area.id(), Sheet.of(sheet), false, false);
    }

    private List<Household> all() {
        return world.households
                .livingIn(List.of(XOM_1.id(), XOM_5.id(), XOM_5_VAN_LOI.id()))
                .collectList()
                .block(SOON);
    }

    private Household household(String head) {
        return all().stream()
                .filter(household -> household.headName().equals(head))
                .findFirst()
                .orElseThrow();
    }
}
