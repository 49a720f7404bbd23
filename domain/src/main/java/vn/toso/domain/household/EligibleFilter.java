package vn.toso.domain.household;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import vn.toso.domain.service.Eligibility;
import vn.toso.domain.service.Service;

/** {@link Eligible} as a condition on households: somebody is eligible today and has not achieved the service. */
final class EligibleFilter {

    private EligibleFilter() {}

    static Bson of(Service service, LocalDate today) {
        if (service.unit().isOfHamlet()) {
            return in("_id", List.of());
        }
        Eligibility eligible = service.eligible();
        List<Bson> conditions = new ArrayList<>();
        if (!eligible.classifications().isEmpty()) {
            conditions.add(in("classifications", eligible.classifications()));
        }
        List<Bson> unit = ofUnit(service);
        if (service.unit().isOfHousehold()) {
            conditions.addAll(unit);
        } else {
            unit.addAll(ofResident(eligible, today));
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

    private static List<Bson> ofResident(Eligibility eligible, LocalDate today) {
        List<Bson> conditions = new ArrayList<>();
        conditions.add(or(eq("leftOn", null), gt("leftOn", today)));
        if (eligible.minAge() != null) {
            conditions.add(lte("birthYear", today.getYear() - eligible.minAge()));
        }
        conditions.add(eligible.pupilsOnly() ? eq("pupil", true) : Filters.empty());
        return conditions;
    }
}
