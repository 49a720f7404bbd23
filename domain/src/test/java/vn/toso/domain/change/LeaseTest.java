package vn.toso.domain.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;

class LeaseTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration LENGTH = Duration.ofSeconds(10);

    private final Store store = TestStore.open("Lease");
    private final MongoCollection<Document> leases = store.collection("leases", Document.class);
    private final MovingClock clock = new MovingClock();
    private final Lease mine = lease(clock);
    private final Lease theirs = lease(clock);

    @AfterEach
    void close() {
        store.close();
    }

    private Lease lease(MovingClock itsClock) {
        return new Lease(leases, "sweep", UUID.randomUUID(), LENGTH, itsClock);
    }

    private static boolean takes(Lease lease) {
        return lease.take().block(SOON);
    }

    @Test
    void it_stays_with_its_holder_until_it_is_over() {
        assertThat(takes(mine)).isTrue();
        assertThat(takes(theirs)).isFalse();

        clock.advance(LENGTH.minusMillis(1));
        assertThat(takes(theirs)).isFalse();

        clock.advance(Duration.ofMillis(1));
        assertThat(takes(theirs)).isTrue();
        assertThat(takes(mine)).isFalse();
    }

    @Test
    void renewing_keeps_it_also_when_it_was_over_and_nobody_came() {
        takes(mine);
        clock.advance(LENGTH.minusSeconds(1));
        assertThat(takes(mine)).isTrue();
        clock.advance(LENGTH.minusSeconds(1));
        assertThat(takes(theirs)).isFalse();

        clock.advance(LENGTH);
        assertThat(takes(mine)).isTrue();
        assertThat(takes(theirs)).isFalse();
    }

    @Test
    void the_holder_asks_again_after_a_third_of_it() {
        takes(mine);
        Mono.from(leases.deleteMany(new Document())).block(SOON);
        clock.advance(LENGTH.dividedBy(3).minusMillis(1));
        assertThat(mine.isHeld().block(SOON)).isTrue();
        assertThat(Mono.from(leases.find().first()).block(SOON)).isNull();

        clock.advance(LENGTH);
        takes(theirs);
        assertThat(mine.isHeld().block(SOON)).isFalse();
    }

    @Test
    void releasing_lets_others_in_at_once_and_only_the_holder_can() {
        takes(mine);
        theirs.release().block(SOON);
        assertThat(takes(theirs)).isFalse();

        mine.release().block(SOON);
        assertThat(takes(theirs)).isTrue();
    }

    @Test
    void of_many_who_come_at_once_one_gets_it() {
        for (int round = 0; round < 5; round++) {
            List<Lease> all = Stream.generate(() -> lease(clock)).limit(8).toList();
            List<Boolean> held =
                    Flux.fromIterable(all).flatMap(Lease::take, 8).collectList().block(SOON);

            assertThat(held).as("round %s", round).containsOnlyOnce(true);
            clock.advance(LENGTH);
        }
    }

    @Test
    void a_tenure_lasts_while_nobody_else_had_it() {
        takes(mine);
        Lease.Tenure first = mine.tenure();
        clock.advance(LENGTH.multipliedBy(2));
        takes(mine);
        assertThat(mine.tenure()).isEqualTo(first);

        clock.advance(LENGTH);
        takes(theirs);
        clock.advance(LENGTH);
        takes(mine);
        assertThat(mine.tenure()).isNotEqualTo(first);
        assertThat(theirs.tenure()).isNotNull();
    }

    @Test
    void who_finds_it_given_back_or_new_has_no_rival_and_who_finds_it_over_may_have_one() {
        takes(mine);
        assertThat(mine.tenure().contested()).isFalse();
        mine.release().block(SOON);
        takes(theirs);
        assertThat(theirs.tenure().contested()).isFalse();

        clock.advance(LENGTH);
        takes(mine);
        assertThat(mine.tenure().contested()).isTrue();
    }

    /** The answer to who took it over got lost; another one may have had it before. */
    @Test
    void who_finds_it_taken_in_its_own_name_without_knowing_of_it_may_have_a_rival() {
        UUID node = UUID.randomUUID();
        takes(new Lease(leases, "sweep", node, LENGTH, clock));
        Lease unaware = new Lease(leases, "sweep", node, LENGTH, clock);

        assertThat(takes(unaware)).isTrue();

        assertThat(unaware.tenure().contested()).isTrue();
    }

    @Test
    void a_clock_that_is_set_back_does_not_keep_it_from_asking() {
        Lease brief = new Lease(leases, "brief", UUID.randomUUID(), Duration.ofMillis(30), clock);
        takes(brief);
        Mono.from(leases.deleteMany(new Document())).block(SOON);
        clock.advance(Duration.ofHours(-1));

        Eventually.holds(() -> {
            brief.isHeld().block(SOON);
            assertThat(Mono.from(leases.find().first()).block(SOON)).isNotNull();
        });
    }

    @Test
    void a_clock_that_is_ahead_takes_over_too_early_and_is_seen_by_the_other() {
        MovingClock ahead = new MovingClock();
        ahead.advance(Duration.ofHours(1));
        Lease hasty = lease(ahead);

        assertThat(takes(mine)).isTrue();
        assertThat(takes(hasty)).isTrue();
        assertThat(takes(mine)).isFalse();
    }
}
