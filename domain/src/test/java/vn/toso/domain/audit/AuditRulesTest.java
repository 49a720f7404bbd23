package vn.toso.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.Problems.assertForbidden;
import static vn.toso.domain.world.Problems.assertVersionMismatch;
import static vn.toso.domain.world.Problems.errorsOf;
import static vn.toso.domain.world.Problems.toldAtOnce;
import static vn.toso.domain.world.TestWorld.DATA_OFFICER;
import static vn.toso.domain.world.TestWorld.DISTRICT_STAFF;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.PROVINCE_ADMIN;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.team.Member;
import vn.toso.domain.world.MovingClock;

/** The province says for how long the audit is kept, within bounds; nobody says it over somebody else. */
class AuditRulesTest {

    private static final int AT_ONCE = 8;

    private final MovingClock clock = new MovingClock();
    private Store store;
    private AuditRules rules;
    private AuditRules onAnotherNode;

    @BeforeEach
    void open() {
        store = TestStore.open("AuditRules");
        rules = new AuditRules(store, clock);
        onAnotherNode = new AuditRules(store, clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void until_somebody_says_otherwise_the_audit_is_kept_as_shipped() {
        assertThat(await(rules.current())).isEqualTo(AuditSettings.SHIPPED);
        assertThat(await(rules.read(actor(DATA_OFFICER)))).isEqualTo(AuditSettings.SHIPPED);
    }

    @Test
    void what_the_province_says_holds_on_every_node_and_tells_who_said_it() {
        clock.advance(Duration.ofHours(3));
        AuditSettings said = await(put(0L, 1_000, 40, 5));

        assertThat(said.kept()).isEqualTo(Duration.ofDays(1_000));
        assertThat(said.manyHouseholds()).isEqualTo(40);
        assertThat(said.within()).isEqualTo(Duration.ofMinutes(5));
        assertThat(said.revision().version()).isEqualTo(1);
        assertThat(said.revision().updatedBy()).isEqualTo(PROVINCE_ADMIN.id());
        assertThat(said.revision().updatedAt()).isEqualTo(clock.instant());
        assertThat(await(onAnotherNode.current())).isEqualTo(said);

        AuditSettings next = await(put(null, 900, 40, 5));
        assertThat(next.revision().version()).isEqualTo(2);
        assertThat(await(onAnotherNode.read(actor(PROVINCE_ADMIN)))).isEqualTo(next);
    }

    @Test
    void saying_the_same_again_writes_nothing() {
        AuditSettings said = await(put(null, 1_000, 40, 5));
        clock.advance(Duration.ofHours(1));

        assertThat(await(put(1L, 1_000, 40, 5))).isEqualTo(said);
        assertThat(await(rules.current())).isEqualTo(said);
    }

    @Test
    void one_who_saw_another_version_changes_nothing() {
        assertVersionMismatch(put(1L, 1_000, 40, 5));
        assertThat(await(rules.current())).isEqualTo(AuditSettings.SHIPPED);

        AuditSettings said = await(put(0L, 1_000, 40, 5));

        assertVersionMismatch(put(0L, 900, 40, 5));
        assertThat(await(rules.current())).isEqualTo(said);
    }

    @Test
    void of_those_who_saw_the_same_version_one_is_heard() {
        for (long seen = 0; seen < 3; seen++) {
            List<String> told = toldAtOnce(differentThings(seen));

            assertThat(told).hasSize(AT_ONCE).containsOnlyOnce("done").containsOnly("done", "version-mismatch");
            assertThat(await(rules.current()).revision().version()).isEqualTo(seen + 1);
        }
    }

    private List<Mono<AuditSettings>> differentThings(long seen) {
        return IntStream.range(0, AT_ONCE)
                .mapToObj(i -> (i % 2 == 0 ? rules : onAnotherNode)
                        .put(actor(PROVINCE_ADMIN), seen, 400 + (int) seen * AT_ONCE + i, 40, 5))
                .toList();
    }

    @Test
    void the_shortest_and_the_longest_that_may_be_said_are_accepted() {
        assertThat(await(put(null, 365, 1, 1)).keptDays()).isEqualTo(365);
        assertThat(await(put(null, 3_650, 100_000, 1_440)).withinMinutes()).isEqualTo(1_440);
    }

    @Test
    void each_field_out_of_its_bounds_is_blamed_and_nothing_changes() {
        String[] all = {"/keptDays range", "/manyHouseholds range", "/withinMinutes range"};

        assertThat(errorsOf(put(null, 364, 0, 0))).containsExactly(all);
        assertThat(errorsOf(put(null, 3_651, 100_001, 1_441))).containsExactly(all);
        assertThat(errorsOf(put(null, 364, 40, 5))).containsExactly(all[0]);
        assertThat(errorsOf(put(null, 365, 100_001, 5))).containsExactly(all[1]);
        assertThat(errorsOf(put(null, 365, 40, 1_441))).containsExactly(all[2]);
        assertThat(await(rules.current())).isEqualTo(AuditSettings.SHIPPED);
    }

    @Test
    void who_may_read_the_audit_may_read_how_it_is_kept_and_only_the_province_may_change_that() {
        for (Member member : List.of(LAN, HOA, DISTRICT_STAFF)) {
            assertForbidden(rules.read(actor(member)));
            assertForbidden(rules.put(actor(member), null, 1_000, 40, 5));
        }
        assertForbidden(rules.put(actor(DATA_OFFICER), null, 1_000, 40, 5));
        assertThat(await(rules.current())).isEqualTo(AuditSettings.SHIPPED);
    }

    private Mono<AuditSettings> put(@Nullable Long expected, int days, int households, int minutes) {
        return rules.put(actor(PROVINCE_ADMIN), expected, days, households, minutes);
    }
}
