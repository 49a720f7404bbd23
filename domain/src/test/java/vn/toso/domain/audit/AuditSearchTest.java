package vn.toso.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.audit.AuditWorld.LAN;
import static vn.toso.domain.audit.AuditWorld.OFFICER;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toso.domain.storage.Page;
import vn.toso.domain.world.TestWorld;

/** What was written is found again. */
class AuditSearchTest {

    private AuditWorld audit;

    @BeforeEach
    void open() {
        audit = AuditWorld.open("AuditSearch");
    }

    @AfterEach
    void close() {
        audit.close();
    }

    @Test
    void what_was_written_is_found_by_member_by_entity_and_by_time() {
        UUID household = UUID.randomUUID();
        Deed read = audit.deed(LAN, List.of(household, UUID.randomUUID()));
        await(audit.trail.write(List.of(read, audit.deed(OFFICER, List.of()))));
        audit.clock.advance(Duration.ofHours(1));
        await(audit.trail.write(List.of(audit.deed(LAN, List.of()))));

        assertThat(list(new AuditEntries.Filter(null, household, null, null))).containsExactly(read.id());
        assertThat(list(new AuditEntries.Filter(LAN.memberId(), null, null, null)))
                .hasSize(2);
        Instant half = TestWorld.NOW.plus(Duration.ofMinutes(30));
        assertThat(list(new AuditEntries.Filter(LAN.memberId(), null, null, half)))
                .containsExactly(read.id());
        assertThat(list(new AuditEntries.Filter(null, null, half, null))).hasSize(1);
    }

    @Test
    void pages_give_everything_once() {
        List<Deed> many =
                IntStream.range(0, 25).mapToObj(i -> audit.deed(LAN, List.of())).toList();
        await(audit.trail.write(many));
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            Page<AuditEntry> page =
                    await(audit.entries.page(OFFICER, new AuditEntries.Filter(null, null, null, null), 7, after));
            page.items().forEach(entry -> seen.add(entry.id()));
            after = page.next();
        } while (after != null);

        assertThat(seen)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(many.stream().map(Deed::id).toList());
    }

    private List<String> list(AuditEntries.Filter filter) {
        return await(audit.entries.page(OFFICER, filter, 100, null)).items().stream()
                .map(AuditEntry::id)
                .toList();
    }
}
