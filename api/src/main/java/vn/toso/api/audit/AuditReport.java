package vn.toso.api.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.audit.Checkpoint;
import vn.toso.domain.audit.VerifyTrail;

/**
 * Whether the audit is as it was written.
 *
 * @param intact whether nothing is wrong in this part
 * @param entries how many were looked at
 * @param next what to send as {@code after} for the next part; absent when everything was looked at
 * @param head the latest signed checkpoint: note its hash, and send it as {@code known} some day
 */
record AuditReport(
        boolean intact,
        long entries,
        List<Fault> faults,
        @Nullable String next,
        @Nullable Head head) {

    /**
     * @param kind what is wrong
     * @param chain absent for a checkpoint
     * @param seq position in the chain, or number of the checkpoint
     */
    record Fault(String kind, @Nullable UUID chain, long seq) {}

    /** @param key names the key that signed */
    record Head(long number, String hash, Instant at, String key, String signature) {}

    static AuditReport of(VerifyTrail.Report report) {
        Checkpoint head = report.head();
        return new AuditReport(
                report.faults().isEmpty(),
                report.entries(),
                report.faults().stream()
                        .map(fault -> new Fault(fault.kind(), fault.chain(), fault.seq()))
                        .toList(),
                report.next(),
                head == null ? null : new Head(head.number(), head.hash(), head.at(), head.key(), head.signature()));
    }
}
