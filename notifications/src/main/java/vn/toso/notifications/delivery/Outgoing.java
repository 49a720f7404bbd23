package vn.toso.notifications.delivery;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toso.notifications.device.Platform;
import vn.toso.notifications.notice.NoticeText;

/**
 * One message to one phone, as it goes out. Nothing of it is personal: ids, kinds and counts.
 *
 * @param token what FCM knows the phone by
 * @param text what the lock screen shows; null for one that only wakes the app
 * @param data what the app reads
 * @param collapseKey a later message with the same key replaces this one on the phone
 * @param timeToLive for how long FCM tries to reach the phone
 * @param badge the number on the app's icon; null to leave it as it is
 */
public record Outgoing(
        Platform platform,
        String token,
        @Nullable NoticeText text,
        Map<String, String> data,
        String collapseKey,
        boolean urgent,
        Duration timeToLive,
        @Nullable Integer badge) {

    public boolean isSilent() {
        return text == null;
    }
}
