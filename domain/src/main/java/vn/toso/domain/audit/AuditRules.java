package vn.toso.domain.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.storage.Store;

/** The one document that says how the audit is kept. */
public final class AuditRules {

    private final MongoCollection<AuditSettings> settings;
    private final Clock clock;

    public AuditRules(Store store, Clock clock) {
        this.settings = store.collection("audit_settings", AuditSettings.class);
        this.clock = clock;
    }

    /** What holds now: as shipped until somebody said otherwise. */
    public Mono<AuditSettings> current() {
        return Mono.from(settings.find(eq("_id", AuditSettings.ID)).first()).defaultIfEmpty(AuditSettings.SHIPPED);
    }

    /** Likewise, for who may read the audit. */
    public Mono<AuditSettings> read(Actor actor) {
        return Mono.fromRunnable(() -> actor.require(Permission.READ_AUDIT)).then(Mono.defer(this::current));
    }

    /**
     * Says it anew; for the province. Emits what holds from now on, on every node within a minute.
     *
     * @param expected the version that the caller saw; null for any
     */
    public Mono<AuditSettings> put(Actor actor, @Nullable Long expected, int days, int households, int minutes) {
        return Mono.fromRunnable(() -> actor.require(Permission.EDIT_AUDIT_SETTINGS))
                .then(Mono.defer(this::current))
                .filter(seen -> expected == null || expected == seen.revision().version())
                .switchIfEmpty(Mono.error(AuditRules::mismatch))
                .flatMap(seen -> replace(actor, seen, seen.saying(days, households, minutes)));
    }

    private Mono<AuditSettings> replace(Actor actor, AuditSettings seen, AuditSettings said) {
        if (said.equals(seen)) {
            return Mono.just(seen);
        }
        long version = seen.revision().version();
        AuditSettings next =
                said.revised(seen.revision().next(clock.instant().truncatedTo(ChronoUnit.MILLIS), actor.memberId()));
        return Mono.from(settings.replaceOne(
                        and(eq("_id", AuditSettings.ID), eq("revision.version", version)),
                        next,
                        new ReplaceOptions().upsert(version == 0)))
                .map(result -> result.getMatchedCount() == 1 || result.getUpsertedId() != null)
                .onErrorReturn(AuditRules::isTaken, false)
                .flatMap(written -> written ? Mono.just(next) : Mono.error(AuditRules::mismatch));
    }

    private static Problem mismatch() {
        return Problem.of(ProblemCode.VERSION_MISMATCH, "version-mismatch");
    }

    private static boolean isTaken(Throwable failure) {
        return failure instanceof MongoWriteException e && e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
