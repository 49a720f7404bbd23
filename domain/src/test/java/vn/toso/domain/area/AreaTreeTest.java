package vn.toso.domain.area;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.AreaBuilder.aHamlet;
import static vn.toso.domain.world.AreaBuilder.anArea;
import static vn.toso.domain.world.TestWorld.MERGER;
import static vn.toso.domain.world.TestWorld.MINH_HOP;
import static vn.toso.domain.world.TestWorld.OVERSIGHT;
import static vn.toso.domain.world.TestWorld.PROVINCE;
import static vn.toso.domain.world.TestWorld.TAM_HOP;
import static vn.toso.domain.world.TestWorld.TODAY;
import static vn.toso.domain.world.TestWorld.TREE;
import static vn.toso.domain.world.TestWorld.VAN_LOI;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_5;
import static vn.toso.domain.world.TestWorld.XOM_5_VAN_LOI;
import static vn.toso.domain.world.TestWorld.XOM_DONG;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.world.AreaBuilder;
import vn.toso.domain.world.Names;

class AreaTreeTest {

    private static final LocalDate BEFORE = MERGER.minusDays(1);
    private static final long SEED = 20250701;

    @Test
    void the_tree_is_that_of_the_day() {
        assertThat(TREE.children(OVERSIGHT.id(), BEFORE)).containsExactly(MINH_HOP, TAM_HOP, VAN_LOI);
        assertThat(TREE.children(OVERSIGHT.id(), MERGER)).containsExactly(MINH_HOP, TAM_HOP);
        assertThat(TREE.children(VAN_LOI.id(), BEFORE)).containsExactly(XOM_5_VAN_LOI);
        assertThat(TREE.children(MINH_HOP.id(), BEFORE)).containsExactly(XOM_1, XOM_5);
        assertThat(TREE.children(MINH_HOP.id(), TODAY)).containsExactlyInAnyOrder(XOM_1, XOM_5, XOM_5_VAN_LOI);
    }

    @Test
    void the_path_of_a_hamlet_leads_up_to_the_province() {
        assertThat(TREE.pathOf(XOM_5_VAN_LOI.id(), TODAY)).containsExactly(MINH_HOP, OVERSIGHT, PROVINCE);
        assertThat(TREE.pathOf(XOM_5_VAN_LOI.id(), BEFORE)).containsExactly(VAN_LOI, OVERSIGHT, PROVINCE);
        assertThat(TREE.pathOf(PROVINCE.id(), TODAY)).isEmpty();
        assertThat(TREE.pathOf(VAN_LOI.id(), TODAY)).isEmpty();
        assertThat(TREE.pathOf(Names.area("nowhere"), TODAY)).isEmpty();
    }

    @Test
    void a_hamlet_of_a_merged_commune_tells_where_it_came_from() {
        assertThat(TREE.formerCommuneOf(XOM_5_VAN_LOI.id(), TODAY)).contains(VAN_LOI);
        assertThat(TREE.formerCommuneOf(XOM_5_VAN_LOI.id(), BEFORE)).isEmpty();
        assertThat(TREE.formerCommuneOf(XOM_5.id(), TODAY)).isEmpty();
        assertThat(TREE.formerCommuneOf(XOM_5_VAN_LOI.id(), LocalDate.of(2000, 1, 1)))
                .isEmpty();
        assertThat(TREE.formerCommuneOf(Names.area("nowhere"), TODAY)).isEmpty();
    }

    @Test
    void the_commune_of_a_hamlet_is_that_of_the_day() {
        assertThat(TREE.communeOf(XOM_5_VAN_LOI.id(), BEFORE)).contains(VAN_LOI);
        assertThat(TREE.communeOf(XOM_5_VAN_LOI.id(), TODAY)).contains(MINH_HOP);
        assertThat(TREE.communeOf(PROVINCE.id(), TODAY)).isEmpty();
    }

    @Test
    void hamlets_under_an_area_are_found_from_every_level() {
        assertThat(TREE.hamletsUnder(PROVINCE.id(), TODAY))
                .containsExactlyInAnyOrder(XOM_1, XOM_5, XOM_5_VAN_LOI, XOM_DONG);
        assertThat(TREE.hamletsUnder(TAM_HOP.id(), TODAY)).containsExactly(XOM_DONG);
        assertThat(TREE.hamletsUnder(XOM_1.id(), TODAY)).containsExactly(XOM_1);
        assertThat(TREE.hamletsUnder(VAN_LOI.id(), TODAY)).isEmpty();
    }

