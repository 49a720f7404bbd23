package vn.toso.api.benchmark;

import com.google.api.client.json.gson.GsonFactory;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.firebase.FirebaseApp;
import com.google.firebase.FirebaseOptions;
import com.google.firebase.internal.ApacheHttp2Transport;
import com.google.firebase.messaging.AndroidConfig;
import com.google.firebase.messaging.FirebaseMessaging;
import com.google.firebase.messaging.Message;
import com.google.firebase.messaging.Notification;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.core5.http.HttpHost;

/**
 * The baseline of delivery, in a process of its own: a bare loop of {@code sendEachAsync} over batches of 500, each when the
 * one before is answered. Arguments: the fake's address, the service account's file, how many messages.
 */
final class BareSending {

    private static final int BATCH = 500;

    private BareSending() {}

    public static void main(String[] args) throws Exception {
        FirebaseMessaging messaging = messaging(URI.create(args[0]), Path.of(args[1]));
        int wanted = Integer.parseInt(args[2]);
        for (int sent = 0; sent < wanted; sent += BATCH) {
            List<Message> batch = new ArrayList<>();
            for (int i = 0; i < BATCH; i++) {
                batch.add(message(sent + i));
            }
            if (messaging.sendEachAsync(batch).get().getFailureCount() > 0) {
                throw new IllegalStateException("a message failed");
            }
        }
        System.exit(0);
    }

    private static FirebaseMessaging messaging(URI endpoint, Path credentials) throws Exception {
        var client = ApacheHttp2Transport.defaultHttpAsyncClientBuilder();
        HttpHost host = new HttpHost("http", endpoint.getHost(), endpoint.getPort());
        client.setRoutePlanner((target, context) -> new HttpRoute(host, null, false));
        try (InputStream json = Files.newInputStream(credentials)) {
            return FirebaseMessaging.getInstance(FirebaseApp.initializeApp(FirebaseOptions.builder()
                    .setCredentials(GoogleCredentials.fromStream(json)
                            .createScoped("https://www.googleapis.com/auth/firebase.messaging"))
                    .setProjectId("toso-test")
                    .setJsonFactory(GsonFactory.getDefaultInstance())
                    .setHttpTransport(new ApacheHttp2Transport(client.build()))
                    .build()));
        }
    }

    /** Of the size of ours. */
    @SuppressWarnings("deprecation")
    private static Message message(int number) {
        return Message.builder()
                .setToken("bare-token-" + number)
                .putData("kind", "TASK_ASSIGNED")
                .putData("noticeId", "0193a0c4-1e00-7f31-9d52-4b6a7c8d9e0f")
                .putData("subject", "0193a0c4-1e00-7f31-9d52-4b6a7c8d9e0f")
                .setNotification(Notification.builder()
                        .setTitle("Việc mới")
                        .setBody("Bạn được giao một việc mới.")
                        .build())
                .setAndroidConfig(AndroidConfig.builder()
                        .setCollapseKey("0193a0c4-1e00-7f31-9d52-4b6a7c8d9e0f")
                        .setTtl(86_400_000)
                        .setPriority(AndroidConfig.Priority.HIGH)
                        .build())
                .build();
    }
}
