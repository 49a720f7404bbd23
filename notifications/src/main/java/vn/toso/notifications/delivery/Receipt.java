package vn.toso.notifications.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What became of one message.
 *
 * @param reason a word for operators: {@code unregistered}, {@code quota}; {@code ok} for one that went out
 * @param retryAfter how long the other side wants us to wait at least; null when it didn't say
 */
public record Receipt(
        Verdict verdict, String reason, @Nullable Duration retryAfter) {

    /** What is to be done about it. */
    public enum Verdict {
        /** It went out. */
        SENT,
        /** Its token leads nowhere and never will again. */
        TOKEN_GONE,
        /** This message never goes, though the phone may be reached with others. */
        REFUSED,
        /** It may go later. */
        LATER,
        /** Nothing goes before an operator mends our credentials. */
        NOT_ALLOWED
    }

    public static final Receipt SENT = new Receipt(Verdict.SENT, "ok", null);

    public static Receipt of(Verdict verdict, String reason) {
        return new Receipt(verdict, reason, null);
    }

    /** @param retryAfter null when the other side didn't say */
    public static Receipt later(String reason, @Nullable Duration retryAfter) {
        return new Receipt(Verdict.LATER, reason, retryAfter);
    }
}
