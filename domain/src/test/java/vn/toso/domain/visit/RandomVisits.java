package vn.toso.domain.visit;

import static vn.toso.domain.world.VisitBuilder.aVisit;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.service.Outcome;
import vn.toso.domain.world.Names;
import vn.toso.domain.world.VisitBuilder;

/** Visits as the dice make them; few days, people and services, so that they meet. */
final class RandomVisits {

    private static final List<ResidentId> PEOPLE = List.of(Names.resident("Linh"), Names.resident("Bình"));

    private static final List<Outcome> OUTCOMES = List.of(Outcome.values());

    private RandomVisits() {}

    /** Visits to one household without voids and corrections. */
    static List<Visit> plain(Random random, int most) {
        List<Visit> visits = new ArrayList<>();
        int count = random.nextInt(most + 1);
        for (int i = 0; i < count; i++) {
            visits.add(one(random, "random " + i).build());
        }
        return visits;
    }

    static VisitBuilder one(Random random, String word) {
        return one(random, word, PEOPLE);
    }

    static VisitBuilder one(Random random, String word, List<ResidentId> people) {
        VisitBuilder visit = aVisit(word).at(time(random));
        int activities = 1 + random.nextInt(3);
        for (int i = 0; i < activities; i++) {
            Outcome outcome = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
            if (people.isEmpty() || random.nextInt(3) == 0) {
                visit.did("PAY_BILL", outcome);
            } else {
                String service = random.nextBoolean() ? "SAFE" : "PAY_ACC";
                visit.did(service, people.get(random.nextInt(people.size())), outcome);
            }
        }
        return visit;
    }

    /** Within ten days, and often at the very same moment. */
    private static OffsetDateTime time(Random random) {
        return LocalDate.of(2026, 11, 5 + random.nextInt(10))
                .atTime(6 + random.nextInt(4) * 5, 0)
                .atOffset(ZoneOffset.ofHours(7));
    }
}
