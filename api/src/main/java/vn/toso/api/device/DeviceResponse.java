package vn.toso.api.device;

import java.time.Instant;
import vn.toso.domain.id.DeviceId;
import vn.toso.notifications.device.Platform;

/**
 * A phone of the caller. Its push token is not repeated.
 *
 * @param reachable whether it has a push token
 * @param lastSyncAt when it last pushed or pulled; when it was registered, if it never did
 */
record DeviceResponse(
        DeviceId id,
        Platform platform,
        boolean reachable,
        String appVersion,
        String locale,
        Instant registeredAt,
        Instant lastSyncAt) {}
