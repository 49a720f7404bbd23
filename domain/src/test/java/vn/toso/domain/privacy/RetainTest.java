package vn.toso.domain.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.Problems.assertForbidden;
import static vn.toso.domain.world.Problems.refusalOf;
import static vn.toso.domain.world.TestWorld.DATA_OFFICER;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.TestWorld;

class RetainTest {

    private final Store store = TestStore.open("Retain");
    private final MovingClock clock = new MovingClock();
    private final List<Instant> letters = new ArrayList<>();
    private final Retain retain = new Retain(
            store,
            List.of(
                    new Kept(
                            "torn",
                            Duration.ofDays(1),
                            Duration.ofDays(1),
                            before -> Mono.error(new IllegalStateException("torn")),
                            before -> Mono.error(new IllegalStateException("torn"))),
                    new Kept(
                            "letters",
                            Duration.ofDays(100),
                            Duration.ofDays(30),
                            before -> Mono.just(letters.stream()
                                    .filter(letter -> letter.isBefore(before))
                                    .count()),
                            before -> Mono.fromSupplier(() -> {
                                long all = letters.size();
                                letters.removeIf(letter -> letter.isBefore(before));
                                return all - letters.size();
                            }))),
            clock);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_dry_run_counts_and_a_run_removes_what_is_older_than_the_rule_says() {
        letters.addAll(List.of(TestWorld.NOW.minus(Duration.ofDays(101)), TestWorld.NOW.minus(Duration.ofDays(60))));

        assertThat(counts(retain.wouldRemove(actor(DATA_OFFICER)).collectList()))
                .containsExactly(1L);
        assertThat(letters).hasSize(2);
        await(retain.decide(actor(DATA_OFFICER), "letters", 50));
        assertThat(counts(retain.wouldRemove(actor(DATA_OFFICER)).collectList()))
                .containsExactly(2L);
        assertThat(counts(retain.remove(Actor.SYSTEM).collectList())).containsExactly(2L);
        assertThat(counts(retain.remove(Actor.SYSTEM).collectList())).containsExactly(0L);
        assertThat(letters).isEmpty();
    }

    @Test
    void nobody_decides_without_the_right_or_against_what_others_need() {
        assertForbidden(retain.decide(actor(HOA), "letters", 50));
        assertForbidden(retain.wouldRemove(actor(HOA)).collectList());
        assertThat(refusalOf(retain.decide(actor(DATA_OFFICER), "letters", 29)).code())
                .isEqualTo(ProblemCode.INVALID);
        assertThat(refusalOf(retain.decide(actor(DATA_OFFICER), "parcels", 50)).code())
                .isEqualTo(ProblemCode.NOT_FOUND);
    }

    private static List<Long> counts(Mono<List<Retain.Effect>> effects) {
        return await(effects).stream().map(Retain.Effect::count).toList();
    }
}
