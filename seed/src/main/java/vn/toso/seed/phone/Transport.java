package vn.toso.seed.phone;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How a phone reaches the server, signed in as its member. */
@FunctionalInterface
public interface Transport {

    /**
     * @param path with its query, such as {@code /v1/sync/pull?limit=500}
     * @param body JSON to send; null for none
     */
    record Request(String method, String path, @Nullable JsonNode body) {

        static Request get(String path) {
            return new Request("GET", path, null);
        }

        static Request post(String path, JsonNode body) {
            return new Request("POST", path, body);
        }
    }

    /**
     * @param body what came back: the answer, or a problem where the status is 400 or more
     * @param retryAfter how long the server asks to be left alone; null when it doesn't
     */
    record Answer(int status, JsonNode body, @Nullable Duration retryAfter) {

        public Answer(int status, JsonNode body) {
            this(status, body, null);
        }
    }

    /**
     * Sends and waits. An {@link IOException} says that no answer came: the server may have done what was asked, or not,
     * or may yet do it.
     */
    Answer send(Request request) throws IOException;
}
