package vn.toso.seed.generator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaType;
import vn.toso.domain.area.Language;
import vn.toso.domain.area.ParentEdge;
import vn.toso.domain.id.AreaId;
import vn.toso.seed.reference.ReferenceAreas;

/** Makes up the hamlets of one commune, spread over what it was before the reforms. */
final class CommuneHamlets {

    /** In each commune that many hamlets lag behind, each in a way of its own. */
    static final int LAGGARDS = 3;

    private final Area commune;
    private final String slug;
    private final List<Area> formers;
    private final Map<AreaId, List<Area>> mergedInto;
    private final Dice dice;
    private final AreaType type;
    private final boolean highland;
    private final Map<AreaId, Integer> numbers = new HashMap<>();

    CommuneHamlets(long seed, Area commune, List<Area> formers, Map<AreaId, List<Area>> mergedInto) {
        this.commune = commune;
        this.slug = DemoPlan.slug(commune.name());
        this.formers = formers;
        this.mergedInto = mergedInto;
        this.dice = Dice.of(seed, "commune:" + commune.id());
        this.highland = PlanProvince.isHighland(commune);
        this.type = typeOfHamlets();
    }

    private AreaType typeOfHamlets() {
        if (commune.type() == AreaType.PHUONG) {
            return AreaType.KHOI;
        }
        if (highland) {
            return AreaType.BAN;
        }
        boolean home = commune.id().equals(ReferenceAreas.idOf(DemoPlan.HOME));
        return home || dice.chance(0.75) ? AreaType.XOM : AreaType.THON;
    }

    CommunePlan plan(List<HamletPlan> hamlets) {
        return new CommunePlan(commune, slug, commune.parentOn(DemoPlan.REFORM).orElseThrow(), hamlets);
    }

    /**
     * The hamlet at a place of the commune, from 0 on; to be asked for in that order.
     *
     * @param number its place in the province
     * @param count how many hamlets the commune has
     */
    HamletPlan hamlet(int number, int place, int count, int households, int members, boolean broadband) {
        Area former = formers.get(place * formers.size() / count);
        List<ParentEdge> parents = parents(former, place);
        int name = numbers.merge(parents.get(0).areaId(), 1, Integer::sum);
        int lag = laggardAt(place, count);
        return new HamletPlan(
                number,
                "demo:" + commune.code() + ":" + (place + 1),
                slug + "-" + (place + 1),
                commune.id(),
                parents,
                former.fullName(),
                String.valueOf(name),
                type,
                languages(),
                broadband,
                households,
                members,
                reach(lag),
                lag == 0 ? 45 : 0);
    }

    /** Which of the three laggards stands at a place, from 0 on; -1 for a hamlet that keeps up. */
    private static int laggardAt(int place, int count) {
        List<Integer> places = List.of(count / 3, count / 2 + 1, count - 1);
        return places.indexOf(place);
    }

    /** The first laggard stopped weeks ago, the others hardly began. */
    private double reach(int laggard) {
        return switch (laggard) {
            case 0 -> dice.between(0.18, 0.25);
            case 1 -> dice.between(0.08, 0.12);
            case 2 -> dice.between(0.03, 0.06);
            default -> dice.between(0.45, 0.92);
        };
    }

    private List<Language> languages() {
        if (highland) {
            return List.of(
                    Language.VIETNAMESE,
                    dice.weighted(
                            List.of(Language.THAI, Language.KHO_MU, Language.MONG, Language.O_DU), 70, 12, 17, 1));
        }
        return dice.chance(0.1) ? List.of(Language.VIETNAMESE, Language.THO) : List.of(Language.VIETNAMESE);
    }

    /** The chain upward through both reforms, as the merged units' own days tell it. */
    private List<ParentEdge> parents(Area former, int place) {
        List<ParentEdge> edges = new ArrayList<>();
        List<Area> earlier = mergedInto.getOrDefault(former.id(), List.of());
        if (!earlier.isEmpty()) {
            Area first = earlier.get(place % earlier.size());
            edges.add(new ParentEdge(first.id(), first.validFrom(), first.validTo()));
        }
        edges.add(new ParentEdge(former.id(), former.validFrom(), former.validTo()));
        if (!former.id().equals(commune.id())) {
            edges.add(new ParentEdge(commune.id(), commune.validFrom(), commune.validTo()));
        }
        return List.copyOf(edges);
    }
}
