package vn.toso.domain.audit;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.Problems.assertForbidden;
import static vn.toso.domain.world.Problems.errorsOf;
import static vn.toso.domain.world.WorkingWorld.await;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import vn.toso.domain.audit.VerifyTrail.Fault;
import vn.toso.domain.audit.VerifyTrail.Report;
import vn.toso.domain.storage.Invariant.Broken;
import vn.toso.domain.storage.PageToken;

/** The ends of chains are looked at as well, and what retention takes is no fault. */
class VerifyTrailTest {

    private AuditWorld audit;

    @BeforeEach
    void open() {
        audit = AuditWorld.open("VerifyTrail");
    }

    @AfterEach
    void close() {
        audit.close();
    }

    @Test
    void a_last_entry_with_another_hash_is_told_once() {
        UUID chain = audit.writtenAndSigned(5);
        audit.tamper(chain, 5, set("hash", AuditEntry.sha256("another")));

        assertThat(audit.faults()).containsExactly(Fault.of("changed", chain, 5));
    }

    @Test
    void a_last_entry_that_was_written_anew_with_its_hash_is_found_by_what_was_signed() {
        UUID chain = audit.writtenAndSigned(5);
        AuditEntry forged = AuditEntry.behind(audit.link(chain, 4), audit.deed());
        audit.takeOut(chain, 5);
        await(audit.entries.insert(List.of(forged)));

        assertThat(audit.faults()).containsExactly(Fault.of("changed", chain, 5));
    }

    @Test
    void a_checkpoint_that_says_something_else_is_found_though_its_hash_is_right() {
        UUID chain = audit.writtenAndSigned(5);
        Checkpoint old = audit.signed().get(0);
        audit.takeOut(chain, 5);
        sayInstead(old, List.of(audit.link(chain, 4)));

        assertThat(audit.faults()).containsExactly(Fault.of("checkpoint-forged", null, 1));
        assertThat(await(new AuditIsWhole(audit.verifying()).broken().collectList()))
                .containsExactly(new Broken("audit_checkpoints 1", "is checkpoint-forged"));
    }

    /** A checkpoint with a hash that is right, under the name of a key that its author doesn't have. */
    private void sayInstead(Checkpoint old, List<Link> tips) {
        String hash = new Checkpoint(1, old.at(), tips, List.of(), old.key(), "", "").hashBehind(Checkpoint.NOTHING);
        String signature = AuditKey.make().sign(hash);
        var checkpoints = audit.store.collection("audit_checkpoints", Checkpoint.class);
        await(Mono.from(checkpoints.replaceOne(
                eq("_id", 1L), new Checkpoint(1, old.at(), tips, List.of(), old.key(), hash, signature))));
    }

    @Test
    void what_retention_is_about_to_take_is_no_fault_however_far_it_came() {
        UUID chain = audit.writtenAndSigned(5);
        await(audit.checkpoints.signTrimmed(List.of(audit.link(chain, 3))));
        assertThat(audit.faults()).isEmpty();

        audit.tamper(chain, 2, set("operation", "GET /v1/me"));
        audit.takeOut(chain, 3);
        assertThat(audit.faults()).isEmpty();

        audit.takeOut(chain, 4);
        assertThat(audit.faults()).containsExactly(Fault.of("missing", chain, 4));
    }

    @Test
    void a_chain_that_retention_took_to_its_end_is_not_missed() {
        UUID old = audit.writtenAndSigned(5);
        await(audit.checkpoints.signTrimmed(List.of(audit.link(old, 5))));
        await(audit.entries.delete(old, 5));

        Report report = audit.verify();

        assertThat(report.faults()).isEmpty();
        assertThat(report.entries()).isZero();
        assertThat(report.head()).isEqualTo(audit.signed().get(1));
    }

    @Test
    void an_audit_that_is_wrong_all_over_is_looked_at_to_its_end_and_told_in_part() {
        UUID chain = audit.writtenAndSigned(120);
        await(Mono.from(audit.documents().updateMany(eq("chain", chain), set("operation", "GET /v1/me"))));

        Report report = audit.verify();

        assertThat(report.entries()).isEqualTo(120);
        assertThat(report.faults())
                .hasSize(100)
                .doesNotHaveDuplicates()
                .allMatch(fault -> fault.kind().equals("changed") && chain.equals(fault.chain()));
    }

    @Test
    void a_part_that_ends_with_the_last_entry_leaves_the_ends_to_the_next() {
        UUID chain = audit.writtenAndSigned(5);
        audit.takeOut(chain, 5);

        Report first = await(audit.verifying().verify(AuditWorld.OFFICER, null, 4, null));
        Report rest = await(audit.verifying().verify(AuditWorld.OFFICER, null, 4, first.next()));

        assertThat(first.faults()).isEmpty();
        assertThat(rest.entries()).isZero();
        assertThat(rest.faults()).containsExactly(Fault.of("cut", chain, 5));
        assertThat(rest.next()).isNull();
    }

    @Test
    void who_may_not_read_the_audit_may_not_verify_it() {
        assertForbidden(audit.verifying().verify(AuditWorld.LAN, null, 100, null));
    }

    @Test
    void a_part_of_nothing_or_of_too_much_and_a_beginning_that_was_never_told_are_refused() {
        assertThat(errorsOf(part(0, null))).containsExactly("/limit range");
        assertThat(errorsOf(part(VerifyTrail.MOST + 1, null))).containsExactly("/limit range");
        UUID chain = UUID.randomUUID();
        for (String foreign : List.of(
                "?", PageToken.of(chain), PageToken.of(chain, "first", "hash"), PageToken.of("a chain", 1, "hash"))) {
            assertThat(errorsOf(part(10, foreign))).as(foreign).containsExactly("/after page-token");
        }
        assertThat(audit.verify().faults()).isEmpty();
    }

    private Mono<Report> part(int limit, @Nullable String after) {
        return audit.verifying().verify(AuditWorld.OFFICER, null, limit, after);
    }
}
