package vn.toso.api.rights;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One request.
 *
 * @param path with its query
 * @param type of the body; null where there is none
 */
record Ask(
        String method,
        String path,
        @Nullable String type,
        @Nullable String body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Ask get(String path) {
        return new Ask("GET", path, null, null);
    }

    static Ask delete(String path) {
        return new Ask("DELETE", path, null, null);
    }

    static Ask post(String path) {
        return new Ask("POST", path, null, null);
    }

    static Ask post(String path, Map<String, ?> body) {
        return sent("POST", path, body);
    }

    static Ask put(String path, Map<String, ?> body) {
        return sent("PUT", path, body);
    }

    static Ask patch(String path, Map<String, ?> body) {
        return sent("PATCH", path, body);
    }

    static Ask sheet(String path, String csv) {
        return new Ask("POST", path, "text/csv", csv);
    }

    private static Ask sent(String method, String path, Map<String, ?> body) {
        return new Ask(method, path, "application/json", JSON.writeValueAsString(body));
    }
}
