package vn.toso.seed.generator;

import java.util.List;
import vn.toso.domain.area.AreaType;
import vn.toso.domain.area.Language;
import vn.toso.domain.area.ParentEdge;
import vn.toso.domain.id.AreaId;

/**
 * A hamlet that is to be made up.
 *
 * @param number its place in the province, from 0 on, in any size of the demo
 * @param key names it for good, in any size of the demo: {@code demo:minh-hop:3}
 * @param slug for the handles of its people: {@code minh-hop-3}
 * @param communeId today's commune
 * @param parents today's commune and the former ones
 * @param former name of the commune that it belonged to until 30/6/2025, with its type's word
 * @param languages beside Vietnamese, which stands first
 * @param households how many are registered
 * @param members how many sit in its team; 0 for a hamlet without a team
 * @param reach share of its households that were visited in the three months
 * @param quietDays for how many days up to now nobody visited; 0 for a team at work
 */
record HamletPlan(
        int number,
        String key,
        String slug,
        AreaId communeId,
        List<ParentEdge> parents,
        String former,
        String name,
        AreaType type,
        List<Language> languages,
        boolean broadband,
        int households,
        int members,
        double reach,
        int quietDays) {}
