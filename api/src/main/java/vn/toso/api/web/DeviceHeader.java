package vn.toso.api.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import vn.toso.api.json.Ids;
import vn.toso.domain.id.DeviceId;

/** Which phone a request comes from, as it says itself in the header {@code Device-Id}: the id it registered under. */
public final class DeviceHeader {

    public static final String NAME = "Device-Id";

    private DeviceHeader() {}

    /** Null for none, and for one that is no id: a phone is told nothing by it, so there is nothing to refuse. */
    public static @Nullable DeviceId of(ServerHttpRequest request) {
        String text = request.getHeaders().getFirst(NAME);
        return text == null ? null : Ids.ifAny(text).map(DeviceId::new).orElse(null);
    }
}
