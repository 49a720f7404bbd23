package vn.toso.seed.reference;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.area.AreaType;
import vn.toso.domain.area.ParentEdge;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.text.Vietnamese;
import vn.toso.seed.reference.Table.Row;

/** The units of Nghệ An since 2020 with both reorganisations, and the former districts as oversight areas. */
public final class ReferenceAreas {

    /** Key of the province. */
    public static final String PROVINCE = "na:40:2020-01-01";

    private ReferenceAreas() {}

    /** The id of a row: it follows from the row's key, so that every installation and release agrees on it. */
    public static AreaId idOf(String key) {
        return new AreaId(UUID.nameUUIDFromBytes(("area:" + key).getBytes(StandardCharsets.UTF_8)));
    }

    /** Every row, parents before children. */
    public static List<Area> read() {
        return Table.read("areas.tsv").stream().map(ReferenceAreas::toArea).toList();
    }

    private static Area toArea(Row row) {
        AreaType type = AreaType.valueOf(row.text("type"));
        LocalDate to = row.optional("to").map(LocalDate::parse).orElse(null);
        return new Area(
                idOf(row.text("key")),
                Revision.NONE,
                levelOf(type),
                row.optional("code").orElse(null),
                row.text("name"),
                type,
                toEdges(row.list("parents"), to),
                LocalDate.parse(row.text("from")),
                to,
                heir(row.list("into")),
                null,
                "reference",
                Vietnamese.searchWords(List.of(row.text("name"))));
    }

    /** A unit that was split has no single heir. */
    private static @Nullable AreaId heir(List<String> into) {
        return into.size() == 1 ? idOf(into.get(0)) : null;
    }

    private static List<ParentEdge> toEdges(List<String> parents, @Nullable LocalDate end) {
        List<ParentEdge> edges = new ArrayList<>();
        for (int i = 0; i < parents.size(); i++) {
            boolean last = i == parents.size() - 1;
            edges.add(new ParentEdge(
                    idOf(keyOf(parents.get(i))), dayOf(parents.get(i)), last ? end : dayOf(parents.get(i + 1))));
        }
        return List.copyOf(edges);
    }

    private static String keyOf(String parent) {
        return parent.substring(0, parent.indexOf('@'));
    }

    private static LocalDate dayOf(String parent) {
        return LocalDate.parse(parent.substring(parent.indexOf('@') + 1));
    }

    private static AreaLevel levelOf(AreaType type) {
        return switch (type) {
            case TINH -> AreaLevel.PROVINCE;
            case THANH_PHO, THI_XA, HUYEN, KHU_VUC -> AreaLevel.DISTRICT;
            case XA, PHUONG, THI_TRAN -> AreaLevel.COMMUNE;
            case THON, XOM, BAN, KHOI -> AreaLevel.HAMLET;
        };
    }
}
