package vn.toso.domain.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.storage.PageToken;

/**
 * Finds out whether the audit is as it was written. What was changed breaks its hash, what was taken out leaves a gap, what
 * was cut off at an end is missing at a position that a checkpoint has signed. What it can't find: entries cut off before
 * a checkpoint had them, which is a minute of a node's work; and a database set back as a whole to an older state, unless
 * the caller knows a later checkpoint (the node's log tells each, and so does every answer).
 */
public final class VerifyTrail {

    /** Entries of one call. */
    public static final int MOST = 200_000;

    private static final int MOST_FAULTS = 100;
    private static final int AT_ONCE = 8;

    /**
     * Something that is not as it was written.
     *
     * @param kind {@code changed}, {@code missing}, {@code cut}, {@code checkpoint-changed}, {@code checkpoint-missing},
     *     {@code checkpoint-forged}, {@code checkpoint-of-another-key}, {@code checkpoint-unknown}
     * @param chain null for a checkpoint
     * @param seq the position in the chain, or the number of the checkpoint
     */
    public record Fault(String kind, @Nullable UUID chain, long seq) {

        static Fault of(String kind, @Nullable UUID chain, long seq) {
            return new Fault(kind, chain, seq);
        }
    }

    /**
     * @param entries how many were looked at
     * @param faults none when everything is as it was written, so far
     * @param next what to ask for to go on; null when everything was looked at
     * @param head the latest checkpoint; null when there is none
     */
    public record Report(
            long entries,
            List<Fault> faults,
            @Nullable String next,
            @Nullable Checkpoint head) {}

    private final AuditEntries entries;
    private final Checkpoints checkpoints;
    private final AuditKey key;

    public VerifyTrail(AuditEntries entries, Checkpoints checkpoints, AuditKey key) {
        this.entries = entries;
        this.checkpoints = checkpoints;
        this.key = key;
    }

    /**
     * Looks at a part of the entries, and with the last part at the ends.
     *
     * @param known the hash of a checkpoint that the caller noted earlier, which must be among those that are there; null for
     *     none
     * @param limit how many entries, 1 to {@link #MOST}
     * @param after the {@code next} of the part before; null for the first
     */
    public Mono<Report> verify(Actor actor, @Nullable String known, int limit, @Nullable String after) {
        return Mono.defer(() -> {
            actor.require(Permission.READ_AUDIT);
            if (limit < 1 || limit > MOST) {
                throw Problem.invalid("/limit", "range", 1, MOST);
            }
            return requestLedger(known)
                    .flatMap(ledger -> requestStart(after).flatMap(walk -> walked(ledger, walk, limit)));
        });
    }

    private Mono<Ledger> requestLedger(@Nullable String known) {
        Ledger ledger = new Ledger(key);
        boolean[] met = {known == null};
        return checkpoints
                .behind(0)
                .doOnNext(next -> {
                    met[0] |= next.hash().equals(known);
                    ledger.read(next);
                })
                .then(Mono.fromSupplier(() -> {
                    if (!met[0]) {
                        ledger.faults().add(Fault.of("checkpoint-unknown", null, 0));
                    }
                    return ledger;
                }));
    }

    /** Where one call begins. */
    private record Start(@Nullable Link behind) {}

    private Mono<Start> requestStart(@Nullable String after) {
        if (after == null) {
            return Mono.just(new Start(null));
        }
        List<String> parts = PageToken.parts(after, 3);
        try {
            Link behind = new Link(PageToken.uuid(parts.get(0)), Long.parseLong(parts.get(1)), parts.get(2));
            return Mono.just(new Start(behind));
        } catch (NumberFormatException notOurs) {
            return Mono.error(PageToken::foreign);
        }
    }

    private Mono<Report> walked(Ledger ledger, Start start, int limit) {
        Walk walk = new Walk(ledger, start.behind());
        return entries.walk(start.behind(), limit)
                .doOnNext(walk::meet)
                .then(Mono.defer(() -> walk.count() == limit ? Mono.just(List.<Fault>of()) : requestCuts(ledger)))
                .map(cuts -> toReport(ledger, walk, cuts, limit));
    }

    private Mono<List<Fault>> requestCuts(Ledger ledger) {
        return Flux.fromIterable(ledger.signedEnds())
                .flatMap(this::requestCut, AT_ONCE)
                .take(MOST_FAULTS)
                .collectList();
    }

    /** The signed end must be there still, and be what it was. */
    private Mono<Fault> requestCut(Link signed) {
        return entries.at(signed.chain(), signed.seq())
                .map(AuditEntry::hash)
                .defaultIfEmpty("")
                .filter(hash -> !hash.equals(signed.hash()))
                .map(hash -> Fault.of(hash.isEmpty() ? "cut" : "changed", signed.chain(), signed.seq()));
    }

    private static Report toReport(Ledger ledger, Walk walk, List<Fault> cuts, int limit) {
        List<Fault> faults = new ArrayList<>(ledger.faults());
        faults.addAll(walk.faults());
        cuts.stream().filter(cut -> !faults.contains(cut)).forEach(faults::add);
        Link last = walk.last();
        String next =
                walk.count() == limit && last != null ? PageToken.of(last.chain(), last.seq(), last.hash()) : null;
        return new Report(walk.count(), faults.subList(0, Math.min(faults.size(), MOST_FAULTS)), next, ledger.last());
    }

    /** Entries met one after the other, chain by chain. */
    private static final class Walk {

        private final Ledger ledger;
        private final List<Fault> faults = new ArrayList<>();
        private @Nullable Link last;
        private long count;

        Walk(Ledger ledger, @Nullable Link behind) {
            this.ledger = ledger;
            this.last = behind;
        }

        void meet(AuditEntry entry) {
            count++;
            Link begin = ledger.beginOf(entry.chain());
            Link before = last != null && last.chain().equals(entry.chain()) ? last : begin;
            last = entry.link();
            if (entry.seq() <= begin.seq()) {
                return; // retention is about to take it
            }
            if (before.seq() < begin.seq()) {
                before = begin;
            }
            if (faults.size() < MOST_FAULTS) {
                compare(before, entry);
            }
        }

        private void compare(Link before, AuditEntry entry) {
            if (entry.seq() != before.seq() + 1) {
                faults.add(Fault.of("missing", entry.chain(), before.seq() + 1));
            } else if (!entry.hash().equals(entry.hashBehind(before.hash()))) {
                faults.add(Fault.of("changed", entry.chain(), entry.seq()));
            }
        }

        List<Fault> faults() {
            return faults;
        }

        @Nullable
        Link last() {
            return last;
        }

        long count() {
            return count;
        }
    }
}
