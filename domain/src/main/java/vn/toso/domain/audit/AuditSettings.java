package vn.toso.domain.audit;

import java.time.Duration;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.toso.domain.problem.FieldErrors;
import vn.toso.domain.storage.Revision;

/**
 * For how long the audit is kept, and who reads suspiciously much: the province's to say.
 *
 * @param keptDays days after which entries go
 * @param manyHouseholds different households within the time that raise the alarm
 * @param withinMinutes the time
 */
public record AuditSettings(@BsonId String id, Revision revision, int keptDays, int manyHouseholds, int withinMinutes) {

    static final String ID = "audit";

    /** Two years; more households within an hour than a commune leader opens in a day. */
    public static final AuditSettings SHIPPED = new AuditSettings(ID, Revision.NONE, 730, 500, 60);

    private static final int SHORTEST = 365;
    private static final int LONGEST = 3_650;
    private static final int MOST_HOUSEHOLDS = 100_000;
    private static final int MOST_MINUTES = 1_440;

    /** The same with other values; throws {@code invalid} for those that make no sense. */
    AuditSettings saying(int days, int households, int minutes) {
        FieldErrors errors = new FieldErrors();
        errors.check(days >= SHORTEST && days <= LONGEST, "/keptDays", "range", SHORTEST, LONGEST);
        errors.check(households >= 1 && households <= MOST_HOUSEHOLDS, "/manyHouseholds", "range", 1, MOST_HOUSEHOLDS);
        errors.check(minutes >= 1 && minutes <= MOST_MINUTES, "/withinMinutes", "range", 1, MOST_MINUTES);
        errors.throwIfAny();
        return new AuditSettings(id, revision, days, households, minutes);
    }

    AuditSettings revised(Revision next) {
        return new AuditSettings(id, next, keptDays, manyHouseholds, withinMinutes);
    }

    Duration kept() {
        return Duration.ofDays(keptDays);
    }

    Duration within() {
        return Duration.ofMinutes(withinMinutes);
    }
}
