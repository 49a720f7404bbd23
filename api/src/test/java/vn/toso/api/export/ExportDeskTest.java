package vn.toso.api.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.problem.Problem;

class ExportDeskTest {

    private final ExportDesk desk = new ExportDesk();

    private static MemberId somebody() {
        return new MemberId(UUID.randomUUID());
    }

    @Test
    void a_node_that_stops_cuts_exports_off_after_a_while_and_says_that_they_are_not_whole() {
        // Never StepVerifier.withVirtualTime: it takes the clocks from the application that other tests run beside.
        VirtualTimeScheduler time = VirtualTimeScheduler.create();
        ExportDesk closing = new ExportDesk(time);
        List<Integer> taken = new ArrayList<>();
        AtomicReference<Throwable> end = new AtomicReference<>();
        closing.untilClosed(Flux.just(1).concatWith(Flux.never())).subscribe(taken::add, end::set);

        closing.stop();
        time.advanceTimeBy(ExportDesk.GRACE.minusMillis(1));
        assertThat(taken).containsExactly(1);
        assertThat(end).hasNullValue();
        time.advanceTimeBy(Duration.ofMillis(1));

        assertThat(end.get()).isInstanceOf(CancellationException.class);
    }

    @Test
    void an_export_that_is_done_ends_as_ever() {
        StepVerifier.create(desk.untilClosed(Flux.just(1, 2))).expectNext(1, 2).verifyComplete();
    }

    @Test
    void nobody_takes_all_seats_and_everybody_gives_theirs_back() {
        MemberId one = somebody();
        desk.sit(one);
        desk.sit(one);
        assertThat(catchThrowableOfType(Problem.class, () -> desk.sit(one)).reason())
                .isEqualTo("too-many-requests.exports");
        List<MemberId> others = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            others.add(desk.sit(somebody()));
        }
        assertThat(catchThrowableOfType(Problem.class, () -> desk.sit(somebody()))
                        .reason())
                .isEqualTo("unavailable.exports");

        others.forEach(desk::leave);
        desk.leave(one);
        desk.sit(one);
    }
}
