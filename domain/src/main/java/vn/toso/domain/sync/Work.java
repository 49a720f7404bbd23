package vn.toso.domain.sync;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.id.Id;
import vn.toso.domain.id.VisitId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.visit.RecordVisit;

/** What a mutation asks for, read; each kind knows the one use case that REST asks as well. */
public sealed interface Work {

    /** Carries it out; what fails with a {@link Problem} was refused. */
    Mono<Applied> apply(Actor actor, UseCases use, Mutation sent);

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
}
