package vn.toso.domain.coverage;

import static vn.toso.domain.world.WorkingWorld.await;

import vn.toso.domain.visit.FollowVisits;
import vn.toso.domain.world.WorkingWorld;

/** Freezing and reading months, and trends, in a {@link WorkingWorld}. */
final class Months {

    final FrozenMonths frozen;
    final FreezeMonth freeze;
    final MonthOf of;
    final CoverageTrend trend;

    Months(WorkingWorld world) {
        frozen = new FrozenMonths(world.store);
        await(frozen.createIndexes());
        freeze = new FreezeMonth(world.coverages, frozen, world.people.trees, world.clock);
        of = new MonthOf(world.coverages, frozen, world.people.trees, countedUpTo(world), world.clock);
        trend = new CoverageTrend(
                world.coverages, world.people.trees, world.people.catalogues, countedUpTo(world), world.clock);
    }

    static CountedUpTo countedUpTo(WorkingWorld world) {
        FollowVisits visits = new FollowVisits(world.visits, world.people.households, world.clock);
        return new CountedUpTo(visits, world.clock::instant, world.clock::instant);
    }
}
