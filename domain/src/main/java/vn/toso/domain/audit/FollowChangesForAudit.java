package vn.toso.domain.audit;

import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.change.Change;
import vn.toso.domain.change.ChangeListener;

/**
 * Writes down every change that somebody made, whichever way it came in. It reads the change log, so no request waits for
 * it, and none is forgotten when a node dies. What the server itself derives from others' changes is left out.
 */
public final class FollowChangesForAudit implements ChangeListener {

    /** What people have in their own inbox is nobody else's business. */
    private static final Set<String> LEFT_OUT = Set.of("notice", "coverage");

    private static final String EXPORT = "export";

    private final Trail trail;

    public FollowChangesForAudit(Trail trail) {
        this.trail = trail;
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public Mono<Void> handle(List<Change> changes) {
        return trail.write(changes.stream()
                .filter(FollowChangesForAudit::isSomebodys)
                .map(FollowChangesForAudit::toDeed)
                .toList());
    }

    private static boolean isSomebodys(Change change) {
        return change.op() == Change.Op.PUT
                && !change.actor().equals(Actor.SYSTEM.memberId())
                && !LEFT_OUT.contains(change.kind());
    }

    private static Deed toDeed(Change change) {
        return new Deed(
                change.id(),
                change.at(),
                change.kind().equals(EXPORT) ? AuditAction.EXPORTED : AuditAction.CHANGED,
                change.kind(),
                change.actor(),
                change.device(),
                List.of(change.entity()),
                null);
    }
}
