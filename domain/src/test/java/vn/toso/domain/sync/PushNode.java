package vn.toso.domain.sync;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Areas;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.household.AddResident;
import vn.toso.domain.household.AmendHousehold;
import vn.toso.domain.household.AmendResident;
import vn.toso.domain.household.Households;
import vn.toso.domain.household.RecordConsent;
import vn.toso.domain.household.RegisterHousehold;
import vn.toso.domain.service.Catalogues;
import vn.toso.domain.service.Services;
import vn.toso.domain.storage.Store;
import vn.toso.domain.task.MoveTask;
import vn.toso.domain.task.TakeOfflineMove;
import vn.toso.domain.task.Tasks;
import vn.toso.domain.team.Members;
import vn.toso.domain.team.Teams;
import vn.toso.domain.visit.ConsentRule;
import vn.toso.domain.visit.RecordVisit;
import vn.toso.domain.visit.Visits;
import vn.toso.domain.visit.VoidVisit;
import vn.toso.domain.world.WorkingWorld;

/** One node that takes pushes, with a stream of the log and a memory of its own. */
final class PushNode {

    final Mutations mutations;
    final Quarantine quarantine;
    final Households households;
    final Tasks tasks;
    final Subjects subjects;
    final Push push;
    final ResolveQuarantine resolve;

    PushNode(Store store, Clock clock) {
        ChangeLog log = new ChangeLog(store, clock);
        AreaTrees trees = new AreaTrees(new Areas(store, log, clock));
        Catalogues catalogues = new Catalogues(new Services(store, log, clock));
        Members members = new Members(store, log, clock);
        Teams teams = new Teams(store, log, clock);
        households = new Households(store, log, clock);
        Visits visits = new Visits(store, log, clock);
        tasks = new Tasks(store, log, teams, clock);
        UseCases useCases = new UseCases(
                new RegisterHousehold(households, trees, clock),
                new AmendHousehold(households),
                new AddResident(households, clock),
                new AmendResident(households, clock),
                new RecordConsent(households, clock),
                new RecordVisit(store, visits, households, catalogues, ConsentRule.UNLESS_REFUSED, clock),
                new VoidVisit(visits, clock),
                new TakeOfflineMove(new MoveTask(tasks, members, teams, trees, clock), tasks, clock));
        mutations = new Mutations(store);
        quarantine = new Quarantine(store, log, clock);
        subjects = new Subjects(households, visits, tasks, trees);
        push = new Push(mutations, quarantine, subjects, useCases, clock);
        resolve = new ResolveQuarantine(quarantine, mutations, useCases, clock);
        WorkingWorld.await(Mono.when(
                trees.refresh(),
                catalogues.refresh(),
                mutations.createIndexes(),
                quarantine.collection().createIndexes()));
    }

    List<Result> pushes(Actor actor, Mutation... sent) {
        return WorkingWorld.await(push.push(actor, new UUID(0, 7), List.of(sent)));
    }
}
