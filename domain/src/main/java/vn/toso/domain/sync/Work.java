package vn.toso.domain.sync;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.household.HouseholdForm;
import vn.toso.domain.household.NewResident;
import vn.toso.domain.household.RecordConsent;
import vn.toso.domain.household.RegisterHousehold;
import vn.toso.domain.household.ResidentForm;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.Id;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.id.VisitId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.storage.GroupCommit.Outcome;
import vn.toso.domain.task.MoveTask;
import vn.toso.domain.visit.RecordVisit;

/** What a mutation asks for, read; each kind knows the one use case that REST asks as well. */
public sealed interface Work {

    /** Carries it out; what fails with a {@link Problem} was refused. */
    Mono<Applied> apply(Actor actor, UseCases use, Mutation sent);

    /**
     * Carries out many that record visits, of which none touches what another makes: what became of each, in their order.
     */
    static Mono<List<Outcome<Applied>>> recordAll(Actor actor, UseCases use, List<Mutation> sent) {
        List<RecordVisit.Command> commands = sent.stream()
                .map(mutation -> ((RecordsVisit) mutation.work()).command())
                .toList();
        return commands.isEmpty()
                ? Mono.just(List.of())
                : use.recordVisit()
                        .recordAll(actor, commands)
                        .map(recorded -> recorded.stream()
                                .map(outcome -> outcome.map(done -> Applied.wholly(done.visit())))
                                .toList());
    }

    /** The document to show when it is in conflict; null when there is none. */
    @Nullable
    Id subject();

    /** What tells the hamlet that it concerns: a household, a hamlet, a visit or a task; null when nothing does. */
    default @Nullable Id place() {
        return subject();
    }

    /** Of two that touch the same thing, the one that was sent first is carried out first. */
    default List<Id> touches() {
        return Stream.of(subject(), place()).filter(Objects::nonNull).distinct().toList();
    }

    /** What cannot be read, and why: the content is kept all the same. */
    record Unreadable(Problem problem) implements Work {

        @Override
        public Mono<Applied> apply(Actor actor, UseCases use, Mutation sent) {
            return Mono.error(problem);
        }

        @Override
        public @Nullable Id subject() {
            return null;
        }
    }

    /** {@code visit.record}. */
    record RecordsVisit(RecordVisit.Command command) implements Work {

        @Override
        public Mono<Applied> apply(Actor actor, UseCases use, Mutation sent) {
            return use.recordVisit().record(actor, command).map(recorded -> Applied.wholly(recorded.visit()));
        }

        @Override
        public Id subject() {
            return command.id();
        }

        @Override
        public @Nullable Id place() {
            return command.householdId() == null ? command.hamletId() : command.householdId();
        }

        /** Sessions in one hamlet don't wait for each other. */
        @Override
        public List<Id> touches() {
            return Stream.<@Nullable Id>of(command.id(), command.householdId(), command.taskId(), command.supersedes())
                    .filter(Objects::nonNull)
                    .toList();
        }
    }

    /** {@code visit.void}. */
    record VoidsVisit(VisitId visit, String reason) implements Work {

        @Override
        public Mono<Applied> apply(Actor actor, UseCases use, Mutation sent) {
            return use.voidVisit().withdraw(actor, visit, reason, null).map(Applied::wholly);
        }

        @Override
        public Id subject() {
            return visit;
        }
    }

    /** {@code household.register}. */
    record RegistersHousehold(RegisterHousehold.Command command) implements Work {

        @Override
        public Mono<Applied> apply(Actor actor, UseCases use, Mutation sent) {
            return use.registerHousehold()
                    .register(actor, command)
                    .map(registered -> Applied.wholly(registered.household()));
        }

        @Override
        public @Nullable Id subject() {
            return command.id();
        }

        @Override
        public @Nullable Id place() {
            return command.hamletId();
        }

        /** Households of one hamlet don't wait for each other. */
        @Override
        public List<Id> touches() {
            return command.id() == null ? List.of() : List.of(command.id());
        }
    }

    /** {@code household.amend}. */
    record AmendsHousehold(HouseholdId household, UnaryOperator<HouseholdForm> change) implements Work {

        @Override
        public Mono<Applied> apply(Actor actor, UseCases use, Mutation sent) {
            return Mono.fromSupplier(sent::requiredBase)
                    .flatMap(base -> use.amendHousehold().merge(actor, household, base, sent.id(), change))
                    .map(Applied::of);
        }

        @Override
        public Id subject() {
            return household;
        }
    }

    /** {@code resident.add}. */
    record AddsResident(HouseholdId household, NewResident resident) implements Work {

        @Override
        public Mono<Applied> apply(Actor actor, UseCases use, Mutation sent) {
            return use.addResident()
                    .add(actor, household, null, resident)
                    .map(registered -> Applied.wholly(registered.household()));
        }

        @Override
        public Id subject() {
            return household;
        }
    }

    /** {@code resident.amend}. */
    record AmendsResident(HouseholdId household, ResidentId resident, UnaryOperator<ResidentForm> change)
            implements Work {

        @Override
        public Mono<Applied> apply(Actor actor, UseCases use, Mutation sent) {
            return Mono.fromSupplier(sent::requiredBase)
                    .flatMap(base -> use.amendResident().merge(actor, household, resident, base, sent.id(), change))
                    .map(Applied::of);
        }

        @Override
        public Id subject() {
            return household;
        }
    }

    /**
     * {@code resident.leave}.
     *
     * @param day first day on which the person no longer belongs to the household
     */
    record LeavesHousehold(HouseholdId household, ResidentId resident, LocalDate day) implements Work {

        @Override
        public Mono<Applied> apply(Actor actor, UseCases use, Mutation sent) {
            return Mono.fromSupplier(sent::requiredBase)
                    .flatMap(base -> use.amendResident().leave(actor, household, resident, base, sent.id(), day))
                    .map(Applied::of);
        }

        @Override
        public Id subject() {
            return household;
        }
    }

    /** {@code consent.record}. */
    record RecordsConsent(HouseholdId household, ResidentId resident, RecordConsent.Command command) implements Work {

        @Override
        public Mono<Applied> apply(Actor actor, UseCases use, Mutation sent) {
            return use.recordConsent()
                    .record(actor, household, resident, null, command)
                    .map(Applied::wholly);
        }

        @Override
        public Id subject() {
            return household;
        }
    }

    /** {@code task.accept}, {@code task.start}, {@code task.complete}, {@code task.decline}, {@code task.claim}. */
    record MovesTask(MoveTask.Command command) implements Work {

        @Override
        public Mono<Applied> apply(Actor actor, UseCases use, Mutation sent) {
            return use.takeOfflineMove().move(actor, command, sent.at()).map(Applied::wholly);
        }

        @Override
        public Id subject() {
            return command.id();
        }
    }
}
