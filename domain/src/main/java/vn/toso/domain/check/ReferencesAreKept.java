package vn.toso.domain.check;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import reactor.core.publisher.Flux;
import vn.toso.domain.storage.Invariant;
import vn.toso.domain.storage.Store;

/** What a document names is there. */
public final class ReferencesAreKept implements Invariant {

    /** Those of the domain. What phones said without proof, such as a visit's task, may name what nobody has. */
    public static final List<Reference> OF_THE_DOMAIN = List.of(
            new Reference("visits", "hamletId", "areas"),
            new Reference("visits", "householdId", "households"),
            new Reference("visits", "members", "members"),
            new Reference("households", "hamletId", "areas"),
            new Reference("households", "stays.hamletId", "areas"),
            new Reference("tasks", "hamletId", "areas"),
            new Reference("tasks", "householdId", "households"),
            new Reference("tasks", "assigneeId", "members"),
            new Reference("tasks", "teamId", "teams"),
            new Reference("tasks", "completedByVisit", "visits"),
            new Reference("tasks", "campaignId", "campaigns"),
            new Reference("members", "areas", "areas"),
            new Reference("teams", "areaId", "areas"),
            new Reference("teams", "members.memberId", "members"),
            new Reference("campaigns", "areaIds", "areas"),
            new Reference("targets", "areaId", "areas"),
            new Reference("quarantine", "memberId", "members"));

    private static final int PAGE = 500;

    private final Store store;
    private final List<Reference> references;

    public ReferencesAreKept(Store store, List<Reference> references) {
        this.store = store;
        this.references = List.copyOf(references);
    }

    @Override
    public String promise() {
        return "what a document names is there";
    }

    @Override
    public Flux<Broken> broken() {
        return Flux.fromIterable(references).concatMap(this::dangling);
    }

    private Flux<Broken> dangling(Reference reference) {
        return Flux.from(store.collection(reference.from(), Document.class)
                        .find()
                        .projection(include(reference.path()))
                        .batchSize(PAGE))
                .buffer(PAGE)
                .concatMap(page -> dangling(reference, page));
    }

    private Flux<Broken> dangling(Reference reference, List<Document> page) {
        Map<UUID, Set<UUID>> naming = new HashMap<>();
        page.forEach(document -> reference
                .in(document)
                .forEach(id ->
                        naming.computeIfAbsent(id, none -> new HashSet<>()).add(document.get("_id", UUID.class))));
        return Flux.from(store.collection(reference.to(), Document.class)
                        .find(in("_id", naming.keySet()))
                        .projection(include("_id"))
                        .batchSize(naming.size() + 1))
                .map(found -> found.get("_id", UUID.class))
                .collectList()
                .doOnNext(naming.keySet()::removeAll)
                .flatMapIterable(found -> naming.entrySet())
                .flatMapIterable(missing -> missing.getValue().stream()
                        .map(document -> broken(reference, document, missing.getKey()))
                        .toList());
    }

    private static Broken broken(Reference reference, UUID document, UUID missing) {
        return new Broken(
                reference.from() + " " + document,
                "names in " + reference.path() + " " + missing + ", which is not in " + reference.to());
    }
}
