package vn.toso.notifications.fcm;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * One message as FCM got it.
 *
 * @param nanos {@link System#nanoTime} of its arrival
 * @param path of the request
 * @param authorization the header
 * @param message the {@code message} of the body
 */
public record Received(long nanos, String path, String authorization, JsonObject message) {

    public String token() {
        return message.get("token").getAsString();
    }

    public String data(String key) {
        return at("data", key);
    }

    /** The text at a path into the message; empty where there is nothing. */
    public String at(String... path) {
        JsonElement found = message;
        for (String name : path) {
            found = found != null && found.isJsonObject()
                    ? found.getAsJsonObject().get(name)
                    : null;
        }
        return found == null ? "" : found.isJsonPrimitive() ? found.getAsString() : found.toString();
    }
}
