package vn.toso.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.NOW;
import static vn.toso.domain.world.WorkingWorld.await;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toso.domain.id.MutationId;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.world.Names;

/** The first answer to a mutation holds, whoever kept it. */
class MutationsTest {

    private Store store;
    private Mutations mutations;

    @BeforeEach
    void open() {
        store = TestStore.open("Mutations");
        mutations = new Mutations(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_push_without_work_asks_and_keeps_nothing() {
        assertThat(await(mutations.insertAll(List.of()))).isEmpty();
        assertThat(await(mutations.findAll(List.of()))).isEmpty();
    }

    @Test
    void what_another_node_answered_before_holds_and_the_rest_is_kept() {
        Receipt told = receipt("một", Verdict.CONFLICT);
        assertThat(await(mutations.insertAll(List.of(told)))).isEmpty();
        Receipt otherwise = receipt("một", Verdict.APPLIED);
        Receipt fresh = receipt("hai", Verdict.APPLIED);

        assertThat(await(mutations.insertAll(List.of(otherwise, fresh)))).containsOnlyKeys(told.id());

        assertThat(await(mutations.findAll(List.of(told.id(), fresh.id()))))
                .containsEntry(told.id(), told)
                .containsEntry(fresh.id(), fresh);
    }

    @Test
    void of_a_conflict_that_was_carried_out_meanwhile_nothing_is_written_over() {
        Receipt lost = receipt("ba", Verdict.CONFLICT);
        await(mutations.insertAll(List.of(lost)));
        await(mutations.applied(lost.id(), 9).thenReturn(true));

        await(mutations.forgetBody(lost));

        Receipt now = await(mutations.findAll(List.of(lost.id()))).get(lost.id());
        assertThat(now.verdict()).isEqualTo(Verdict.APPLIED);
        assertThat(now.version()).isEqualTo(9);
    }

    private static Receipt receipt(String word, Verdict verdict) {
        MutationId id = new MutationId(Names.uuid("mutation " + word));
        return new Receipt(id, LAN.id(), new UUID(0, 7), "household.amend", 1, verdict, 1L, null, "{}", NOW);
    }
}
