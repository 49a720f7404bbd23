package vn.toso.api.area;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.area.AreaType;
import vn.toso.domain.area.Language;

/**
 * What can be corrected of an area; null takes a value away. The last three are of hamlets only.
 *
 * @param name without the word of its type
 * @param hasMobileBroadband null when nobody said
 * @param languages what its visitors need to speak
 * @param householdsDeclared the hamlet head's count; null when nobody said
 */
record AreaFields(
        @Nullable String name,
        @Nullable AreaType type,
        @Nullable Boolean hasMobileBroadband,
        @Nullable List<Language> languages,
        @Nullable Integer householdsDeclared) {}
