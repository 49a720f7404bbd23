package vn.toso.notifications.fcm;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to reach FCM.
 *
 * @param credentials the service account's file, as Google hands it out; its {@code token_uri} is honoured
 * @param project id of the Firebase project; null for that of the service account
 * @param endpoint base address in the place of FCM's own, for a test double; null for FCM
 * @param connectTimeout until a connection stands
 * @param readTimeout until an answer comes
 */
public record FirebaseSettings(
        Path credentials,
        @Nullable String project,
        @Nullable URI endpoint,
        Duration connectTimeout,
        Duration readTimeout) {

    /** With the usual patience. */
    public static FirebaseSettings of(Path credentials, @Nullable String project, @Nullable URI endpoint) {
        return new FirebaseSettings(credentials, project, endpoint, Duration.ofSeconds(5), Duration.ofSeconds(10));
    }
}
