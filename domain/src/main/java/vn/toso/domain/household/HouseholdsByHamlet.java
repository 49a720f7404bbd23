package vn.toso.domain.household;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.reactivestreams.client.FindPublisher;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.storage.ByHamlet;

/** Households hamlet by hamlet; a hamlet has some hundreds, so that the database sorts what its index found. */
public final class HouseholdsByHamlet implements ByHamlet<Household> {

    private final Households households;
    private final List<Bson> filters = new ArrayList<>();

    /**
     * @param from first day of the latest live visit; null for any
     * @param to last day of it; null for any
     * @param service only households that were reached with this service, or one of whose residents was; null for any
     */
    public HouseholdsByHamlet(
            Households households, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String service) {
        this.households = households;
        if (from != null) {
            filters.add(gte("visitedLastOn", from));
        }
        if (to != null) {
            filters.add(lte("visitedLastOn", to));
        }
        if (service != null) {
            filters.add(or(exists("services." + service), exists("residents.services." + service)));
        }
    }

    @Override
    public Place placeOf(Household household) {
        return new Place(household.hamletId(), null, household.id().value());
    }

    @Override
    public FindPublisher<Household> first(List<AreaId> hamlets, int limit) {
        return find(in("hamletId", hamlets), limit).sort(ascending("hamletId", "_id"));
    }

    @Override
    public FindPublisher<Household> after(Place place, int limit) {
        return find(and(eq("hamletId", place.hamlet()), gt("_id", place.id())), limit)
                .sort(ascending("_id"));
    }

    private FindPublisher<Household> find(Bson where, int limit) {
        List<Bson> all = new ArrayList<>(filters);
        all.add(where);
        return households.collection().documents().find(and(all)).limit(limit).batchSize(limit + 1);
    }
}
