package vn.toso.notifications.device;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.toso.domain.id.DeviceId;
import vn.toso.domain.id.MemberId;

/**
 * A phone with the app on it, in the hands of one member.
 *
 * @param pushToken what FCM knows it by; {@code none:<id>} for one that can't be reached, so that the index is unique
 * @param locale as the phone says it: {@code vi-VN}
 * @param registeredAt when it came into this member's hands
 * @param lastSyncAt when it last pushed or pulled, some seconds late; at first when it was registered
 */
public record Device(
        @BsonId DeviceId id,
        MemberId memberId,
        Platform platform,
        String pushToken,
        String appVersion,
        String locale,
        Instant registeredAt,
        Instant lastSyncAt) {

    static final String NO_TOKEN = "none:";

    static String withoutToken(DeviceId id) {
        return NO_TOKEN + id;
    }

    /** What FCM knows it by; empty for one that can't be reached. */
    public Optional<String> token() {
        return pushToken.startsWith(NO_TOKEN) ? Optional.empty() : Optional.of(pushToken);
    }

    /** The language that its member reads. */
    public Locale language() {
        return Locale.forLanguageTag(locale.replace('_', '-'));
    }
}
