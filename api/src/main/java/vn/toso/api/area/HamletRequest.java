package vn.toso.api.area;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.area.AreaType;
import vn.toso.domain.area.Language;
import vn.toso.domain.id.AreaId;

/**
 * A hamlet to add.
 *
 * @param name without the word of its type
 * @param type {@code THON}, {@code XOM}, {@code BAN} or {@code KHOI}
 * @param parentId its commune
 * @param hasMobileBroadband absent when nobody said
 * @param languages what its visitors need to speak
 * @param householdsDeclared the hamlet head's count; absent when nobody said
 */
record HamletRequest(
        String name,
        AreaType type,
        AreaId parentId,
        @Nullable Boolean hasMobileBroadband,
        @Nullable List<Language> languages,
        @Nullable Integer householdsDeclared) {}
