package vn.toso.seed.generator;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.text.Vietnamese;
import vn.toso.seed.reference.ReferenceAreas;

/**
 * Which hamlets are made up, and how large each is. Every size is a part of one plan of the province, so that Minh Hợp
 * is the same commune in all of them.
 *
 * @param communes today's communes of that size, each with its hamlets
 * @param oversight the former districts that they lie in
 */
record DemoPlan(Area province, List<Area> oversight, List<CommunePlan> communes) {

    /** Since then there are 130 communes. */
    static final LocalDate REFORM = LocalDate.parse("2025-07-01");

    static final String HOME = "na:17071:2025-07-01";

    /** Today's Minh Hợp, Thành Bình Thọ and Đông Lộc: where the three pilot communes of 2022 lie. */
    static final List<String> PILOTS = List.of(HOME, "na:17335:2025-07-01", "na:17878:2025-07-01");

    static DemoPlan of(long seed, DemoSize size) {
        Map<AreaId, Area> areas =
                ReferenceAreas.read().stream().collect(Collectors.toMap(Area::id, Function.identity()));
        List<CommunePlan> communes = part(new PlanProvince(seed, areas.values()).communes(), size);
        Set<AreaId> oversight = communes.stream().map(CommunePlan::oversight).collect(Collectors.toSet());
        return new DemoPlan(
                Objects.requireNonNull(areas.get(ReferenceAreas.idOf(ReferenceAreas.PROVINCE))),
                areas.values().stream()
                        .filter(area -> oversight.contains(area.id()))
                        .sorted((a, b) -> a.name().compareTo(b.name()))
                        .toList(),
                communes);
    }

    private static List<CommunePlan> part(List<CommunePlan> all, DemoSize size) {
        CommunePlan home = all.get(0);
        return switch (size) {
            case HAMLET ->
                List.of(new CommunePlan(
                        home.commune(),
                        home.slug(),
                        home.oversight(),
                        home.hamlets().subList(0, 1)));
            case COMMUNE -> List.of(home);
            case PILOT -> all.subList(0, PILOTS.size());
            case DISTRICT ->
                all.stream()
                        .filter(commune -> commune.oversight().equals(home.oversight()))
                        .toList();
            case PROVINCE -> all;
        };
    }

    List<HamletPlan> hamlets() {
        return communes.stream().flatMap(commune -> commune.hamlets().stream()).toList();
    }

    int households() {
        return hamlets().stream().mapToInt(HamletPlan::households).sum();
    }

    /** For handles: {@code "Minh Hợp"} becomes {@code minh-hop}. */
    static String slug(String name) {
        return String.join("-", Vietnamese.words(name));
    }

    static boolean isCommune(Area area) {
        return area.level() == AreaLevel.COMMUNE && area.existsOn(REFORM);
    }
}
