package vn.toso.notifications.delivery;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Clock;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.storage.Store;

/** The one document that says when phones may ring. */
public final class DeliveryRules {

    private final MongoCollection<DeliverySettings> settings;
    private final Clock clock;

    public DeliveryRules(Store store, Clock clock) {
        this.settings = store.collection("delivery_settings", DeliverySettings.class);
        this.clock = clock;
    }

    /** What holds now: as shipped until somebody said otherwise. */
    public Mono<DeliverySettings> current() {
        return Mono.from(settings.find(eq("_id", DeliverySettings.ID)).first())
                .defaultIfEmpty(DeliverySettings.SHIPPED);
    }

    /**
     * Says it anew; for the province. Emits what holds from now on, on every node.
     *
     * @param expected the version that the caller saw; null for any
     */
    public Mono<DeliverySettings> put(Actor actor, @Nullable Long expected, LocalTime from, LocalTime to, int limit) {
        return Mono.fromRunnable(() -> actor.require(Permission.EDIT_NOTICE_RULES))
                .then(Mono.defer(this::current))
                .filter(seen -> expected == null || expected == seen.revision().version())
                .switchIfEmpty(Mono.error(() -> Problem.of(ProblemCode.VERSION_MISMATCH, "version-mismatch")))
                .flatMap(seen -> replace(actor, seen, seen.saying(from, to, limit)));
    }

    private Mono<DeliverySettings> replace(Actor actor, DeliverySettings seen, DeliverySettings said) {
        if (said.equals(seen)) {
            return Mono.just(seen);
        }
        DeliverySettings next =
                said.revised(seen.revision().next(clock.instant().truncatedTo(ChronoUnit.MILLIS), actor.memberId()));
        return Mono.from(settings.replaceOne(
                        and(
                                eq("_id", DeliverySettings.ID),
                                eq("revision.version", seen.revision().version())),
                        next,
                        new ReplaceOptions().upsert(seen.revision().version() == 0)))
                .map(result -> result.getMatchedCount() == 1 || result.getUpsertedId() != null)
                .onErrorReturn(DeliveryRules::isTaken, false)
                .flatMap(written -> written
                        ? Mono.just(next)
                        : Mono.error(() -> Problem.of(ProblemCode.VERSION_MISMATCH, "version-mismatch")));
    }

    private static boolean isTaken(Throwable failure) {
        return failure instanceof MongoWriteException e && e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
