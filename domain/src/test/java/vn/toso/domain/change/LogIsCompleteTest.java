package vn.toso.domain.change;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import vn.toso.domain.household.Household;
import vn.toso.domain.storage.Invariant.Broken;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.WorkingWorld;

/** A version that the log should know and doesn't is found. */
class LogIsCompleteTest {

    private final MovingClock clock = new MovingClock();
    private WorkingWorld world;
    private Household home;

    @BeforeEach
    void open() {
        world = WorkingWorld.open("LogIsComplete", clock);
        world.people.put(aHousehold("Lô Văn Bình"));
        home = world.people.put(aHousehold("Vi Văn Thông")).get(0);
        world.settle();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void where_every_write_was_logged_nothing_is_found() {
        assertThat(world.changes()).isNotEmpty();
        assertThat(broken()).isEmpty();
    }

    @Test
    void a_document_changed_past_the_log_is_found() {
        change(set("revision.version", 7L));

        assertThat(broken()).containsExactly(new Broken("household:" + home.id() + ":7", "is not in the change log"));
    }

    @Test
    void what_is_older_than_the_log_reaches_back_is_not_missed() {
        change(set("revision.version", 7L));
        Instant forgotten = clock.instant().minus(LogSettings.DEFAULT.retention());

        change(set("revision.updatedAt", forgotten));

        assertThat(broken()).isEmpty();
    }

    @Test
    void what_was_taken_out_before_its_time_is_not_missed_and_what_came_later_is() {
        clock.advance(Duration.ofDays(1));
        await(new ForgetChanges(world.store, world.log).remove(clock.instant()));
        assertThat(await(world.log.oldest())).isEqualTo(await(world.log.head()));
        assertThat(broken()).isEmpty();

        change(combine(set("revision.version", 7L), set("revision.updatedAt", clock.instant())));
        assertThat(broken()).hasSize(1);
    }

    private void change(Bson change) {
        await(Mono.from(world.people.households.collection().documents().updateOne(eq("_id", home.id()), change)));
    }

    private List<Broken> broken() {
        return await(new LogIsComplete(world.log).broken().collectList());
    }
}
