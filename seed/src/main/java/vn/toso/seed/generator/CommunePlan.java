package vn.toso.seed.generator;

import java.util.List;
import vn.toso.domain.area.Area;
import vn.toso.domain.id.AreaId;

/**
 * A commune of today and the hamlets that are made up in it.
 *
 * @param slug for the handles of its people: {@code minh-hop}
 * @param oversight the former district that it lies in
 */
record CommunePlan(Area commune, String slug, AreaId oversight, List<HamletPlan> hamlets) {}
