package vn.toso.api.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.toso.api.FreshDatabase;
import vn.toso.api.World;

/** The page in a real browser, in front of an application behind an issuer. Skipped where there is no Chromium. */
@SpringBootTest(
        webEnvironment = WebEnvironment.DEFINED_PORT,
        properties = {
            "toso.demo=false",
            "server.address=127.0.0.1",
            "spring.autoconfigure.exclude=vn.toso.seed.reference.ReferenceAutoConfiguration"
        })
@ContextConfiguration(initializers = FreshDatabase.class)
@Import(World.class)
@DirtiesContext
class DashboardSignInTest {

    private static String home;
    private static FakeIssuer issuer;

    @TempDir
    Path folder;

    @DynamicPropertySource
    static void behindAnIssuer(DynamicPropertyRegistry properties) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        home = "http://127.0.0.1:" + port + "/";
        issuer = FakeIssuer.start(home, "demo:hoa");
        properties.add("server.port", () -> port);
        properties.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", issuer::url);
    }

    @AfterAll
    static void stop() {
        issuer.close();
    }

    @Test
    void a_leader_signs_in_at_the_issuer_by_code_and_proof_key() throws Exception {
        Optional<Path> program = Chromium.installed();
        assumeTrue(program.isPresent(), "No Chromium on the path.");
        try (Chromium browser = Chromium.start(program.get(), folder)) {
            BrowserPage page = browser.open();

            page.go(home + "#service=PAY_BILL");
            page.await("document.querySelector('.figure') !== null", 30);

            assertThat(page.text("h1")).contains("Minh Hợp");
            assertThat(page.value("location.search").asString()).isEmpty();
            assertThat(page.value("location.hash").asString()).contains("service=PAY_BILL");
            assertThat(issuer.signIns()).isEqualTo(1);
            assertThat(page.complaints()).isEmpty();
        }
    }
}
