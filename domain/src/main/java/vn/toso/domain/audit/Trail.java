package vn.toso.domain.audit;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.storage.GroupCommit;
import vn.toso.domain.storage.GroupCommit.Outcome;

/**
 * Writes down what was done, on this node's chain: what waits goes in together, in one ordered insert, and nothing overlaps
 * it. What {@link #write} has answered is stored; a deed under way when the node dies is not, and neither is its answer.
 */
public final class Trail {

    private static final int LARGEST_GROUP = 1_000;
    private static final int MOST_TRIES = 5;

    private final AuditEntries entries;
    private final IdSource ids;
    private final GroupCommit<List<Deed>, Boolean> groups =
            new GroupCommit<>(LARGEST_GROUP, List::size, this::writeGroup);

    /** The last entry known to be in; only the group that is under way changes it. */
    private volatile Link last;

    /** How far each chain of this process has come, for the next checkpoint. */
    private final Map<java.util.UUID, Link> reached = new ConcurrentHashMap<>();

    public Trail(AuditEntries entries, IdSource ids) {
        this.entries = entries;
        this.ids = ids;
        this.last = Link.startOf(ids.next());
    }

    /** Completes when all of them are stored; one that was told before is left alone. */
    public Mono<Void> write(List<Deed> deeds) {
        return deeds.isEmpty() ? Mono.empty() : groups.submit(deeds).then();
    }

    /** How far the chains of this node have come since the last call that was followed by {@link #sealed}. */
    List<Link> unsealed() {
        return List.copyOf(reached.values());
    }

    /** These positions are in a checkpoint. */
    void sealed(List<Link> positions) {
        positions.forEach(link -> reached.remove(link.chain(), link));
    }

    private Mono<List<Outcome<Boolean>>> writeGroup(List<List<Deed>> group) {
        Map<String, Deed> distinct = new LinkedHashMap<>();
        group.forEach(deeds -> deeds.forEach(deed -> distinct.putIfAbsent(deed.id(), deed)));
        List<Outcome<Boolean>> done = group.stream()
                .<Outcome<Boolean>>map(deeds -> new Outcome.Done<>(true))
                .toList();
        return write(List.copyOf(distinct.values()), 0).thenReturn(done);
    }

    private Mono<Void> write(List<Deed> deeds, int tries) {
        if (deeds.isEmpty()) {
            return Mono.empty();
        }
        List<AuditEntry> sealed = sealed(last, deeds);
        return entries.insert(sealed)
                .then(Mono.<Void>fromRunnable(() -> reached(sealed)))
                .onErrorResume(MongoBulkWriteException.class, e -> goOn(deeds, sealed, e, tries))
                .onErrorMap(this::newChain);
    }

    private static List<AuditEntry> sealed(Link behind, List<Deed> deeds) {
        List<AuditEntry> sealed = new ArrayList<>(deeds.size());
        Link before = behind;
        for (Deed deed : deeds) {
            AuditEntry entry = AuditEntry.behind(before, deed);
            sealed.add(entry);
            before = entry.link();
        }
        return sealed;
    }

    /** Those before the failed one are in; it itself is written down already. */
    private Mono<Void> goOn(List<Deed> deeds, List<AuditEntry> sealed, MongoBulkWriteException failure, int tries) {
        if (!isDuplicate(failure) || tries == MOST_TRIES) {
            return Mono.error(failure);
        }
        int failed = failure.getWriteErrors().get(0).getIndex();
        reached(sealed.subList(0, failed));
        List<Deed> left = deeds.subList(failed, deeds.size());
        return entries.known(left.stream().map(Deed::id).toList())
                .flatMap(known -> write(without(known, left), tries + 1));
    }

    private static List<Deed> without(Set<String> known, List<Deed> deeds) {
        return deeds.stream().filter(deed -> !known.contains(deed.id())).toList();
    }

    private void reached(List<AuditEntry> written) {
        if (!written.isEmpty()) {
            Link now = written.get(written.size() - 1).link();
            last = now;
            reached.put(now.chain(), now);
        }
    }

    /** Nobody knows what became of the last write: whatever of it is in stands well in its chain, and nothing follows it. */
    private Throwable newChain(Throwable failure) {
        last = Link.startOf(ids.next());
        return failure;
    }

    private static boolean isDuplicate(MongoBulkWriteException failure) {
        return failure.getWriteConcernError() == null
                && !failure.getWriteErrors().isEmpty()
                && failure.getWriteErrors().get(0).getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
