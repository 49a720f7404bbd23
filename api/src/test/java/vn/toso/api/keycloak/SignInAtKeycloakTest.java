package vn.toso.api.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.toso.api.Caller;
import vn.toso.api.TosoApplication;
import vn.toso.api.benchmark.AppProcess;
import vn.toso.api.keycloak.Browser.Tokens;

/** A new installation behind a real issuer, from the first administrator on. One story, told in order. */
@Tag("keycloak")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SignInAtKeycloakTest {

    private static final Pattern CODE = Pattern.compile("enter this code until \\S+: ([0-9A-Z-]+)");
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    static Path folder;

    private static Keycloak keycloak;
    private static AppProcess app;
    private static Path log;
    private static Tokens an;
    private static String lansId;
    private static String lansCode;

    @BeforeAll
    static void start() throws Exception {
        keycloak = Keycloak.start(
                Path.of("target", "keycloak"),
                Path.of("src", "test", "resources", "keycloak", "toso-realm.json"),
                folder.resolve("keycloak.log"));
        log = folder.resolve("app.log");
        app = node(TosoApplication.class, log);
    }

    private static AppProcess node(Class<?> main, Path log) throws Exception {
        return AppProcess.start(
                List.of(
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        main.getName(),
                        "--toso.demo=false",
                        "--server.address=127.0.0.1",
                        "--toso.data-dir=" + folder.resolve(main.getSimpleName()),
                        "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + keycloak.issuer(),
                        "--spring.security.oauth2.resourceserver.jwt.audiences=toso"),
                "/actuator/health/readiness",
                log);
    }

    @AfterAll
    static void stop() {
        if (app != null) {
            app.close();
        }
        if (keycloak != null) {
            keycloak.close();
        }
    }

    @Test
    @Order(1)
    void the_first_administrator_comes_in_with_the_code_that_the_start_printed() throws Exception {
        an = browser("toso-app").signIn("an");
        as(an).gets("/v1/me").isProblem(403, "forbidden");

        Matcher printed = CODE.matcher(Files.readString(log));
        assertThat(printed.find()).isTrue();
        as(an).posts("/v1/me/bind", "{\"code\": \"%s\"}".formatted(printed.group(1)))
                .is(200);

        assertThat(as(an).gets("/v1/me").is(200).at("/member/role")).isEqualTo("PROVINCE_ADMIN");
    }

    @Test
    @Order(2)
    void an_invitation_binds_the_account_that_brings_it_and_no_second_one() throws Exception {
        String commune = as(an).gets("/v1/areas?level=COMMUNE&limit=1").is(200).at("/items/0/id");
        String hamlet =
                as(an).posts("/v1/areas", """
                        {"name": "Thử", "type": "BAN", "parentId": "%s"}""".formatted(commune)).is(201).at("/id");
        JsonNode invited =
                as(an).posts("/v1/members", """
                        {"name": "Vi Thị Thử", "role": "TEAM_MEMBER", "areas": ["%s"]}""".formatted(hamlet)).is(201).json();
        lansId = invited.at("/member/id").asString();
        lansCode = invited.path("code").asString();
        Tokens lan = browser("toso-app").signIn("lan");

        as(lan).posts("/v1/me/bind", "{\"code\": \"%s\"}".formatted(lansCode)).is(200);

        assertThat(as(lan).gets("/v1/me").is(200).at("/hamlets/0/id")).isEqualTo(hamlet);
        Tokens stranger = browser("toso-app").signIn("stranger");
        as(stranger)
                .posts("/v1/me/bind", "{\"code\": \"%s\"}".formatted(lansCode))
                .isProblem(422, "invalid");
        as(stranger).gets("/v1/areas").isProblem(403, "forbidden");
    }

    @Test
    @Order(3)
    void a_code_without_its_proof_key_is_worth_nothing() throws Exception {
        assertThat(browser("toso-app").statusOfStolenCode("lan")).isEqualTo(400);
    }

    @Test
    @Order(4)
    void a_token_for_another_service_is_refused() throws Exception {
        Tokens elsewhere = browser("something-else").signIn("an");

        as(elsewhere).gets("/v1/me").isProblem(401, "unauthenticated");
    }

    @Test
    @Order(5)
    void new_keys_are_found_and_tokens_of_the_old_ones_stay_good() throws Exception {
        String before = keyOf(an);
        keycloak.rotateKeys();

        Tokens after = browser("toso-app").signIn("an");

        assertThat(keyOf(after)).isNotEqualTo(before);
        as(after).gets("/v1/me").is(200);
        as(an).gets("/v1/me").is(200);
    }

    @Test
    @Order(6)
    void when_the_issuer_ends_a_session_its_token_dies_with_its_time_and_no_other_follows() throws Exception {
        Browser browser = browser("toso-brief");
        Tokens lan = browser.signIn("lan");
        as(lan).gets("/v1/me").is(200);
        keycloak.endSessionsOf("lan");

        assertThat(browser.refresh(lan).statusCode()).isEqualTo(400);
        await().atMost(SOON).untilAsserted(() -> as(lan).gets("/v1/me").isProblem(401, "unauthenticated"));
    }

    @Test
    @Order(7)
    void who_is_disabled_at_the_issuer_gets_no_further_token() throws Exception {
        Browser browser = browser("toso-brief");
        Tokens lan = browser.signIn("lan");
        keycloak.disable("lan");

        assertThat(browser.refresh(lan).statusCode()).isEqualTo(400);
        await().atMost(SOON).untilAsserted(() -> as(lan).gets("/v1/me").isProblem(401, "unauthenticated"));
    }

    @Test
    @Order(8)
    void who_is_suspended_here_is_out_at_once_whatever_the_issuer_says() throws Exception {
        Tokens stranger = browser("toso-app").signIn("stranger");
        String code = as(an).posts("/v1/members/" + lansId + "/invitation", "{}")
                .json()
                .path("code")
                .asString();
        as(stranger).posts("/v1/me/bind", "{\"code\": \"%s\"}".formatted(code)).is(200);
        as(stranger).gets("/v1/me").is(200);

        as(an).patches("/v1/members/" + lansId, "{\"status\": \"SUSPENDED\"}").is(200);

        as(stranger).gets("/v1/me").isProblem(403, "forbidden");
    }

    @Test
    @Order(9)
    void a_node_whose_clock_is_behind_the_issuers_takes_a_fresh_token() throws Exception {
        Tokens fresh = browser("toso-app").signIn("an");

        try (AppProcess behind = node(NodeWithSlowClock.class, folder.resolve("behind.log"))) {
            // Nobody is known on its database: it knows the token, and not the member.
            Caller.at(behind.url())
                    .with("Authorization", "Bearer " + fresh.access())
                    .gets("/v1/me")
                    .isProblem(403, "forbidden");
        }
    }

    private static Browser browser(String client) {
        return new Browser(keycloak.issuer(), client);
    }

    private static Caller as(Tokens tokens) {
        return Caller.at(app.url()).with("Authorization", "Bearer " + tokens.access());
    }

    private static String keyOf(Tokens tokens) throws Exception {
        return com.nimbusds.jwt.SignedJWT.parse(tokens.access()).getHeader().getKeyID();
    }
}
