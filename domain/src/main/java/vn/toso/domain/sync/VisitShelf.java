package vn.toso.domain.sync;

import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import vn.toso.domain.access.Actor;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.VisitId;
import vn.toso.domain.visit.Visit;
import vn.toso.domain.visit.Visits;

/** The visits of the last weeks in the hamlets of a team member, void ones among them. */
final class VisitShelf implements Shelf {

    private final Visits visits;

    VisitShelf(Visits visits) {
        this.visits = visits;
    }

    @Override
    public String kind() {
        return visits.collection().kind();
    }

    @Override
    public boolean isFor(Actor actor) {
        return Phone.carriesHouseholds(actor);
    }

    @Override
    public boolean isByHamlet(Actor actor) {
        return true;
    }

    @Override
    public Flux<Visit> present(Phone phone, Collection<UUID> ids) {
        return visits.findAll(phone.actor(), ids.stream().map(VisitId::new).toList(), phone.visitsSince());
    }

    @Override
    public Flux<Visit> page(Phone phone, @Nullable AreaId hamlet, Place.@Nullable Key after, int limit) {
        Visits.Position behind =
                after == null ? null : new Visits.Position(Objects.requireNonNull(after.at()), after.id());
        return visits.ofHamlet(Objects.requireNonNull(hamlet), phone.visitsSince(), behind, limit);
    }

    @Override
    public Place.Key keyOf(Versioned<?> document) {
        return new Place.Key(document.key().value(), ((Visit) document).occurredAt());
    }
}
