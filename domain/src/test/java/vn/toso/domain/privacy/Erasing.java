package vn.toso.domain.privacy;

import vn.toso.domain.household.EraseResident;
import vn.toso.domain.household.Households;
import vn.toso.domain.sync.ForgetInQuarantine;
import vn.toso.domain.sync.Mutations;
import vn.toso.domain.sync.Quarantine;
import vn.toso.domain.task.ForgetInTasks;
import vn.toso.domain.visit.ForgetInVisits;
import vn.toso.domain.world.WorkingWorld;

/** What erases people, for tests. */
final class Erasing {

    private Erasing() {}

    /** That of one node; another call is another node. */
    static ErasePerson in(WorkingWorld world) {
        Households households = world.people.households;
        return new ErasePerson(
                new People(households),
                new Erasures(world.store, world.log, world.clock),
                new SubjectRequests(world.store, world.log, world.clock),
                new EraseResident(households, world.clock),
                new ForgetInVisits(world.visits),
                new ForgetInTasks(world.tasks),
                new ForgetInQuarantine(
                        new Quarantine(world.store, world.log, world.clock), new Mutations(world.store), world.clock),
                world.clock);
    }
}
