package vn.toso.domain.visit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;

import com.mongodb.reactivestreams.client.FindPublisher;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.area.Days;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.storage.ByHamlet;

/** Visits hamlet by hamlet, the latest first, void ones among them. */
public final class VisitsByHamlet implements ByHamlet<Visit> {

    private final Visits visits;
    private final List<Bson> filters = new ArrayList<>();

    /**
     * @param from first day on which they occurred, in Asia/Ho_Chi_Minh; null for any
     * @param to last day; null for any
     * @param service only visits with an activity of this service; null for any
     */
    public VisitsByHamlet(Visits visits, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String service) {
        this.visits = visits;
        if (from != null) {
            filters.add(gte("occurredAt", Days.startOf(from)));
        }
        if (to != null) {
            filters.add(lt("occurredAt", Days.startOf(to.plusDays(1))));
        }
        if (service != null) {
            filters.add(eq("activities.service", service));
        }
    }

    @Override
    public Place placeOf(Visit visit) {
        return new Place(visit.hamletId(), visit.occurredAt(), visit.id().value());
    }

    @Override
    public FindPublisher<Visit> first(List<AreaId> hamlets, int limit) {
        return find(in("hamletId", hamlets), limit)
                .sort(orderBy(ascending("hamletId"), descending("occurredAt", "_id")));
    }

    @Override
    public FindPublisher<Visit> after(Place place, int limit) {
        Instant at = Objects.requireNonNull(place.at());
        // The first part says nothing new; it lets an index begin there.
        Bson beyond = and(lte("occurredAt", at), or(lt("occurredAt", at), lt("_id", place.id())));
        return find(and(eq("hamletId", place.hamlet()), beyond), limit).sort(descending("occurredAt", "_id"));
    }

    private FindPublisher<Visit> find(Bson where, int limit) {
        List<Bson> all = new ArrayList<>(filters);
        all.add(where);
        return visits.collection().documents().find(and(all)).limit(limit).batchSize(limit + 1);
    }
}
