package vn.toso.notifications.fcm;

import com.google.firebase.messaging.AndroidConfig;
import com.google.firebase.messaging.AndroidNotification;
import com.google.firebase.messaging.ApnsConfig;
import com.google.firebase.messaging.Aps;
import com.google.firebase.messaging.Message;
import com.google.firebase.messaging.Notification;
import java.time.Clock;
import vn.toso.notifications.delivery.Outgoing;
import vn.toso.notifications.device.Platform;

/** Messages in Firebase's terms. */
final class Messages {

    private final Clock clock;

    Messages(Clock clock) {
        this.clock = clock;
    }

    /** The SDK would rather address installations than tokens; tokens are what apps hand out, and FCM keeps taking them. */
    @SuppressWarnings("deprecation")
    Message of(Outgoing outgoing) {
        Message.Builder message = Message.builder().setToken(outgoing.token()).putAllData(outgoing.data());
        if (outgoing.text() != null) {
            message.setNotification(Notification.builder()
                    .setTitle(outgoing.text().title())
                    .setBody(outgoing.text().body())
                    .build());
        }
        return outgoing.platform() == Platform.ANDROID
                ? message.setAndroidConfig(android(outgoing)).build()
                : message.setApnsConfig(apple(outgoing)).build();
    }

    /** Android wakes a sleeping phone only for what people see at once; the tag replaces what is shown already. */
    private static AndroidConfig android(Outgoing outgoing) {
        AndroidConfig.Builder config = AndroidConfig.builder()
                .setCollapseKey(outgoing.collapseKey())
                .setTtl(outgoing.timeToLive().toMillis())
                .setPriority(outgoing.isSilent() ? AndroidConfig.Priority.NORMAL : AndroidConfig.Priority.HIGH);
        if (!outgoing.isSilent()) {
            config.setNotification(AndroidNotification.builder()
                    .setTag(outgoing.collapseKey())
                    .setPriority(
                            outgoing.urgent()
                                    ? AndroidNotification.Priority.HIGH
                                    : AndroidNotification.Priority.DEFAULT)
                    .build());
        }
        return config.build();
    }

    /** APNs takes a silent message only with priority 5 and the type {@code background}. */
    private ApnsConfig apple(Outgoing outgoing) {
        Aps.Builder aps = Aps.builder();
        if (outgoing.isSilent()) {
            aps.setContentAvailable(true);
        } else {
            aps.setSound("default").setThreadId(outgoing.data().getOrDefault("kind", ""));
        }
        if (outgoing.badge() != null) {
            aps.setBadge(outgoing.badge());
        }
        return ApnsConfig.builder()
                .putHeader("apns-push-type", outgoing.isSilent() ? "background" : "alert")
                .putHeader("apns-priority", outgoing.isSilent() ? "5" : "10")
                .putHeader("apns-collapse-id", outgoing.collapseKey())
                .putHeader(
                        "apns-expiration",
                        Long.toString(
                                clock.instant().plus(outgoing.timeToLive()).getEpochSecond()))
                .setAps(aps.build())
                .build();
    }
}
