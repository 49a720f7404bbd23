package vn.toso.seed.generator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.id.AreaId;
import vn.toso.seed.reference.ReferenceAreas;

/**
 * Makes up every hamlet of the province, so that the totals are the province's own: 3,806 hamlets, 63 of them without
 * mobile broadband, 3,793 teams with 18,093 members (30/8/2023), about 841,000 households. Which hamlet has what is
 * chance; no list of hamlets is published.
 */
final class PlanProvince {

    private static final int HAMLETS = 3_806;
    private static final int WITHOUT_BROADBAND = 63;
    private static final int WITHOUT_TEAM = HAMLETS - 3_793;
    private static final int MEMBERS = 18_093;
    private static final int HOUSEHOLDS = 841_000;

    /** Hamlets of the pilot communes, Minh Hợp first: 32 in all. */
    private static final List<Integer> HAMLETS_OF_PILOTS = List.of(12, 10, 10);

    private static final int HOUSEHOLDS_OF_HOME = 2_208;

    /** Quế Phong, Quỳ Châu, Kỳ Sơn, Tương Dương, Con Cuông: the former districts in the mountains. */
    private static final Set<AreaId> HIGHLAND = Set.of("415", "416", "417", "418", "422").stream()
            .map(code -> ReferenceAreas.idOf("na:kv-" + code + ":2025-07-01"))
            .collect(Collectors.toUnmodifiableSet());

    private final long seed;
    private final Dice dice;
    private final Map<AreaId, List<Area>> mergedInto;
    private final List<Area> communes;

    PlanProvince(long seed, Collection<Area> areas) {
        this.seed = seed;
        this.dice = Dice.of(seed, "province");
        this.mergedInto = areas.stream()
                .filter(area -> area.level() == AreaLevel.COMMUNE && area.mergedInto() != null)
                .sorted(Comparator.comparing(Area::code, Comparator.nullsLast(Comparator.naturalOrder())))
                .collect(Collectors.groupingBy(Area::mergedInto));
        this.communes = pilotsFirst(areas);
    }

    private static List<Area> pilotsFirst(Collection<Area> areas) {
        Map<AreaId, Area> byId = areas.stream().collect(Collectors.toMap(Area::id, Function.identity()));
        List<Area> communes = new ArrayList<>();
        DemoPlan.PILOTS.forEach(key -> communes.add(byId.get(ReferenceAreas.idOf(key))));
        areas.stream()
                .filter(area -> DemoPlan.isCommune(area) && !communes.contains(area))
                .sorted(Comparator.comparing(Area::code, Comparator.nullsLast(Comparator.naturalOrder())))
                .forEach(communes::add);
        return communes;
    }

    /** Every commune of today, those of the pilots first. */
    List<CommunePlan> communes() {
        int[] hamlets = hamletsOfEach();
        int count = IntStream.of(hamlets).sum();
        int[] households = householdsOfEach(count, hamlets[0]);
        Set<Integer> withoutTeam = chosen(WITHOUT_TEAM, firstAfterPilots(), count);
        int[] members = membersOfEach(count, withoutTeam);
        Set<Integer> unserved = unserved(hamlets);
        List<CommunePlan> plans = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < communes.size(); i++) {
            CommuneHamlets making = new CommuneHamlets(seed, communes.get(i), formersOf(communes.get(i)), mergedInto);
            List<HamletPlan> made = new ArrayList<>();
            for (int n = 0; n < hamlets[i]; n++) {
                int at = first + n;
                made.add(making.hamlet(at, n, hamlets[i], households[at], members[at], !unserved.contains(at)));
            }
            plans.add(making.plan(made));
            first += hamlets[i];
        }
        return plans;
    }

    private int[] hamletsOfEach() {
        int pilots = HAMLETS_OF_PILOTS.stream().mapToInt(Integer::intValue).sum();
        double[] weights = communes.stream()
                .skip(HAMLETS_OF_PILOTS.size())
                .mapToDouble(commune -> formersOf(commune).size())
                .toArray();
        int[] others = Apportion.of(HAMLETS - pilots, weights, 8, 40);
        return IntStream.concat(HAMLETS_OF_PILOTS.stream().mapToInt(Integer::intValue), IntStream.of(others))
                .toArray();
    }

    private int[] householdsOfEach(int count, int hamletsOfHome) {
        double[] weights = weights(count, 0.6, 1.5);
        int[] home = Apportion.of(HOUSEHOLDS_OF_HOME, weights(hamletsOfHome, 0.7, 1.3));
        double[] rest = Arrays.copyOfRange(weights, hamletsOfHome, count);
        int[] others = Apportion.of(HOUSEHOLDS - HOUSEHOLDS_OF_HOME, rest);
        return IntStream.concat(IntStream.of(home), IntStream.of(others)).toArray();
    }

    private int[] membersOfEach(int count, Set<Integer> withoutTeam) {
        double[] weights = weights(count, 0.75, 1.25);
        withoutTeam.forEach(hamlet -> weights[hamlet] = 0);
        return Apportion.of(MEMBERS, weights);
    }

    private double[] weights(int count, double low, double high) {
        return IntStream.range(0, count)
                .mapToDouble(i -> dice.between(low, high))
                .toArray();
    }

    private static int firstAfterPilots() {
        return HAMLETS_OF_PILOTS.stream().mapToInt(Integer::intValue).sum();
    }

    private Set<Integer> chosen(int many, int from, int to) {
        return Set.copyOf(
                dice.shuffled(IntStream.range(from, to).boxed().toList()).subList(0, many));
    }

    /** Hamlets without mobile broadband lie in the mountains. */
    private Set<Integer> unserved(int[] hamlets) {
        List<Integer> highland = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < hamlets.length; i++) {
            if (isHighland(communes.get(i))) {
                IntStream.range(first, first + hamlets[i]).forEach(highland::add);
            }
            first += hamlets[i];
        }
        return new HashSet<>(dice.shuffled(highland).subList(0, WITHOUT_BROADBAND));
    }

    static boolean isHighland(Area commune) {
        return commune.parentOn(DemoPlan.REFORM).filter(HIGHLAND::contains).isPresent();
    }

    /** What a commune was put together from on 1/7/2025; itself where nothing changed. */
    private List<Area> formersOf(Area commune) {
        return mergedInto.getOrDefault(commune.id(), List.of(commune));
    }
}
