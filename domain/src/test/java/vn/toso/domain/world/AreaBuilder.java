package vn.toso.domain.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.Area.HamletFacts;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.area.AreaType;
import vn.toso.domain.area.Language;
import vn.toso.domain.area.ParentEdge;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.text.Vietnamese;

/** An area in the making: {@code aHamlet("Xóm 5").under(commune).build()}. It stands from 2020 on. */
public final class AreaBuilder {

    public static final LocalDate ALWAYS = LocalDate.of(2020, 1, 1);

    private final AreaLevel level;
    private final AreaType type;
    private final String name;
    private AreaId id;
    private final List<ParentEdge> parents = new ArrayList<>();
    private LocalDate from = ALWAYS;
    private @Nullable LocalDate to;
    private @Nullable AreaId mergedInto;
    private @Nullable Integer declared;
    private @Nullable Boolean broadband = true;

    private AreaBuilder(AreaLevel level, AreaType type, String name) {
        this.level = level;
        this.type = type;
        this.name = name;
        this.id = Names.area(type + " " + name);
    }

    public static AreaBuilder anArea(AreaLevel level, AreaType type, String name) {
        return new AreaBuilder(level, type, name);
    }

    public static AreaBuilder aHamlet(String name) {
        return new AreaBuilder(AreaLevel.HAMLET, AreaType.XOM, name);
    }

    public static AreaBuilder aCommune(String name) {
        return new AreaBuilder(AreaLevel.COMMUNE, AreaType.XA, name);
    }

    public AreaBuilder id(String word) {
        this.id = Names.area(word);
        return this;
    }

    /** Under this area all the time. */
    public AreaBuilder under(AreaId parent) {
        parents.add(new ParentEdge(parent, from, to));
        return this;
    }

    /** Under this area from one day until the day before another; null for both ends open. */
    public AreaBuilder under(AreaId parent, LocalDate since, @Nullable LocalDate until) {
        parents.add(new ParentEdge(parent, since, until));
        return this;
    }

    public AreaBuilder from(LocalDate day) {
        this.from = day;
        return this;
    }

    public AreaBuilder to(LocalDate day, AreaId into) {
        this.to = day;
        this.mergedInto = into;
        return this;
    }

    public AreaBuilder declared(int households) {
        this.declared = households;
        return this;
    }

    public AreaBuilder withoutBroadband() {
        this.broadband = false;
        return this;
    }

    public Area build() {
        HamletFacts facts =
                level == AreaLevel.HAMLET ? new HamletFacts(broadband, List.of(Language.VIETNAMESE), declared) : null;
        return new Area(
                id,
                Revision.NONE,
                level,
                null,
                name,
                type,
                List.copyOf(parents),
                from,
                to,
                mergedInto,
                facts,
                "generated",
                Vietnamese.searchWords(List.of(name)));
    }
}
