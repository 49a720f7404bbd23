package vn.toso.domain.area;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.Problems.assertConflict;
import static vn.toso.domain.world.Problems.assertForbidden;
import static vn.toso.domain.world.Problems.assertNotFound;
import static vn.toso.domain.world.Problems.assertVersionMismatch;
import static vn.toso.domain.world.Problems.errorsOf;
import static vn.toso.domain.world.TestWorld.DISTRICT_STAFF;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.MINH_HOP;
import static vn.toso.domain.world.TestWorld.OVERSIGHT;
import static vn.toso.domain.world.TestWorld.PROVINCE_ADMIN;
import static vn.toso.domain.world.TestWorld.TAM_HOP;
import static vn.toso.domain.world.TestWorld.TODAY;
import static vn.toso.domain.world.TestWorld.VAN_LOI;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_DONG;
import static vn.toso.domain.world.TestWorld.actor;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import vn.toso.domain.area.CreateHamlet.Command;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.team.Member;
import vn.toso.domain.world.Names;
import vn.toso.domain.world.Problems;
import vn.toso.domain.world.StoredWorld;
import vn.toso.domain.world.TestWorld;

class AreaRulesTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private Store store;
    private StoredWorld world;
    private CreateHamlet create;
    private AmendArea amend;

    @BeforeEach
    void open() {
        store = TestStore.open("arearules");
        world = new StoredWorld(store);
        create = new CreateHamlet(world.areas, world.trees, TestWorld.CLOCK);
        amend = new AmendArea(world.areas, world.trees);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_leader_adds_a_hamlet_that_stands_from_today_on() {
        Area made = creating(
                        HOA,
                        MINH_HOP.id(),
                        new AreaForm(
                                " Mới ",
                                AreaType.BAN,
                                true,
                                List.of(Language.THAI, Language.VIETNAMESE, Language.THAI),
                                120))
                .block(SOON);

        assertThat(made.fullName()).isEqualTo("Bản Mới");
        assertThat(made.revision().version()).isEqualTo(1);
        assertThat(made.revision().updatedBy()).isEqualTo(HOA.id());
        assertThat(made.validFrom()).isEqualTo(TODAY);
        assertThat(made.source()).isEqualTo(Area.BY_OPERATOR);
        assertThat(made.hamletFacts())
                .isEqualTo(new Area.HamletFacts(true, List.of(Language.VIETNAMESE, Language.THAI), 120));
        assertThat(world.trees.current().children(MINH_HOP.id(), TODAY)).contains(made);
    }

    @Test
    void what_is_wrong_with_a_new_hamlet_is_named_all_at_once() {
        AreaForm form = new AreaForm(" ", AreaType.XA, null, List.of(), -1);

        assertThat(errorsOf(creating(HOA, TAM_HOP.id(), form)))
                .containsExactly(
                        "/name required",
                        "/type not-allowed",
                        "/householdsDeclared range",
                        "/parentId unknown-commune");
        assertThat(errorsOf(creating(HOA, null, named("Mới", AreaType.XOM))))
                .containsExactly("/parentId unknown-commune");
        assertThat(errorsOf(creating(PROVINCE_ADMIN, VAN_LOI.id(), named("Mới", null))))
                .containsExactly("/type required", "/parentId unknown-commune");
        assertThat(errorsOf(creating(PROVINCE_ADMIN, XOM_1.id(), named("Mới", AreaType.XOM))))
                .containsExactly("/parentId unknown-commune");
        assertThat(errorsOf(creating(PROVINCE_ADMIN, Names.area("nowhere"), named("Mới", AreaType.XOM))))
                .containsExactly("/parentId unknown-commune");
    }

    @Test
    void a_hamlet_is_not_made_twice() {
        assertConflict("hamlet-exists", creating(HOA, MINH_HOP.id(), named("1", AreaType.XOM)));
        assertThat(creating(HOA, MINH_HOP.id(), named("1", AreaType.THON))
                        .block(SOON)
                        .fullName())
                .isEqualTo("Thôn 1");
    }

    @Test
    void two_nodes_that_add_the_same_hamlet_at_once_make_one() {
        Command command = new Command(MINH_HOP.id(), named("Mới", AreaType.BAN));
        CreateHamlet elsewhere = onAnotherNode();

        List<String> told = Problems.toldAtOnce(List.of(
                create.create(actor(HOA), command),
                elsewhere.create(actor(HOA), command),
                elsewhere.create(actor(PROVINCE_ADMIN), command)));

        assertThat(told).containsExactlyInAnyOrder("done", "conflict.hamlet-exists", "conflict.hamlet-exists");
        assertThat(namesIn(MINH_HOP.id())).containsOnlyOnce("Bản Mới");
    }

    @Test
    void a_node_whose_tree_is_older_makes_no_twin() {
        CreateHamlet elsewhere = onAnotherNode();
        creating(HOA, MINH_HOP.id(), named("Mới", AreaType.BAN)).block(SOON);

        assertConflict(
                "hamlet-exists", elsewhere.create(actor(HOA), new Command(MINH_HOP.id(), named("Mới", AreaType.BAN))));
    }

    @Test
    void the_name_of_a_hamlet_that_was_renamed_is_free_again() {
        for (String later : List.of("Một", "Hai")) {
            Area made = creating(HOA, MINH_HOP.id(), named("Mới", AreaType.BAN)).block(SOON);
            amend.amend(actor(PROVINCE_ADMIN), made.id(), null, old -> named(later, AreaType.BAN))
                    .block(SOON);
        }
        creating(HOA, MINH_HOP.id(), named("Mới", AreaType.BAN)).block(SOON);

        assertThat(namesIn(MINH_HOP.id())).contains("Bản Một", "Bản Hai", "Bản Mới");
        assertConflict("hamlet-exists", creating(HOA, MINH_HOP.id(), named("Mới", AreaType.BAN)));
    }

    private CreateHamlet onAnotherNode() {
        Areas areas = new Areas(store, new ChangeLog(store, TestWorld.CLOCK), TestWorld.CLOCK);
        AreaTrees trees = new AreaTrees(areas);
        trees.refresh().block(SOON);
        return new CreateHamlet(areas, trees, TestWorld.CLOCK);
    }

    private List<String> namesIn(AreaId commune) {
        return world.trees.refresh().block(SOON).children(commune, TODAY).stream()
                .map(Area::fullName)
                .toList();
    }

    @Test
    void members_and_district_staff_do_not_edit_hamlets() {
        assertForbidden(creating(LAN, MINH_HOP.id(), named("Mới", AreaType.XOM)));
        assertForbidden(creating(DISTRICT_STAFF, MINH_HOP.id(), named("Mới", AreaType.XOM)));
        assertForbidden(amend.amend(actor(LAN), XOM_1.id(), null, form -> form));
    }

    @Test
    void a_leader_amends_the_own_hamlets() {
        Area amended = amend.amend(actor(HOA), XOM_1.id(), 1L, AreaRulesTest::declaring250)
                .block(SOON);

        assertThat(amended.hamletFacts().householdsDeclared()).isEqualTo(250);
        assertThat(amended.revision().version()).isEqualTo(2);
        assertThat(amended.parents()).isEqualTo(XOM_1.parents());
        assertThat(amended.source()).isEqualTo(Area.BY_OPERATOR);
        assertThat(world.trees.current().find(XOM_1.id())).contains(amended);
    }

    @Test
    void the_same_amendment_again_changes_nothing() {
        amend.amend(actor(HOA), XOM_1.id(), null, AreaRulesTest::declaring250).block(SOON);

        Area again = amend.amend(actor(HOA), XOM_1.id(), null, AreaRulesTest::declaring250)
                .block(SOON);

        assertThat(again.revision().version()).isEqualTo(2);
    }

    @Test
    void an_amendment_of_an_older_version_is_refused() {
        amend.amend(actor(HOA), XOM_1.id(), null, AreaRulesTest::declaring250).block(SOON);

        assertVersionMismatch(amend.amend(actor(HOA), XOM_1.id(), 1L, form -> named("Một", AreaType.XOM)));
    }

    @Test
    void a_foreign_hamlet_looks_as_if_there_were_none() {
        assertNotFound(amend.amend(actor(HOA), XOM_DONG.id(), null, form -> form));
        assertNotFound(amend.amend(actor(HOA), Names.area("nowhere"), null, form -> form));
    }

    @Test
    void above_the_hamlet_only_the_province_amends() {
        assertForbidden(amend.amend(actor(HOA), MINH_HOP.id(), null, form -> form));
        assertForbidden(amend.amend(actor(HOA), TAM_HOP.id(), null, form -> form));
        Area renamed = amend.amend(
                        actor(PROVINCE_ADMIN), OVERSIGHT.id(), null, form -> named("Quỳ Hợp cũ", AreaType.KHU_VUC))
                .block(SOON);
        assertThat(renamed.fullName()).isEqualTo("Khu vực Quỳ Hợp cũ");
    }

    @Test
    void what_only_hamlets_have_is_refused_elsewhere() {
        AreaForm form = new AreaForm("Minh Hợp", AreaType.XA, true, List.of(Language.THO), 3);

        assertThat(errorsOf(amend.amend(actor(PROVINCE_ADMIN), MINH_HOP.id(), null, old -> form)))
                .containsExactly(
                        "/hasMobileBroadband hamlets-only",
                        "/languages hamlets-only",
                        "/householdsDeclared hamlets-only");
        assertThat(errorsOf(amend.amend(
                        actor(PROVINCE_ADMIN), TestWorld.PROVINCE.id(), null, old -> named("Nghệ An", AreaType.XA))))
                .containsExactly("/type not-allowed");
    }

    private Mono<Area> creating(Member by, AreaId parent, AreaForm form) {
        return create.create(actor(by), new Command(parent, form));
    }

    private static AreaForm named(String name, AreaType type) {
        return new AreaForm(name, type, null, List.of(), null);
    }

    private static AreaForm declaring250(AreaForm old) {
        return new AreaForm(old.name(), old.type(), old.hasMobileBroadband(), old.languages(), 250);
    }
}
