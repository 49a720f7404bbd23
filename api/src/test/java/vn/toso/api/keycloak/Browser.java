package vn.toso.api.keycloak;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Signs somebody in as an app does: authorization code with a proof key (RFC 7636), through the issuer's own form. */
final class Browser {

    /** @param access goes with every request
     * @param refresh gets the next one */
    record Tokens(String access, String refresh) {}

    /** Browsers send cookies for secure connections to the loopback address, too. */
    private static final class LoopbackCookies extends CookieManager {

        @Override
        public void put(URI from, Map<String, List<String>> headers) throws IOException {
            super.put(from, headers);
            getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
        }
    }

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String BACK = "http://127.0.0.1/back";
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new LoopbackCookies()).build();
    private final String endpoints;
    private final String client;

    Browser(String issuer, String client) {
        this.endpoints = issuer + "/protocol/openid-connect/";
        this.client = client;
    }

    Tokens signIn(String username) throws Exception {
        String verifier = random();
        String code = codeFor(username, challenge(verifier));
        return tokens(post(
                URI.create(endpoints + "token"),
                Map.of(
                        "grant_type", "authorization_code",
                        "client_id", client,
                        "redirect_uri", BACK,
                        "code", code,
                        "code_verifier", verifier)));
    }

    /** The issuer's answer to a code whose proof key somebody else has. */
    int statusOfStolenCode(String username) throws Exception {
        String code = codeFor(username, challenge(random()));
        return post(
                        URI.create(endpoints + "token"),
                        Map.of(
                                "grant_type", "authorization_code",
                                "client_id", client,
                                "redirect_uri", BACK,
                                "code", code,
                                "code_verifier", random()))
                .statusCode();
    }

    HttpResponse<String> refresh(Tokens tokens) throws Exception {
        return post(
                URI.create(endpoints + "token"),
                Map.of("grant_type", "refresh_token", "client_id", client, "refresh_token", tokens.refresh()));
    }

    static Tokens tokens(HttpResponse<String> answer) {
        JsonNode json = JSON.readTree(answer.body());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("no token: " + answer.body());
        }
        return new Tokens(
                json.path("access_token").asString(), json.path("refresh_token").asString());
    }

    private String codeFor(String username, String challenge) throws Exception {
        String query = form(Map.of(
                "response_type",
                "code",
                "client_id",
                client,
                "redirect_uri",
                BACK,
                "scope",
                "openid",
                "state",
                random(),
                "code_challenge",
                challenge,
                "code_challenge_method",
                "S256"));
        HttpResponse<String> page = http.send(
                HttpRequest.newBuilder(URI.create(endpoints + "auth?" + query)).build(), BodyHandlers.ofString());
        String action = found(FORM, page.body()).replace("&amp;", "&");
        HttpResponse<String> back = post(URI.create(action), Map.of("username", username, "password", username));
        String location = back.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IllegalStateException(username + " was not let in: " + back.body()));
        return URLDecoder.decode(found(CODE, location), StandardCharsets.UTF_8);
    }

    private HttpResponse<String> post(URI where, Map<String, String> fields) throws Exception {
        return http.send(
                HttpRequest.newBuilder(where)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form(fields)))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in " + text);
        }
        return matcher.group(1);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String challenge(String verifier) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }
}
