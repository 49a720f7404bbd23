package vn.toso.notifications.delivery;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.toso.domain.area.Days;
import vn.toso.domain.problem.FieldErrors;
import vn.toso.domain.storage.Revision;

/**
 * When phones may ring and how often: the province's to say.
 *
 * @param quietFrom from when on, in Asia/Ho_Chi_Minh, only what is urgent rings
 * @param quietTo until when; equal to {@code quietFrom} for no quiet hours
 * @param dailyLimit most pushes of a member a day; what exceeds it waits for the next morning. Urgent ones always go
 */
public record DeliverySettings(
        @BsonId String id, Revision revision, LocalTime quietFrom, LocalTime quietTo, int dailyLimit) {

    static final String ID = "delivery";

    private static final int MOST_A_DAY = 100;

    /** As shipped: quiet hours of the design, and a handful a day. */
    public static final DeliverySettings SHIPPED =
            new DeliverySettings(ID, Revision.NONE, LocalTime.of(21, 0), LocalTime.of(6, 0), 5);

    /** The same with other values; throws {@code invalid} for a limit that is none. */
    DeliverySettings saying(LocalTime from, LocalTime to, int limit) {
        FieldErrors errors = new FieldErrors();
        errors.check(limit >= 1 && limit <= MOST_A_DAY, "/dailyLimit", "range", 1, MOST_A_DAY);
        errors.throwIfAny();
        return new DeliverySettings(id, revision, from, to, limit);
    }

    DeliverySettings revised(Revision next) {
        return new DeliverySettings(id, next, quietFrom, quietTo, dailyLimit);
    }

    /** When the quiet hours end that this moment lies in; empty outside of them. */
    Optional<Instant> quietUntil(Instant now) {
        ZonedDateTime there = now.atZone(Days.ZONE);
        return isQuiet(there.toLocalTime()) ? Optional.of(nextMorning(now)) : Optional.empty();
    }

    /** The next end of quiet hours after this moment. */
    Instant nextMorning(Instant now) {
        ZonedDateTime there = now.atZone(Days.ZONE);
        ZonedDateTime today = there.with(quietTo);
        return (today.isAfter(there) ? today : today.plusDays(1)).toInstant();
    }

    private boolean isQuiet(LocalTime time) {
        return quietFrom.isAfter(quietTo)
                ? !time.isBefore(quietFrom) || time.isBefore(quietTo)
                : !time.isBefore(quietFrom) && time.isBefore(quietTo);
    }
}
