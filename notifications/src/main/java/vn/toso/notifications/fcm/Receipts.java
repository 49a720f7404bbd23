package vn.toso.notifications.fcm;

import com.google.auth.Retryable;
import com.google.firebase.ErrorCode;
import com.google.firebase.IncomingHttpResponse;
import com.google.firebase.messaging.FirebaseMessagingException;
import com.google.firebase.messaging.MessagingErrorCode;
import com.google.firebase.messaging.SendResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toso.notifications.delivery.Receipt;
import vn.toso.notifications.delivery.Receipt.Verdict;

/** What the SDK's answers mean. */
final class Receipts {

    private static final String RETRY_AFTER = "retry-after";

    private Receipts() {}

    static Receipt of(SendResponse response) {
        FirebaseMessagingException failure = response.getException();
        return response.isSuccessful() || failure == null ? Receipt.SENT : of(failure);
    }

    private static Receipt of(FirebaseMessagingException failure) {
        MessagingErrorCode code = failure.getMessagingErrorCode();
        if (code == null) {
            return withoutCode(failure);
        }
        return switch (code) {
            case UNREGISTERED -> Receipt.of(Verdict.TOKEN_GONE, "unregistered");
            case SENDER_ID_MISMATCH -> Receipt.of(Verdict.TOKEN_GONE, "other-sender");
            case INVALID_ARGUMENT ->
                blamesToken(failure)
                        ? Receipt.of(Verdict.TOKEN_GONE, "bad-token")
                        : Receipt.of(Verdict.REFUSED, "bad-message");
            case THIRD_PARTY_AUTH_ERROR -> Receipt.of(Verdict.NOT_ALLOWED, "third-party-auth");
            case QUOTA_EXCEEDED -> Receipt.later("quota", retryAfter(failure));
            case UNAVAILABLE -> Receipt.later("unavailable", retryAfter(failure));
            case INTERNAL -> Receipt.later("internal", retryAfter(failure));
        };
    }

    /** Something between us and FCM answered, or nobody did, or we have no access token. */
    private static Receipt withoutCode(FirebaseMessagingException failure) {
        ErrorCode code = failure.getErrorCode();
        if (code == ErrorCode.UNAUTHENTICATED || code == ErrorCode.PERMISSION_DENIED || refusedToken(failure)) {
            return Receipt.of(Verdict.NOT_ALLOWED, "credential");
        }
        return Receipt.later(
                code == ErrorCode.NOT_FOUND ? "nothing-there" : code.name().toLowerCase(Locale.ROOT),
                retryAfter(failure));
    }

    /** The token server knows our service account and says no; when it is merely down, waiting helps. */
    private static boolean refusedToken(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Retryable refusal) {
                return !refusal.isRetryable();
            }
        }
        return false;
    }

    /** FCM says {@code INVALID_ARGUMENT} of a message as well, which is no reason to forget the phone. */
    private static boolean blamesToken(FirebaseMessagingException failure) {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("registration token");
    }

    private static @Nullable Duration retryAfter(FirebaseMessagingException failure) {
        IncomingHttpResponse response = failure.getHttpResponse();
        if (response == null) {
            return null;
        }
        for (Map.Entry<String, Object> header : response.getHeaders().entrySet()) {
            if (header.getKey().equalsIgnoreCase(RETRY_AFTER)) {
                return seconds(String.valueOf(header.getValue()));
            }
        }
        return null;
    }

    /** FCM sends seconds; the other form of the header, a date, counts as not said. */
    private static @Nullable Duration seconds(String value) {
        String digits = value.replaceAll("[\\[\\]\\s]", "");
        return digits.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(digits)) : null;
    }
}
