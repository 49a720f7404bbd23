package vn.toso.api.export;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;

/** So many exports run at once on a node: each takes some megabytes. Those that take long end with the node. */
@Component
final class ExportDesk implements SmartLifecycle {

    private static final int SEATS = 8;
    private static final int SEATS_OF_ONE = 2;

    /** How long exports may go on when the node is to stop: most are done by then, for the others there is the cursor. */
    static final Duration GRACE = Duration.ofSeconds(3);

    private final Map<MemberId, Integer> taken = new HashMap<>();
    private final Sinks.Empty<Void> closing = Sinks.empty();
    private final Scheduler timer;
    private int inAll;
    private volatile boolean running;

    ExportDesk() {
        this(Schedulers.parallel());
    }

    /** With a time of a test's own. */
    ExportDesk(Scheduler timer) {
        this.timer = timer;
    }

    /** {@code too-many-requests} for somebody who has two already, {@code unavailable} when every seat is taken. */
    synchronized MemberId sit(MemberId member) {
        if (taken.getOrDefault(member, 0) == SEATS_OF_ONE) {
            throw Problem.of(ProblemCode.TOO_MANY_REQUESTS, "too-many-requests.exports");
        }
        if (inAll == SEATS) {
            throw Problem.of(ProblemCode.UNAVAILABLE, "unavailable.exports");
        }
        taken.merge(member, 1, Integer::sum);
        inAll++;
        return member;
    }

    synchronized void leave(MemberId member) {
        taken.computeIfPresent(member, (id, seats) -> seats == 1 ? null : Integer.valueOf(seats - 1));
        inAll--;
    }

    /** The same file, cut off when the node has to stop: with an error, so that nobody takes it for the whole. */
    <T> Flux<T> untilClosed(Flux<T> file) {
        return file.takeUntilOther(closing.asMono()
                .then(Mono.delay(GRACE, timer))
                .then(Mono.error(() -> new CancellationException("The node stops before the export is done"))));
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the web server waits for its last answers: a slow reader would keep it waiting. */
    @Override
    public void stop() {
        running = false;
        closing.tryEmitEmpty();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
