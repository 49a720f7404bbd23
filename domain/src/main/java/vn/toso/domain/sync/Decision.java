package vn.toso.domain.sync;

import com.mongodb.MongoException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Exceptions;
import vn.toso.domain.change.DuplicateDocument;
import vn.toso.domain.change.StaleVersion;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.storage.Store;

/** What a failure means for the mutation that met it. */
record Decision(Verdict verdict, Problem problem) {

    private static final Logger LOG = LoggerFactory.getLogger(Decision.class);

    /**
     * Throws the failure where it says nothing about the mutation: the phone is to send everything again. A fault of ours
     * in one item is no reason to refuse it for ever, with all that is sent beside it: the item is kept for a leader.
     */
    static Decision of(Mutation mutation, Throwable failure) {
        if (failure instanceof Problem problem) {
            return of(mutation, problem);
        }
        if (failure instanceof DuplicateDocument || failure instanceof StaleVersion) {
            return new Decision(Verdict.CONFLICT, Problem.of(ProblemCode.CONFLICT, "conflict.exists"));
        }
        if (concernsAll(failure)) {
            throw Exceptions.propagate(failure);
        }
        LOG.error("Mutation {} of kind {} could not be carried out", mutation.id(), mutation.kind(), failure);
        return new Decision(Verdict.REJECTED, Problem.of(ProblemCode.UNAVAILABLE, "unavailable.mutation"));
    }

    /** Whether the failure says nothing about a mutation: the phone is to send everything again. */
    static boolean concernsAll(Throwable failure) {
        return failure instanceof MongoException || Store.isUnavailable(failure) || failure instanceof Error;
    }

    private static Decision of(Mutation mutation, Problem problem) {
        if (mutation.work() instanceof Work.Unreadable) {
            return new Decision(Verdict.REJECTED, problem);
        }
        return switch (problem.code()) {
            case CONFLICT, VERSION_MISMATCH -> inConflict(problem);
            case NOT_FOUND -> notFound(problem);
            case UNAVAILABLE, TOO_MANY_REQUESTS -> throw problem;
            default -> new Decision(Verdict.REJECTED, problem);
        };
    }

    private static Decision inConflict(Problem problem) {
        if (problem.reason().equals("conflict.busy")) {
            throw Problem.of(ProblemCode.UNAVAILABLE, "unavailable.busy");
        }
        return new Decision(Verdict.CONFLICT, problem);
    }

    /** A person who isn't in a household within the scope is a mistake; all else may be there for somebody else. */
    private static Decision notFound(Problem problem) {
        boolean within = problem.reason().equals("not-found.resident");
        return new Decision(within ? Verdict.REJECTED : Verdict.QUARANTINED, problem);
    }
}
