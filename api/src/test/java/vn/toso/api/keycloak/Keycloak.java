package vn.toso.api.keycloak;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Keycloak with the realm {@code toso}, and what its administrator does. */
final class Keycloak implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ADMIN = "admin";
    private static final long LONGEST_START = TimeUnit.MINUTES.toNanos(3);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final String url;

    private Keycloak(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /**
     * @param unpacked the folder in which the distribution was unpacked
     * @param realm its realm, as JSON
     */
    static Keycloak start(Path unpacked, Path realm, Path log) throws Exception {
        Path home;
        try (Stream<Path> inside = Files.list(unpacked)) {
            home = inside.filter(Files::isDirectory).findFirst().orElseThrow();
        }
        Path imports = Files.createDirectories(home.resolve("data/import"));
        Files.write(imports.resolve("toso-realm.json"), Files.readAllBytes(realm));
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                        "sh",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--db=dev-mem",
                        "--import-realm")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN,
                        "JAVA_HOME", System.getProperty("java.home")));
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
        Keycloak keycloak = new Keycloak(process, "http://127.0.0.1:" + port);
        keycloak.awaitRealm(log);
        return keycloak;
    }

    String issuer() {
        return url + "/realms/toso";
    }

    /** Tokens are signed by a new key from now on; the old one is still published. */
    void rotateKeys() throws Exception {
        String realm = asAdmin("GET", "", null).path("id").asString();
        asAdmin("POST", "/components", """
                {"name": "rotated", "providerId": "rsa-generated", "providerType": "org.keycloak.keys.KeyProvider",
                 "parentId": "%s", "config": {"priority": ["200"], "enabled": ["true"], "active": ["true"]}}
                """.formatted(realm));
    }

    void disable(String username) throws Exception {
        asAdmin("PUT", "/users/" + idOf(username), "{\"enabled\": false}");
    }

    void endSessionsOf(String username) throws Exception {
        asAdmin("POST", "/users/" + idOf(username) + "/logout", "{}");
    }

    private String idOf(String username) throws Exception {
        return asAdmin("GET", "/users?exact=true&username=" + username, null)
                .get(0)
                .path("id")
                .asString();
    }

    private JsonNode asAdmin(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/admin/realms/toso" + path))
                .header("Authorization", "Bearer " + adminToken())
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(request + " was answered " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body().isBlank() ? "{}" : answer.body());
    }

    private String adminToken() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "grant_type=password&client_id=admin-cli&username=" + ADMIN + "&password=" + ADMIN))
                .build();
        return JSON.readTree(http.send(request, BodyHandlers.ofString()).body())
                .path("access_token")
                .asString();
    }

    private void awaitRealm(Path log) throws Exception {
        long begun = System.nanoTime();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() - begun > LONGEST_START) {
                throw new IllegalStateException("Keycloak did not start:\n" + Files.readString(log));
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public void close() {
        end(process);
    }
}
