package vn.toso.api.simulation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.toso.api.security.DemoIssuer;

/** Signs each person's token once, however many clusters they speak to. */
final class Tokens {

    private final Map<String, String> signed = new ConcurrentHashMap<>();
    private volatile DemoIssuer issuer;

    void signedBy(DemoIssuer now) {
        issuer = now;
    }

    String of(String handle) {
        return signed.computeIfAbsent(handle, issuer::tokenFor);
    }
}
