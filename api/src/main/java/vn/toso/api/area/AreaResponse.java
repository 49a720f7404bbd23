package vn.toso.api.area;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.area.AreaType;
import vn.toso.domain.area.Language;
import vn.toso.domain.id.AreaId;

/**
 * A unit with its place in the tree.
 *
 * @param code official code; absent for hamlets and oversight areas
 * @param name without the word of its type
 * @param fullName as people say it: {@code Xóm 5}
 * @param parentId what it stands under on the day that was asked for; absent for the province
 * @param path what stands above it that day, the nearest first
 * @param formerParent for a hamlet: the commune it belonged to before its present one, which tells two hamlets of one
 *     name apart
 * @param parents every edge upward there is or was
 * @param validTo first day on which it is gone; absent while it stands
 * @param mergedInto what took it in, when it is gone
 * @param hasMobileBroadband absent while nobody said; of hamlets only, as are the next two
 * @param languages what its visitors need to speak
 * @param householdsDeclared the hamlet head's count
 * @param source what the row rests on: {@code reference}, {@code operator}, or {@code generated} for demo data
 * @param generated true for demo data, else absent
 */
record AreaResponse(
        AreaId id,
        AreaLevel level,
        @Nullable String code,
        String name,
        String fullName,
        AreaType type,
        @Nullable AreaId parentId,
        List<Brief> path,
        @Nullable Brief formerParent,
        List<Edge> parents,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable AreaId mergedInto,
        @Nullable Boolean hasMobileBroadband,
        @Nullable List<Language> languages,
        @Nullable Integer householdsDeclared,
        String source,
        @Nullable Boolean generated,
        long version) {

    /** An area in a word. */
    record Brief(AreaId id, AreaLevel level, String name, String fullName) {}

    record Edge(AreaId areaId, LocalDate from, @Nullable LocalDate to) {}
}
