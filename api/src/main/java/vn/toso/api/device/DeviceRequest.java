package vn.toso.api.device;

import org.jspecify.annotations.Nullable;
import vn.toso.notifications.device.Platform;

/**
 * What a phone says of itself.
 *
 * @param pushToken the registration token that FCM gave the app; absent while it has none
 * @param appVersion of the app
 * @param locale of the phone, such as {@code vi-VN}: pushes come in its language
 */
record DeviceRequest(Platform platform, @Nullable String pushToken, String appVersion, String locale) {}
