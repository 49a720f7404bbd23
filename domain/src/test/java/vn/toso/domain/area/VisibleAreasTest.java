package vn.toso.domain.area;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.Problems.refusalOf;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MERGER;
import static vn.toso.domain.world.TestWorld.MINH_HOP;
import static vn.toso.domain.world.TestWorld.OVERSIGHT;
import static vn.toso.domain.world.TestWorld.PROVINCE;
import static vn.toso.domain.world.TestWorld.PROVINCE_ADMIN;
import static vn.toso.domain.world.TestWorld.TAM_HOP;
import static vn.toso.domain.world.TestWorld.VAN_LOI;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_DONG;
import static vn.toso.domain.world.TestWorld.actor;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Flux;
import vn.toso.domain.area.VisibleAreas.Question;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.storage.Page;
import vn.toso.domain.storage.PageToken;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.team.Member;
import vn.toso.domain.text.Search;
import vn.toso.domain.world.Names;
import vn.toso.domain.world.StoredWorld;
import vn.toso.domain.world.TestWorld;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisibleAreasTest {

    private Store store;
    private StoredWorld world;
    private VisibleAreas visible;

    @BeforeAll
    void open() {
        store = TestStore.open("visibleareas");
        world = new StoredWorld(store);
        visible = new VisibleAreas(world.trees, TestWorld.CLOCK);
    }

    @AfterAll
    void close() {
        store.close();
    }

    @Test
    void units_down_to_the_commune_are_public_hamlets_are_not() {
        assertThat(names(LAN, question(null)))
                .containsExactly("Tỉnh Nghệ An", "Khu vực Quỳ Hợp", "Xã Minh Hợp", "Xã Tam Hợp", "Xóm 1");
        assertThat(names(HOA, question(null))).hasSize(7);
        assertThat(names(PROVINCE_ADMIN, question(null))).hasSize(8);
    }

    @Test
    void a_foreign_hamlet_looks_as_if_there_were_none() {
        assertThat(visible.get(actor(LAN), XOM_1.id()).fullName()).isEqualTo("Xóm 1");
        assertThat(visible.get(actor(LAN), TAM_HOP.id()).fullName()).isEqualTo("Xã Tam Hợp");
        assertThat(refusalOf(() -> visible.get(actor(LAN), XOM_DONG.id())).code())
                .isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(refusalOf(() -> visible.get(actor(LAN), Names.area("nowhere")))
                        .code())
                .isEqualTo(ProblemCode.NOT_FOUND);
    }

    @Test
    void what_is_gone_can_still_be_read_and_listed_as_of_its_day() {
        assertThat(visible.get(actor(LAN), VAN_LOI.id()).mergedInto()).isEqualTo(MINH_HOP.id());
        Question then = new Question(OVERSIGHT.id(), MERGER.minusDays(1), Search.of(null), null, 50, null);
        assertThat(names(LAN, then)).containsExactly("Xã Minh Hợp", "Xã Tam Hợp", "Xã Văn Lợi");
    }

    @Test
    void lists_narrow_by_parent_level_and_name() {
        assertThat(names(HOA, question(MINH_HOP))).containsExactly("Xóm 1", "Xóm 5", "Xóm 5");
        assertThat(names(LAN, new Question(null, null, Search.of("hop"), null, 50, null)))
                .containsExactly("Khu vực Quỳ Hợp", "Xã Minh Hợp", "Xã Tam Hợp");
        assertThat(names(LAN, new Question(null, null, Search.of(null), AreaLevel.PROVINCE, 50, null)))
                .containsExactly(PROVINCE.fullName());
        assertThat(names(LAN, new Question(null, LocalDate.of(1999, 1, 1), Search.of(null), null, 50, null)))
                .isEmpty();
    }

    @Test
    void pages_hold_everything_once() {
        List<String> walked = new ArrayList<>();
        String after = null;
        do {
            Page<Area> page = visible.list(actor(HOA), new Question(null, null, Search.of(null), null, 2, after));
            page.items().forEach(area -> walked.add(area.fullName()));
            after = page.next();
        } while (after != null);

        assertThat(walked).containsExactlyElementsOf(names(HOA, question(null)));
    }

    @Test
    void a_token_or_size_that_no_list_gives_is_refused() {
        assertThat(refusalOf(() -> names(LAN, new Question(null, null, Search.of(null), null, 0, null)))
                        .errors())
                .first()
                .returns("/limit", error -> error.pointer());
        String foreign = PageToken.of(Names.area("nowhere"));
        assertThat(refusalOf(() -> names(LAN, new Question(null, null, Search.of(null), null, 5, foreign)))
                        .errors())
                .first()
                .returns("/after", error -> error.pointer());
    }

    @Test
    void before_the_first_read_the_node_says_that_it_is_not_ready() {
        AreaTrees unread = new AreaTrees(world.areas);

        assertThat(refusalOf(unread::current).code()).isEqualTo(ProblemCode.UNAVAILABLE);
    }

    @Test
    void concurrent_refreshes_share_reads_and_all_get_a_tree() {
        List<AreaTree> trees = Flux.range(0, 200)
                .flatMap(i -> world.trees.refresh(), 200)
                .collectList()
                .block(Duration.ofSeconds(20));

        assertThat(trees).hasSize(200).allSatisfy(tree -> assertThat(tree.all()).hasSize(9));
        assertThat(trees.stream().distinct().count()).isLessThan(200);
    }

    private List<String> names(Member asked, Question question) {
        return visible.list(actor(asked), question).items().stream()
                .map(Area::fullName)
                .toList();
    }

    private static Question question(Area parent) {
        return new Question(parent == null ? null : parent.id(), null, Search.of(null), null, 50, null);
    }
}
