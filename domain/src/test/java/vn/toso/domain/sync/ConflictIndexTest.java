package vn.toso.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.NOW;
import static vn.toso.domain.world.WorkingWorld.await;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import vn.toso.domain.change.Eventually;
import vn.toso.domain.id.MutationId;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;

/** The look for lost conflicts, which comes back every minute, reads none of the many other receipts. */
class ConflictIndexTest {

    @Test
    void lost_conflicts_are_found_by_an_index_of_their_own() {
        assumeTrue(TestStore.isRealEngine(), "the embedded server cannot explain");
        try (Store store = TestStore.open("ConflictIndex")) {
            Mutations mutations = new Mutations(store);
            await(mutations.createIndexes());
            for (int i = 0; i < 6; i++) {
                await(mutations.insertAll(thousand(i)));
            }

            Eventually.holds(() -> {
                Document plan = await(Mono.from(mutations
                        .statementOfConflicts(NOW.plusSeconds(5_000), 500)
                        .explain()));
                assertThat(plan.toJson())
                        .contains("verdict_1_receivedAt_1__id_1")
                        .doesNotContain("COLLSCAN");
            });
            assertThat(await(mutations
                            .conflictsSince(NOW.plusSeconds(5_000), 500)
                            .collectList()))
                    .hasSize(10)
                    .isSortedAccordingTo((one, other) -> one.receivedAt().compareTo(other.receivedAt()));
        }
    }

    private static List<Receipt> thousand(int part) {
        List<Receipt> receipts = new ArrayList<>();
        for (int i = part * 1_000; i < (part + 1) * 1_000; i++) {
            Verdict verdict = i % 100 == 0 ? Verdict.CONFLICT : Verdict.APPLIED;
            receipts.add(new Receipt(
                    new MutationId(new UUID(7, i)),
                    LAN.id(),
                    new UUID(0, 7),
                    "visit.record",
                    i,
                    verdict,
                    1L,
                    null,
                    null,
                    NOW.plusSeconds(i)));
        }
        return receipts;
    }
}
