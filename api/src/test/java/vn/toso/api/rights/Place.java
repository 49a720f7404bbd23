package vn.toso.api.rights;

import static vn.toso.domain.world.AreaBuilder.aCommune;
import static vn.toso.domain.world.AreaBuilder.aHamlet;
import static vn.toso.domain.world.AreaBuilder.anArea;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.area.AreaType;
import vn.toso.domain.area.Days;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.world.TestWorld;

/**
 * Where something is tried.
 *
 * @param word in capitals, of letters alone; what lies there has it in its names, so that a leak shows wherever it is
 * @param area null for nowhere: ids that stand for nothing
 */
record Place(String word, @Nullable Area area) {

    /** An oversight area with one commune and one hamlet, all of them nobody's. */
    static final Area FAR_DISTRICT = anArea(AreaLevel.DISTRICT, AreaType.KHU_VUC, "Con Cuông")
            .under(TestWorld.PROVINCE.id())
            .build();

    static final Area FAR_COMMUNE = aCommune("Môn Sơn").under(FAR_DISTRICT.id()).build();
    static final Area FAR_HAMLET =
            aHamlet("Cửa Rào").id("bản cửa rào").under(FAR_COMMUNE.id()).build();

    static final Place XOM_1 = new Place("QUAXOMMOT", TestWorld.XOM_1);
    static final Place XOM_5 = new Place("QUAXOMNAM", TestWorld.XOM_5);
    static final Place XOM_DONG = new Place("QUAXOMDONG", TestWorld.XOM_DONG);
    static final Place FAR = new Place("QUACUARAO", FAR_HAMLET);
    static final Place NOWHERE = new Place("QUAHUKHONG", null);

    static final List<Place> HAMLETS = List.of(XOM_1, XOM_5, XOM_DONG, FAR);
    static final List<Place> COMMUNES = List.of(
            new Place("QUAMINHHOP", TestWorld.MINH_HOP),
            new Place("QUATAMHOP", TestWorld.TAM_HOP),
            new Place("QUAMONSON", FAR_COMMUNE));
    static final List<Place> ABOVE = List.of(
            new Place("QUAQUYHOP", TestWorld.OVERSIGHT),
            new Place("QUACONCUONG", FAR_DISTRICT),
            new Place("QUANGHEAN", TestWorld.PROVINCE));

    /** Whose people nobody else may hear of. */
    static final List<Place> SECRETIVE =
            Stream.concat(HAMLETS.stream(), COMMUNES.stream()).toList();

    /** For what has no place. */
    static final Place ANYWHERE = new Place("QUAMOINOI", TestWorld.PROVINCE);

    AreaId id() {
        return area == null ? new AreaId(UUID.randomUUID()) : area.id();
    }

    AreaLevel level() {
        return area == null ? AreaLevel.HAMLET : area.level();
    }

    boolean isIn(Set<AreaId> areas) {
        return area != null && areas.contains(area.id());
    }

    /** Whether the other one stands above this one. */
    boolean isBelow(AreaId other) {
        return area != null
                && RightsWorld.TREE.pathOf(area.id(), Days.of(Instant.now())).stream()
                        .anyMatch(above -> above.id().equals(other) && !other.equals(area.id()));
    }
}
