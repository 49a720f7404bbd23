package vn.toso.domain.sync;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import vn.toso.domain.access.Actor;
import vn.toso.domain.change.LoggedCollection;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.Id;

/**
 * Documents whose ids the holding names: areas, teams, members, coverage.
 *
 * @param <D> the document
 */
final class ListedShelf<D extends Versioned<D>> implements Shelf {

    private final LoggedCollection<D> documents;
    private final Predicate<Actor> who;
    private final Function<Holding, List<? extends Id>> ids;

    /** @param ids what a holding names, sorted */
    ListedShelf(LoggedCollection<D> documents, Predicate<Actor> who, Function<Holding, List<? extends Id>> ids) {
        this.documents = documents;
        this.who = who;
        this.ids = ids;
    }

    @Override
    public String kind() {
        return documents.kind();
    }

    @Override
    public boolean isFor(Actor actor) {
        return who.test(actor);
    }

    @Override
    public List<? extends Id> listed(Holding holding) {
        return ids.apply(holding);
    }

    @Override
    public Flux<D> present(Phone phone, Collection<UUID> wanted) {
        Set<UUID> asked = Set.copyOf(wanted);
        return documents.findAll(listed(phone.holding()).stream()
                .filter(id -> asked.contains(id.value()))
                .toList());
    }

    @Override
    public Flux<D> page(Phone phone, @Nullable AreaId hamlet, Place.@Nullable Key after, int limit) {
        List<? extends Id> next = listed(phone.holding()).stream()
                .filter(id -> after == null || id.value().compareTo(after.id()) > 0)
                .limit(limit)
                .collect(Collectors.toList());
        return documents
                .findAll(next)
                .sort(Comparator.comparing((D document) -> document.key().value()));
    }
}
