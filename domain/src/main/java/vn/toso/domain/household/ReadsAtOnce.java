package vn.toso.domain.household;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Scope;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.storage.GroupCommit;
import vn.toso.domain.storage.GroupCommit.Outcome;

/**
 * Reads single households for all who ask at the same moment with one statement. Each asker's scope stands in that
 * statement, and again between its answer and the asker: what one may see, another who asked beside may not.
 */
final class ReadsAtOnce {

    private static final int LARGEST_GROUP = 200;

    private record Asked(HouseholdId id, Scope scope) {}

    private final MongoCollection<Household> households;
    private final GroupCommit<Asked, Optional<Household>> reads;

    ReadsAtOnce(MongoCollection<Household> households) {
        this.households = households;
        this.reads = new GroupCommit<>(LARGEST_GROUP, this::readGroup);
    }

    /** Empty when there is no such household within the scope. */
    Mono<Household> find(HouseholdId id, Scope scope) {
        return reads.submit(new Asked(id, scope)).flatMap(Mono::justOrEmpty);
    }

    private Mono<List<Outcome<Optional<Household>>>> readGroup(List<Asked> group) {
        return Flux.from(households.find(filter(group)))
                .collectMap(Household::id)
                .map(found -> group.stream()
                        .<Outcome<Optional<Household>>>map(asked -> new Outcome.Done<>(seenBy(asked, found)))
                        .toList());
    }

    private static Optional<Household> seenBy(Asked asked, Map<HouseholdId, Household> found) {
        return Optional.ofNullable(found.get(asked.id()))
                .filter(household -> asked.scope().hasHamlet(household.hamletId()));
    }

    /** The ids alone first, so that the server goes by them whatever the scopes are. */
    private static Bson filter(List<Asked> group) {
        Set<HouseholdId> ids = new HashSet<>();
        Map<Scope, Set<HouseholdId>> scoped = new HashMap<>();
        for (Asked asked : group) {
            ids.add(asked.id());
            scoped.computeIfAbsent(asked.scope(), scope -> new HashSet<>()).add(asked.id());
        }
        List<Bson> parts = new ArrayList<>();
        scoped.forEach((scope, some) -> parts.add(and(in("_id", some), Households.within(scope))));
        return parts.size() == 1 ? parts.get(0) : and(in("_id", ids), or(parts));
    }
}
