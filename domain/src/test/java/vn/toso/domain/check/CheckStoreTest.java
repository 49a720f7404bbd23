package vn.toso.domain.check;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import vn.toso.domain.check.CheckStore.Checked;
import vn.toso.domain.storage.Invariant;
import vn.toso.domain.storage.Invariant.Broken;

/** Only what is broken at both looks is told. */
class CheckStoreTest {

    private static final Broken EARLY = new Broken("households 1", "waits for its visit");
    private static final Broken LASTING = new Broken("households 2", "has stays that do not follow each other");
    private static final Broken OTHER = new Broken("tasks 1", "names nobody");

    /** A promise that is looked at so often, and what each look finds. */
    private record Looks(String promise, Iterator<List<Broken>> found) implements Invariant {

        @Override
        public Flux<Broken> broken() {
            return Flux.defer(() -> Flux.fromIterable(found.next()));
        }
    }

    @Test
    void a_promise_that_is_kept_is_looked_at_once() {
        Looks kept = looks(List.of(List.of()));

        assertThat(checked(kept)).containsExactly(new Checked("kept", List.of()));
        assertThat(kept.found().hasNext()).isFalse();
    }

    @Test
    void what_is_broken_at_both_looks_is_told_in_the_order_of_documents() {
        assertThat(checked(looks(List.of(List.of(OTHER, LASTING), List.of(LASTING, OTHER)))))
                .containsExactly(new Checked("kept", List.of(LASTING, OTHER)));
    }

    @Test
    void what_arrived_or_was_broken_between_the_looks_is_not_told() {
        assertThat(checked(looks(List.of(List.of(EARLY, LASTING), List.of(LASTING, OTHER)))))
                .containsExactly(new Checked("kept", List.of(LASTING)));
        assertThat(checked(looks(List.of(List.of(EARLY), List.of())))).containsExactly(new Checked("kept", List.of()));
    }

    @Test
    void every_promise_is_told_in_its_place() {
        assertThat(checked(
                        new Looks(
                                "first", List.of(List.of(OTHER), List.of(OTHER)).iterator()),
                        looks(List.of(List.of()))))
                .containsExactly(new Checked("first", List.of(OTHER)), new Checked("kept", List.of()));
    }

    private static Looks looks(List<List<Broken>> found) {
        return new Looks("kept", found.iterator());
    }

    private static List<Checked> checked(Invariant... promises) {
        return await(
                new CheckStore(List.of(promises), Duration.ofMillis(1)).run().collectList());
    }
}
