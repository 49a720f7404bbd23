package vn.toso.notifications.device;

/** Which system a phone runs. */
public enum Platform {
    ANDROID,
    IOS
}
