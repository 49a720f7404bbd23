package vn.toso.domain.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.audit.VerifyTrail.Fault;

/** What all checkpoints together say, read one after the other. */
final class Ledger {

    private final AuditKey key;
    private final Map<UUID, Link> tips = new HashMap<>();
    private final Map<UUID, Link> trimmed = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private @Nullable Checkpoint last;

    Ledger(AuditKey key) {
        this.key = key;
    }

    void read(Checkpoint next) {
        long expected = last == null ? 1 : last.number() + 1;
        String before = last == null ? Checkpoint.NOTHING : last.hash();
        if (next.number() != expected) {
            faults.add(Fault.of("checkpoint-missing", null, expected));
        } else if (!next.hash().equals(next.hashBehind(before))) {
            faults.add(Fault.of("checkpoint-changed", null, next.number()));
        } else if (!next.key().equals(key.id())) {
            faults.add(Fault.of("checkpoint-of-another-key", null, next.number()));
        } else if (!key.hasSigned(next.hash(), next.signature())) {
            faults.add(Fault.of("checkpoint-forged", null, next.number()));
        }
        next.tips().forEach(link -> tips.merge(link.chain(), link, Ledger::later));
        next.trimmed().forEach(link -> trimmed.merge(link.chain(), link, Ledger::later));
        last = next;
    }

    private static Link later(Link one, Link other) {
        return one.seq() >= other.seq() ? one : other;
    }

    /** Where a chain begins: behind what retention took away. */
    Link beginOf(UUID chain) {
        Link gone = trimmed.get(chain);
        return gone == null ? Link.startOf(chain) : gone;
    }

    /** Where chains stood at least, those left out of which retention took everything that was signed. */
    List<Link> signedEnds() {
        return tips.values().stream()
                .filter(tip -> tip.seq() > beginOf(tip.chain()).seq())
                .toList();
    }

    List<Fault> faults() {
        return faults;
    }

    /** The latest one; null when there is none. */
    @Nullable
    Checkpoint last() {
        return last;
    }
}