    @Test
    void areas_are_counted_by_level_and_type() {
        assertThat(TREE.counts(BEFORE))
                .isEqualTo(Map.of(
                        AreaLevel.PROVINCE, Map.of(AreaType.TINH, 1L),
                        AreaLevel.DISTRICT, Map.of(AreaType.KHU_VUC, 1L),
                        AreaLevel.COMMUNE, Map.of(AreaType.XA, 3L),
                        AreaLevel.HAMLET, Map.of(AreaType.XOM, 4L)));
        assertThat(TREE.counts(TODAY).get(AreaLevel.COMMUNE)).isEqualTo(Map.of(AreaType.XA, 2L));
    }

    @Test
    void a_ring_of_parents_cannot_trap_a_walk() {
        AreaId one = Names.area("one");
        AreaId other = Names.area("other");
        AreaTree ring = new AreaTree(List.of(
                aHamlet("1").id("one").under(other).build(),
                aHamlet("2").id("other").under(one).build()));

        assertThat(ring.pathOf(one, TODAY)).hasSize(4);
    }

    @Test
    void at_any_date_the_tree_equals_what_counting_by_hand_finds() {
        Random random = new Random(SEED);
        for (int round = 0; round < 20; round++) {
            List<Area> areas = randomAreas(random, 60);
            AreaTree tree = new AreaTree(areas);
            for (int i = 0; i < 40; i++) {
                LocalDate day = randomDay(random);
                Area top = areas.get(random.nextInt(areas.size()));
                assertThat(ids(tree.hamletsUnder(top.id(), day)))
                        .as("seed %d, round %d, %s on %s", SEED, round, top.name(), day)
                        .isEqualTo(ids(hamletsByHand(areas, top, day)));
            }
        }
    }

    @Test
    void a_province_of_5000_areas_is_walked_in_milliseconds() {
        List<Area> areas = randomAreas(new Random(SEED), 5_000);
        AreaTree tree = new AreaTree(areas);
        int walks = 50;
        long found = 0;
        long started = System.nanoTime();
        for (int i = 0; i < walks; i++) {
            found += tree.hamletsUnder(areas.get(0).id(), TODAY.minusDays(i)).size();
        }

        assertThat(found).isPositive();
        assertThat(Duration.ofNanos(System.nanoTime() - started).dividedBy(walks))
                .isLessThan(Duration.ofMillis(100));
    }

    /** One province, ten districts, communes under them that change their district, hamlets that change their commune. */
    private static List<Area> randomAreas(Random random, int count) {
        List<Area> areas = new ArrayList<>();
        areas.add(anArea(AreaLevel.PROVINCE, AreaType.TINH, "p").build());
        AreaLevel[] levels = AreaLevel.values();
        while (areas.size() < count) {
            int size = areas.size();
            AreaLevel level = size < 6 ? levels[1] : size < 6 + count / 10 ? levels[2] : levels[3];
            AreaBuilder next = anArea(level, typeOf(level), "a" + size);
            List<Area> parents =
                    areas.stream().filter(area -> area.level() == above(level)).toList();
            LocalDate change = randomDay(random);
            next.under(parents.get(random.nextInt(parents.size())).id(), AreaBuilder.ALWAYS, change);
            next.under(parents.get(random.nextInt(parents.size())).id(), change, null);
            if (random.nextInt(8) == 0) {
                next.to(randomDay(random), parents.get(0).id());
            }
            areas.add(next.build());
        }
        return areas;
    }

    private static AreaLevel above(AreaLevel level) {
        return switch (level) {
            case HAMLET -> AreaLevel.COMMUNE;
            case COMMUNE -> AreaLevel.DISTRICT;
            case DISTRICT, PROVINCE -> AreaLevel.PROVINCE;
        };
    }

    private static AreaType typeOf(AreaLevel level) {
        return switch (level) {
            case HAMLET -> AreaType.BAN;
            case COMMUNE -> AreaType.XA;
            case DISTRICT, PROVINCE -> AreaType.HUYEN;
        };
    }

    private static LocalDate randomDay(Random random) {
        return AreaBuilder.ALWAYS.plusDays(random.nextInt(2_500));
    }

    private static List<Area> hamletsByHand(List<Area> areas, Area top, LocalDate day) {
        return areas.stream()
                .filter(area -> area.level() == AreaLevel.HAMLET)
                .filter(area -> reaches(areas, area, top, day))
                .toList();
    }

    private static boolean reaches(List<Area> areas, Area from, Area top, LocalDate day) {
        if (!from.existsOn(day)) {
            return false;
        }
        if (from.id().equals(top.id())) {
            return true;
        }
        return from.parentOn(day)
                .flatMap(parent ->
                        areas.stream().filter(area -> area.id().equals(parent)).findFirst())
                .filter(parent -> reaches(areas, parent, top, day))
                .isPresent();
    }

    private static Set<AreaId> ids(List<Area> areas) {
        return new HashSet<>(areas.stream().map(Area::id).toList());
    }
}
