package vn.toso.seed.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.toso.domain.area.AreaType;
import vn.toso.seed.reference.ReferenceAreas;

class DemoPlanTest {

    private static final long SEED = 1;

    private final DemoPlan province = DemoPlan.of(SEED, DemoSize.PROVINCE);

    @Test
    void theProvinceAddsUpToItsOwnFigures() {
        List<HamletPlan> hamlets = province.hamlets();
        assertThat(province.communes()).hasSize(130);
        assertThat(province.oversight()).hasSize(20);
        assertThat(hamlets).hasSize(3_806);
        assertThat(hamlets.stream().filter(hamlet -> !hamlet.broadband())).hasSize(63);
        assertThat(hamlets.stream().filter(hamlet -> hamlet.members() > 0)).hasSize(3_793);
        assertThat(hamlets.stream().mapToInt(HamletPlan::members).sum()).isEqualTo(18_093);
        assertThat(province.households()).isEqualTo(841_000);
    }

    @Test
    void everyCommuneHasEightToFortyHamletsAndEveryTeamAFewMembers() {
        assertThat(province.communes())
                .allSatisfy(commune ->
                        assertThat(commune.hamlets().size()).as(commune.slug()).isBetween(8, 40));
        assertThat(province.hamlets())
                .filteredOn(hamlet -> hamlet.members() > 0)
                .allSatisfy(hamlet -> assertThat(hamlet.members()).isBetween(3, 7))
                .allSatisfy(hamlet -> assertThat(hamlet.households()).isBetween(100, 400));
    }

    @Test
    void minhHopHasTwelveHamletsOfItsThreeFormerCommunes() {
        DemoPlan plan = DemoPlan.of(SEED, DemoSize.COMMUNE);
        assertThat(plan.communes()).singleElement().satisfies(commune -> {
            assertThat(commune.commune().name()).isEqualTo("Minh Hợp");
            assertThat(commune.hamlets()).hasSize(12).allMatch(hamlet -> hamlet.type() == AreaType.XOM);
            assertThat(commune.hamlets().stream().collect(Collectors.groupingBy(HamletPlan::former)))
                    .containsOnlyKeys("Xã Minh Hợp", "Xã Văn Lợi", "Xã Hạ Sơn")
                    .allSatisfy((former, hamlets) ->
                            assertThat(hamlets).extracting(HamletPlan::name).containsExactly("1", "2", "3", "4"));
        });
        assertThat(plan.households()).isEqualTo(2_208);
    }

    @Test
    void thePilotHas32TeamsInThreeCommunes() {
        DemoPlan plan = DemoPlan.of(SEED, DemoSize.PILOT);
        assertThat(plan.communes())
                .extracting(commune -> commune.commune().name())
                .containsExactly("Minh Hợp", "Thành Bình Thọ", "Đông Lộc");
        assertThat(plan.hamlets()).hasSize(32).allMatch(hamlet -> hamlet.members() > 0);
    }

    @Test
    void everySizeIsAPartOfTheProvince() {
        Set<HamletPlan> all = new HashSet<>(province.hamlets());
        assertThat(DemoPlan.of(SEED, DemoSize.HAMLET).hamlets()).hasSize(1).allMatch(all::contains);
        assertThat(DemoPlan.of(SEED, DemoSize.COMMUNE).hamlets()).allMatch(all::contains);
        assertThat(DemoPlan.of(SEED, DemoSize.PILOT).hamlets()).allMatch(all::contains);
        assertThat(DemoPlan.of(SEED, DemoSize.DISTRICT).hamlets())
                .hasSizeGreaterThan(32)
                .allMatch(all::contains);
    }

    @Test
    void everyHandleIsBorneByOneMember() {
        assertThat(province.communes()).extracting(CommunePlan::slug).doesNotHaveDuplicates();
        assertThat(province.hamlets()).extracting(HamletPlan::slug).doesNotHaveDuplicates();
        assertThat(province.hamlets()).extracting(HamletPlan::key).doesNotHaveDuplicates();
    }

    @Test
    void aHamletStandsInOneCommuneOnEveryDay() {
        assertThat(province.hamlets()).allSatisfy(hamlet -> {
            var parents = hamlet.parents();
            assertThat(parents.get(0).from()).isEqualTo("2020-01-01");
            for (int i = 1; i < parents.size(); i++) {
                assertThat(parents.get(i).from()).isEqualTo(parents.get(i - 1).to());
            }
            assertThat(parents.get(parents.size() - 1).to()).isNull();
            assertThat(parents.get(parents.size() - 1).areaId()).isEqualTo(hamlet.communeId());
        });
    }

    @Test
    void inEveryCommuneThreeHamletsLagBehind() {
        assertThat(province.communes())
                .allSatisfy(commune -> assertThat(commune.hamlets())
                        .filteredOn(hamlet -> hamlet.reach() < 0.3)
                        .as(commune.slug())
                        .hasSize(CommuneHamlets.LAGGARDS));
    }

    @Test
    void anotherSeedMakesAnotherProvince() {
        assertThat(DemoPlan.of(2, DemoSize.PROVINCE).hamlets()).isNotEqualTo(province.hamlets());
        assertThat(DemoPlan.of(SEED, DemoSize.PROVINCE)).isEqualTo(province);
        assertThat(province.province().id()).isEqualTo(ReferenceAreas.idOf(ReferenceAreas.PROVINCE));
    }
}
