package vn.toso.api.trail;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.audit.AuditEntries;
import vn.toso.domain.audit.AuditRules;
import vn.toso.domain.audit.Trail;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.world.TestWorld;

/** Whoever is shown very many households in a short time raises the alarm, once. */
class DeedNotesTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final IdSource IDS = IdSource.timeOrdered();
    private static final Actor HOA = TestWorld.actor(TestWorld.HOA);
    private static final Actor ANH = TestWorld.actor(TestWorld.PROVINCE_ADMIN);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Store store;
    private AuditEntries entries;
    private DeedNotes notes;

    @BeforeEach
    void open() {
        store = TestStore.open(getClass().getSimpleName());
        entries = new AuditEntries(store);
        AuditRules rules = new AuditRules(store, TestWorld.CLOCK);
        await(entries.createIndexes());
        await(rules.put(ANH, null, 730, 3, 60));
        notes = new DeedNotes(new Trail(entries, IDS), rules, IDS, TestWorld.CLOCK, meters);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void the_fourth_of_three_raises_the_alarm_once() {
        await(notes.shown(HOA, "GET /v1/households", ids(3)));
        assertThat(actions()).containsExactly("READ");
        await(notes.shown(HOA, "GET /v1/households", ids(1)));
        await(notes.shown(HOA, "GET /v1/households", ids(9)));

        assertThat(actions()).containsExactlyInAnyOrder("READ", "READ", "READ", "ALARM");
        assertThat(meters.get("toso.audit.alarms").counter().count()).isEqualTo(1);
    }

    @Test
    void a_phone_that_fetches_its_hamlet_alarms_nobody() {
        await(notes.shown(HOA, "GET /v1/sync/pull", ids(50)));

        assertThat(actions()).containsExactly("READ");
    }

    @Test
    void whoever_is_shown_nothing_of_citizens_is_not_written_down() {
        await(notes.shown(HOA, "GET /v1/households", List.of()));

        assertThat(actions()).isEmpty();
    }

    private List<String> actions() {
        var all = new AuditEntries.Filter(HOA.memberId(), null, null, null);
        return await(entries.page(ANH, all, 100, null)).items().stream()
                .map(entry -> entry.action().name())
                .toList();
    }

    private static List<UUID> ids(int many) {
        return Stream.generate(UUID::randomUUID).limit(many).toList();
    }

    private static <T> T await(Mono<T> what) {
        return what.block(SOON);
    }
}
