package vn.toso.domain.area;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.problem.FieldErrors;
import vn.toso.domain.text.Wording;

/**
 * What people may say of an area. The last three are of hamlets only.
 *
 * @param hasMobileBroadband null when nobody said
 * @param languages the languages that its visitors need
 * @param householdsDeclared the hamlet head's count; null when nobody said
 */
public record AreaForm(
        @Nullable String name,
        @Nullable AreaType type,
        @Nullable Boolean hasMobileBroadband,
        List<Language> languages,
        @Nullable Integer householdsDeclared) {

    /** More households than any hamlet has. */
    private static final int MOST_HOUSEHOLDS = 10_000;

    private static final Set<AreaType> OF_HAMLETS =
            EnumSet.of(AreaType.THON, AreaType.XOM, AreaType.BAN, AreaType.KHOI);
    private static final Set<AreaType> OF_COMMUNES = EnumSet.of(AreaType.XA, AreaType.PHUONG, AreaType.THI_TRAN);
    private static final Set<AreaType> OF_DISTRICTS =
            EnumSet.of(AreaType.HUYEN, AreaType.THI_XA, AreaType.THANH_PHO, AreaType.KHU_VUC);
    private static final Set<AreaType> OF_PROVINCES = EnumSet.of(AreaType.TINH, AreaType.THANH_PHO);

    public AreaForm {
        languages = List.copyOf(languages);
    }

    /** What is said of an area now: what a change starts from. */
    public static AreaForm of(Area area) {
        Area.HamletFacts facts = area.hamletFacts();
        return facts == null
                ? new AreaForm(area.name(), area.type(), null, List.of(), null)
                : new AreaForm(
                        area.name(),
                        area.type(),
                        facts.hasMobileBroadband(),
                        facts.languages(),
                        facts.householdsDeclared());
    }

    /** The form as it is kept, with what is wrong noted. */
    AreaForm checked(AreaLevel level, FieldErrors errors) {
        String checkedName = Wording.placeName(name, "/name", errors);
        Set<AreaType> types = typesOf(level);
        errors.require(type, "/type");
        errors.check(type == null || types.contains(type), "/type", "not-allowed", List.copyOf(types));
        boolean hamlet = level == AreaLevel.HAMLET;
        errors.check(hamlet || hasMobileBroadband == null, "/hasMobileBroadband", "hamlets-only");
        errors.check(hamlet || languages.isEmpty(), "/languages", "hamlets-only");
        errors.check(hamlet || householdsDeclared == null, "/householdsDeclared", "hamlets-only");
        errors.check(isCount(householdsDeclared), "/householdsDeclared", "range", 0, MOST_HOUSEHOLDS);
        List<Language> once = languages.stream().distinct().sorted().toList();
        return new AreaForm(checkedName, type, hasMobileBroadband, once, householdsDeclared);
    }

    Area.@Nullable HamletFacts facts(AreaLevel level) {
        return level == AreaLevel.HAMLET
                ? new Area.HamletFacts(hasMobileBroadband, languages, householdsDeclared)
                : null;
    }

    private static boolean isCount(@Nullable Integer households) {
        return households == null || (households >= 0 && households <= MOST_HOUSEHOLDS);
    }

    private static Set<AreaType> typesOf(AreaLevel level) {
        return switch (level) {
            case HAMLET -> OF_HAMLETS;
            case COMMUNE -> OF_COMMUNES;
            case DISTRICT -> OF_DISTRICTS;
            case PROVINCE -> OF_PROVINCES;
        };
    }
}
