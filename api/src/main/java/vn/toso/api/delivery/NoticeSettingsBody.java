package vn.toso.api.delivery;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.toso.domain.problem.Problem;
import vn.toso.notifications.delivery.DeliverySettings;

/**
 * When phones may ring.
 *
 * @param quietFrom time of day in Asia/Ho_Chi_Minh from which on only what is urgent rings: {@code 21:00}
 * @param quietTo time of day until which it is quiet; equal to {@code quietFrom} for no quiet hours
 * @param dailyLimit most pushes of a member a day, 1 to 100; the rest comes in one the next morning
 */
record NoticeSettingsBody(String quietFrom, String quietTo, int dailyLimit) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    static NoticeSettingsBody of(DeliverySettings settings) {
        return new NoticeSettingsBody(
                TIME.format(settings.quietFrom()), TIME.format(settings.quietTo()), settings.dailyLimit());
    }

    LocalTime from() {
        return time("/quietFrom", quietFrom);
    }

    LocalTime to() {
        return time("/quietTo", quietTo);
    }

    private static LocalTime time(String pointer, String text) {
        try {
            return LocalTime.parse(text, TIME);
        } catch (DateTimeException e) {
            throw Problem.invalid(pointer, "not-a-time-of-day");
        }
    }
}
