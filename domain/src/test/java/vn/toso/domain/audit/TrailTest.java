package vn.toso.domain.audit;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.toso.domain.world.WorkingWorld.await;

import com.mongodb.MongoBulkWriteException;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import vn.toso.domain.audit.VerifyTrail.Fault;

/** A node writes on its own chain, and leaves a chain that somebody else writes on. */
class TrailTest {

    private AuditWorld audit;

    @BeforeEach
    void open() {
        audit = AuditWorld.open("Trail");
    }

    @AfterEach
    void close() {
        audit.close();
    }

    @Test
    void no_deeds_leave_nothing_to_write_or_to_sign() {
        await(audit.trail.write(List.of()));

        assertThat(audit.trail.unsealed()).isEmpty();
        assertThat(audit.verify().entries()).isZero();
        await(audit.checkpoints.run());
        assertThat(audit.signed()).isEmpty();
    }

    @Test
    void where_somebody_took_the_next_place_the_write_fails_and_the_next_one_begins_a_new_chain() {
        await(audit.trail.write(List.of(audit.deed())));
        UUID chain = audit.trail.unsealed().get(0).chain();
        pushIn(chain);
        Deed refused = audit.deed();

        assertThatThrownBy(() -> await(audit.trail.write(List.of(refused))))
                .isInstanceOf(MongoBulkWriteException.class);
        assertThat(await(audit.entries.known(List.of(refused.id())))).isEmpty();
        await(audit.trail.write(List.of(refused)));

        Document again =
                await(Mono.from(audit.documents().find(eq("_id", refused.id())).first()));
        assertThat(again.getLong("seq")).isEqualTo(1);
        assertThat(again.get("chain", UUID.class)).isNotEqualTo(chain);
        assertThat(audit.faults()).containsExactly(Fault.of("changed", chain, 2));
    }

    /** An entry that stands where the chain goes on, with all that is true of the one before it. */
    private void pushIn(UUID chain) {
        Document copy = await(
                Mono.from(audit.documents().find(AuditWorld.place(chain, 1)).first()));
        copy.put("_id", "somebody else's");
        copy.put("seq", 2L);
        await(Mono.from(audit.documents().insertOne(copy)));
    }
}
