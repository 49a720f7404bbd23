package vn.toso.domain.privacy;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.storage.Store;

/** Keeps nothing longer than the rules say, which are data. */
public final class Retain {

    private static final Logger LOG = LoggerFactory.getLogger(Retain.class);
    private static final int MOST_DAYS = 36_500;

    /**
     * What a rule means today.
     *
     * @param before what is older goes
     * @param count how much that is, or was
     */
    public record Effect(RetentionRule rule, Instant before, long count) {}

    private final MongoCollection<RetentionRule> rules;
    private final List<Kept> kinds;
    private final Clock clock;

    public Retain(Store store, List<Kept> kinds, Clock clock) {
        this.rules = store.collection("retention_rules", RetentionRule.class);
        this.kinds = List.copyOf(kinds);
        this.clock = clock;
    }

    /** What each rule would remove now; nothing is removed. */
    public Flux<Effect> wouldRemove(Actor actor) {
        return Flux.defer(() -> {
            actor.require(Permission.EDIT_PRIVACY_RULES);
            return each(Kept::due);
        });
    }

    /** Removes it now. */
    public Flux<Effect> remove(Actor actor) {
        return Flux.defer(() -> {
            actor.require(Permission.EDIT_PRIVACY_RULES);
            return each(Kept::remove);
        });
    }

    /** Decides how long a kind is kept. {@code not-found} for a kind that there isn't. */
    public Mono<RetentionRule> decide(Actor actor, String kind, int days) {
        return Mono.fromSupplier(() -> decided(actor, kind, days))
                .flatMap(rule -> Mono.from(rules.replaceOne(eq("_id", kind), rule, new ReplaceOptions().upsert(true)))
                        .thenReturn(rule));
    }

    private RetentionRule decided(Actor actor, String kind, int days) {
        actor.require(Permission.EDIT_PRIVACY_RULES);
        Kept known = kinds.stream()
                .filter(candidate -> candidate.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("retention-rule"));
        long least = known.shortest().toDays();
        if (days < least || days > MOST_DAYS) {
            throw Problem.invalid("/days", "range", least, MOST_DAYS);
        }
        return new RetentionRule(kind, days, actor.memberId(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** One after the other; what fails of one kind is told in the log, and the others go on. */
    private Flux<Effect> each(Function<Kept, Function<Instant, Mono<Long>>> what) {
        return Flux.from(rules.find())
                .collectMap(RetentionRule::kind)
                .flatMapMany(decided -> Flux.fromIterable(kinds).concatMap(kind -> effect(kind, decided, what)));
    }

    private Mono<Effect> effect(
            Kept kind, Map<String, RetentionRule> decided, Function<Kept, Function<Instant, Mono<Long>>> what) {
        RetentionRule rule = ruleOf(kind, decided.get(kind.kind()));
        Instant before = clock.instant().minus(Duration.ofDays(rule.days()));
        return what.apply(kind)
                .apply(before)
                .map(count -> new Effect(rule, before, count))
                .onErrorResume(failure -> {
                    LOG.error("Retention of {} failed", kind.kind(), failure);
                    return Mono.empty();
                });
    }

    private static RetentionRule ruleOf(Kept kind, @Nullable RetentionRule decided) {
        return decided != null
                ? decided
                : new RetentionRule(kind.kind(), (int) kind.usual().toDays(), null, null);
    }
}
