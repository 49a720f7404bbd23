package vn.toso.domain.area;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.AreaBuilder.anArea;
import static vn.toso.domain.world.TestWorld.AREAS;
import static vn.toso.domain.world.TestWorld.MERGER;
import static vn.toso.domain.world.TestWorld.MINH_HOP;
import static vn.toso.domain.world.TestWorld.PROVINCE;
import static vn.toso.domain.world.TestWorld.TODAY;
import static vn.toso.domain.world.TestWorld.TREE;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_5;
import static vn.toso.domain.world.TestWorld.XOM_5_VAN_LOI;
import static vn.toso.domain.world.TestWorld.XOM_DONG;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.toso.domain.access.Scope;

class ScopesTest {

    @Test
    void a_commune_holds_its_hamlets_of_the_day() {
        assertThat(Scopes.of(TREE, List.of(MINH_HOP.id()), TODAY).hamlets())
                .containsExactlyInAnyOrder(XOM_1.id(), XOM_5.id(), XOM_5_VAN_LOI.id());
        assertThat(Scopes.of(TREE, List.of(MINH_HOP.id()), MERGER.minusDays(1)).hamlets())
                .containsExactlyInAnyOrder(XOM_1.id(), XOM_5.id());
    }

    @Test
    void several_homes_add_up() {
        Scope scope = Scopes.of(TREE, List.of(XOM_1.id(), XOM_DONG.id()), TODAY);

        assertThat(scope.hamlets()).containsExactlyInAnyOrder(XOM_1.id(), XOM_DONG.id());
        assertThat(scope.hasArea(MINH_HOP.id())).isFalse();
    }

    @Test
    void the_only_province_is_everything() {
        assertThat(Scopes.of(TREE, List.of(PROVINCE.id()), TODAY)).isEqualTo(Scope.all());
    }

    @Test
    void one_of_several_provinces_is_not_everything() {
        List<Area> country = new ArrayList<>(AREAS);
        country.add(anArea(AreaLevel.PROVINCE, AreaType.TINH, "Hà Tĩnh").build());

        Scope scope = Scopes.of(new AreaTree(country), List.of(PROVINCE.id()), TODAY);

        assertThat(scope.everything()).isFalse();
        assertThat(scope.hamlets()).hasSize(4);
    }

    @Test
    void nobody_has_anything_in_an_empty_tree() {
        assertThat(Scopes.of(AreaTree.EMPTY, List.of(PROVINCE.id()), TODAY)).isEqualTo(Scope.of(List.of(), List.of()));
    }
}
