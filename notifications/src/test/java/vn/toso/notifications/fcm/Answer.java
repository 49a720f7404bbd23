package vn.toso.notifications.fcm;

import java.time.Duration;
import java.util.Map;

/**
 * What the fake of FCM does with one request.
 *
 * @param status of the answer; 0 cuts the connection without one
 * @param body of the answer
 * @param headers of the answer, beside its type
 * @param after how long it takes
 */
public record Answer(int status, String body, Map<String, String> headers, Duration after) {

    public static final Answer OK = of(200, "");

    /** The app was taken off the phone. */
    public static final Answer UNREGISTERED = fcm(404, "NOT_FOUND", "UNREGISTERED");

    /** As of a wrong address, or of something between us and FCM. */
    public static final Answer NOTHING_THERE = of(404, "");

    /** The token is none. */
    public static final Answer BAD_TOKEN = of(
            400, error(400, "INVALID_ARGUMENT", "The registration token is not a valid FCM registration token", """
                    {"@type": "type.googleapis.com/google.firebase.fcm.v1.FcmError", "errorCode": "INVALID_ARGUMENT"}"""));

    /** Something else of the message is wrong. */
    public static final Answer BAD_MESSAGE = of(400, error(400, "INVALID_ARGUMENT", "Android message is too big", """
            {"@type": "type.googleapis.com/google.firebase.fcm.v1.FcmError", "errorCode": "INVALID_ARGUMENT"}"""));

    /** The token is of another project's app. */
    public static final Answer OTHER_SENDER = fcm(403, "PERMISSION_DENIED", "SENDER_ID_MISMATCH");

    /** The service account may not send. */
    public static final Answer NOT_ALLOWED = of(403, error(403, "PERMISSION_DENIED", "Permission denied", null));

    public static final Answer WRONG_CREDENTIAL = fcm(401, "UNAUTHENTICATED", "THIRD_PARTY_AUTH_ERROR");
    public static final Answer BROKEN = fcm(500, "INTERNAL", "INTERNAL");
    public static final Answer OVERLOADED = fcm(503, "UNAVAILABLE", "UNAVAILABLE");
    public static final Answer CUT = of(0, "");

    public static Answer quotaExceeded(Duration retryAfter) {
        return fcm(429, "RESOURCE_EXHAUSTED", "QUOTA_EXCEEDED")
                .with("Retry-After", Long.toString(retryAfter.toSeconds()));
    }

    /** The same, late. */
    public Answer after(Duration time) {
        return new Answer(status, body, headers, time);
    }

    public Answer with(String header, String value) {
        return new Answer(status, body, Map.of(header, value), after);
    }

    private static Answer fcm(int status, String canonical, String code) {
        return of(status, error(status, canonical, code, """
                {"@type": "type.googleapis.com/google.firebase.fcm.v1.FcmError", "errorCode": "%s"}""".formatted(code)));
    }

    private static String error(
            int status, String canonical, String message, @org.jspecify.annotations.Nullable String detail) {
        return """
                {"error": {"code": %d, "status": "%s", "message": "%s", "details": [%s]}}""".formatted(status, canonical, message, detail == null ? "" : detail);
    }

    private static Answer of(int status, String body) {
        return new Answer(status, body, Map.of(), Duration.ZERO);
    }
}
