package vn.toso.notifications.fcm;

import com.google.api.client.json.gson.GsonFactory;
import com.google.api.core.ApiFuture;
import com.google.api.core.ApiFutureCallback;
import com.google.api.core.ApiFutures;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.firebase.FirebaseApp;
import com.google.firebase.FirebaseOptions;
import com.google.firebase.messaging.BatchResponse;
import com.google.firebase.messaging.FirebaseMessaging;
import com.google.firebase.messaging.Message;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import vn.toso.notifications.delivery.Outgoing;
import vn.toso.notifications.delivery.PushSender;
import vn.toso.notifications.delivery.Receipt;

/** Sends through Firebase Cloud Messaging. */
public final class FirebaseSender implements PushSender {

    private static final List<String> SCOPES = List.of("https://www.googleapis.com/auth/firebase.messaging");

    private final FirebaseApp app;
    private final FirebaseMessaging messaging;
    private final Messages messages;
    private final String description;

    private FirebaseSender(FirebaseApp app, Messages messages, String description) {
        this.app = app;
        this.messaging = FirebaseMessaging.getInstance(app);
        this.messages = messages;
        this.description = description;
    }

    /** Reads the service account; asks nobody yet. Throws {@link BadFirebaseSettings} when it can't be used. */
    public static FirebaseSender open(FirebaseSettings settings, Clock clock) {
        ServiceAccountCredentials account = account(settings);
        String project = settings.project() != null ? settings.project() : account.getProjectId();
        if (project == null || project.isBlank()) {
            throw new BadFirebaseSettings(
                    "Neither toso.firebase.project nor " + settings.credentials() + " names a Firebase project.");
        }
        URI endpoint = checked(settings.endpoint());
        FirebaseOptions options = FirebaseOptions.builder()
                .setCredentials(account.createScoped(SCOPES))
                .setProjectId(project)
                .setJsonFactory(GsonFactory.getDefaultInstance())
                .setHttpTransport(Transports.to(endpoint))
                .setConnectTimeout((int) settings.connectTimeout().toMillis())
                .setReadTimeout((int) settings.readTimeout().toMillis())
                .build();
        FirebaseApp app = FirebaseApp.initializeApp(options, "toso-" + UUID.randomUUID());
        String where = endpoint == null ? "" : " by " + endpoint;
        return new FirebaseSender(app, new Messages(clock), "Firebase project " + project + where);
    }

    private static ServiceAccountCredentials account(FirebaseSettings settings) {
        String file = "The service account of toso.firebase.credentials, " + settings.credentials() + ", ";
        try (InputStream json = Files.newInputStream(settings.credentials())) {
            if (GoogleCredentials.fromStream(json) instanceof ServiceAccountCredentials account) {
                return account;
            }
            throw new BadFirebaseSettings(file + "is none: its type must be service_account.");
        } catch (IOException | RuntimeException e) {
            throw e instanceof BadFirebaseSettings known ? known : new BadFirebaseSettings(file + "can't be read.", e);
        }
    }

    private static @Nullable URI checked(@Nullable URI endpoint) {
        if (endpoint == null) {
            return null;
        }
        boolean web = "http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme());
        String path = endpoint.getPath();
        if (!web || endpoint.getHost() == null || !(path == null || path.isEmpty() || path.equals("/"))) {
            throw new BadFirebaseSettings("toso.firebase.endpoint is '" + endpoint
                    + "', which is no base address like http://127.0.0.1:9099.");
        }
        return endpoint;
    }

    @Override
    public Mono<List<Receipt>> send(List<Outgoing> outgoing) {
        return Mono.<BatchResponse>create(sink -> send(outgoing, sink))
                .map(batch -> batch.getResponses().stream().map(Receipts::of).toList());
    }

    /** The SDK has threads of its own; this only hands over. When nobody waits any more, what has not gone out stays. */
    private void send(List<Outgoing> outgoing, MonoSink<BatchResponse> sink) {
        List<Message> batch = outgoing.stream().map(messages::of).toList();
        ApiFuture<BatchResponse> future = messaging.sendEachAsync(batch);
        sink.onCancel(() -> future.cancel(false));
        ApiFutures.addCallback(
                future,
                new ApiFutureCallback<>() {
                    @Override
                    public void onSuccess(BatchResponse result) {
                        sink.success(result);
                    }

                    @Override
                    public void onFailure(Throwable failure) {
                        sink.error(failure);
                    }
                },
                MoreExecutors.directExecutor());
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public void close() {
        app.delete();
    }
}
