package vn.toso.domain.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;

/** Says which problem something is refused with. */
public final class Problems {

    private static final Duration SOON = Duration.ofSeconds(20);

    private Problems() {}

    public static Problem refusalOf(ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).isInstanceOf(Problem.class);
        return (Problem) thrown;
    }

    public static Problem refusalOf(Mono<?> request) {
        return refusalOf(() -> request.block(SOON));
    }

    /** {@code pointer rule} of each error, in their order. */
    public static List<String> errorsOf(Mono<?> request) {
        Problem problem = refusalOf(request);
        assertThat(problem.code()).isEqualTo(ProblemCode.INVALID);
        return problem.errors().stream()
                .map(error -> error.pointer() + " " + error.code())
                .toList();
    }

    public static void assertNotFound(Mono<?> request) {
        assertThat(refusalOf(request).code()).isEqualTo(ProblemCode.NOT_FOUND);
    }

    public static void assertForbidden(Mono<?> request) {
        assertThat(refusalOf(request).code()).isEqualTo(ProblemCode.FORBIDDEN);
    }

    /** A conflict with this reason, {@code conflict.} left off. */
    public static void assertConflict(String reason, Mono<?> request) {
        Problem problem = refusalOf(request);
        assertThat(problem.code()).isEqualTo(ProblemCode.CONFLICT);
        assertThat(problem.reason()).isEqualTo("conflict." + reason);
    }

    public static void assertVersionMismatch(Mono<?> request) {
        assertThat(refusalOf(request).code()).isEqualTo(ProblemCode.VERSION_MISMATCH);
    }

    /** What becomes of requests that are made at the same time: {@code done}, or the reason of the refusal. */
    public static List<String> toldAtOnce(List<? extends Mono<?>> requests) {
        return Flux.fromIterable(requests)
                .flatMap(request -> request.map(done -> "done")
                        .onErrorResume(Problem.class, refusal -> Mono.just(refusal.reason())))
                .collectList()
                .block(SOON);
    }
}
