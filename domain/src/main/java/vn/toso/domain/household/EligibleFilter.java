package vn.toso.domain.household;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.conversions.Bson;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.service.Eligibility;
import vn.toso.domain.service.Service;
import vn.toso.domain.vault.Vault;

/** {@link Eligible} as a condition on households: somebody is eligible today and has not achieved the service. */
final class EligibleFilter {

    private EligibleFilter() {}

    /**
     * @param hamlets in which households are looked for: their residents' birth years are marked hamlet by hamlet
     */
    static Bson of(Service service, LocalDate today, Collection<AreaId> hamlets, Vault vault) {
        if (service.unit().isOfHamlet()) {
            return in("_id", List.of());
        }
        Integer minAge =
                service.unit().isOfHousehold() ? null : service.eligible().minAge();
        if (minAge == null) {
            return of(service, today, Filters.empty());
        }
        List<Bson> places = new ArrayList<>();
        for (AreaId hamlet : hamlets) {
            Bson grown = HouseholdSealing.bornBy(vault, hamlet, today.getYear() - minAge);
            places.add(and(eq("hamletId", hamlet), of(service, today, grown)));
        }
        return places.isEmpty() ? in("_id", List.of()) : or(places);
    }

    private static Bson of(Service service, LocalDate today, Bson grown) {
        Eligibility eligible = service.eligible();
        List<Bson> conditions = new ArrayList<>();
        if (!eligible.classifications().isEmpty()) {
            conditions.add(in("classifications", eligible.classifications()));
        }
        List<Bson> unit = ofUnit(service);
        if (service.unit().isOfHousehold()) {
            conditions.addAll(unit);
        } else {
            unit.addAll(ofResident(eligible, today, grown));
            conditions.add(elemMatch("residents", and(unit)));
        }
        return and(conditions);
    }

    private static List<Bson> ofUnit(Service service) {
        List<Bson> conditions = new ArrayList<>();
        conditions.add(eq("services." + service.code() + ".achievedOn", null));
        if (service.eligible().after() != null) {
            conditions.add(ne("services." + service.eligible().after() + ".achievedOn", null));
        }
        return conditions;
    }

    private static List<Bson> ofResident(Eligibility eligible, LocalDate today, Bson grown) {
        List<Bson> conditions = new ArrayList<>();
        conditions.add(or(eq("leftOn", null), gt("leftOn", today)));
        conditions.add(grown);
        conditions.add(eligible.pupilsOnly() ? eq("pupil", true) : Filters.empty());
        return conditions;
    }
}
