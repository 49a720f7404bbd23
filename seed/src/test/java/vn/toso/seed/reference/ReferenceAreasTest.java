package vn.toso.seed.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.area.AreaType;
import vn.toso.domain.id.AreaId;

class ReferenceAreasTest {

    private final List<Area> areas = ReferenceAreas.read();
    private final Map<AreaId, Area> byId = areas.stream().collect(Collectors.toMap(Area::id, Function.identity()));

    @ParameterizedTest
    @CsvSource({"2024-11-30,460,21,0", "2025-06-30,412,20,0", "2025-07-01,130,0,20"})
    void unitsInLawAreThoseOfTheDay(LocalDate day, long communes, long districts, long watched) {
        assertThat(standing(day).filter(area -> area.level() == AreaLevel.COMMUNE))
                .hasSize((int) communes);
        assertThat(standing(day).filter(area -> area.level() == AreaLevel.DISTRICT && area.type() != AreaType.KHU_VUC))
                .hasSize((int) districts);
        assertThat(standing(day).filter(area -> area.type() == AreaType.KHU_VUC))
                .hasSize((int) watched);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-01-01", "2024-11-30", "2024-12-01", "2025-06-30", "2025-07-01", "2026-11-21"})
    void everyUnitHasOneChainToTheProvince(LocalDate day) {
        standing(day).filter(area -> area.level() == AreaLevel.COMMUNE).forEach(commune -> {
            Area parent = byId.get(commune.parentOn(day).orElseThrow());
            assertThat(parent.level()).as(commune.name()).isEqualTo(AreaLevel.DISTRICT);
            assertThat(parent.existsOn(day)).as(commune.name()).isTrue();
            assertThat(parent.parentOn(day)).contains(ReferenceAreas.idOf(ReferenceAreas.PROVINCE));
            assertThat(commune.parents().stream().filter(edge -> edge.holdsOn(day)))
                    .hasSize(1);
        });
    }

    @Test
    void aCodeIsUsedAgainButAnIdNever() {
        assertThat(byId).hasSameSizeAs(areas);
        assertThat(areas.stream().filter(area -> "17071".equals(area.code())))
                .hasSize(2)
                .allMatch(area -> area.name().equals("Minh Hợp"));
    }

    @Test
    void todaysMinhHopWasPutTogetherFromThreeCommunes() {
        AreaId today = ReferenceAreas.idOf("na:17071:2025-07-01");
        assertThat(areas.stream().filter(area -> today.equals(area.mergedInto())))
                .extracting(Area::name)
                .containsExactlyInAnyOrder("Minh Hợp", "Văn Lợi", "Hạ Sơn");
        assertThat(byId.get(byId.get(today)
                                .parentOn(LocalDate.parse("2025-07-01"))
                                .orElseThrow())
                        .fullName())
                .isEqualTo("Khu vực Quỳ Hợp (huyện cũ)");
    }

    @Test
    void aUnitThatOnlyCameUnderAnotherDistrictStaysTheSame() {
        Area moved = byId.get(ReferenceAreas.idOf("na:17902:2020-01-01"));
        assertThat(moved.name()).isEqualTo("Nghi Phong");
        assertThat(parentName(moved, "2024-11-30")).isEqualTo("Nghi Lộc");
        assertThat(parentName(moved, "2024-12-01")).isEqualTo("Vinh");
        Area unchanged = byId.get(ReferenceAreas.idOf("na:16804:2020-01-01"));
        assertThat(unchanged.validTo()).isNull();
        assertThat(parentName(unchanged, "2026-11-21")).isEqualTo("Quỳ Châu (huyện cũ)");
    }

    @Test
    void whatIsGoneNamesItsHeirUnlessItWasSplit() {
        List<Area> withoutHeir = areas.stream()
                .filter(area -> area.validTo() != null && area.mergedInto() == null)
                .toList();
        assertThat(withoutHeir).extracting(Area::name).containsExactlyInAnyOrder("Quỳnh Bá", "Quỳnh Hưng");
        areas.stream().filter(area -> area.mergedInto() != null).forEach(area -> {
            Area heir = byId.get(area.mergedInto());
            assertThat(heir.validFrom()).as(area.name()).isEqualTo(area.validTo());
        });
    }

    @Test
    void everyAliasMeansARow() {
        assertThat(Table.read("code-aliases.tsv"))
                .hasSize(8)
                .allSatisfy(row -> assertThat(byId).containsKey(ReferenceAreas.idOf(row.text("key"))));
    }

    @Test
    void namesAreInTheNormalFormOfStoredText() {
        assertThat(areas)
                .allMatch(area -> Normalizer.isNormalized(area.name(), Normalizer.Form.NFC))
                .allMatch(area -> area.name().equals(area.name().strip()));
    }

    private Stream<Area> standing(LocalDate day) {
        return areas.stream().filter(area -> area.existsOn(day));
    }

    private String parentName(Area area, String day) {
        return byId.get(area.parentOn(LocalDate.parse(day)).orElseThrow()).name();
    }
}
