package vn.toso.api.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.toso.api.FreshDatabase;
import vn.toso.api.TosoApplication;
import vn.toso.api.World;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Role;
import vn.toso.domain.team.InviteMember;
import vn.toso.domain.team.MemberForm;
import vn.toso.domain.world.TestWorld;

/** The page in a real browser, in front of an application behind an issuer. Skipped where there is no Chromium. */
class DashboardSignInTest {

    @TempDir
    Path folder;

    private static ConfigurableApplicationContext application(int port, String issuer) {
        return new SpringApplicationBuilder(TosoApplication.class, World.class)
                .initializers(new FreshDatabase())
                .run(
                        "--toso.demo=false",
                        "--server.address=127.0.0.1",
                        "--server.port=" + port,
                        "--management.server.port=0",
                        "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + issuer,
                        "--spring.autoconfigure.exclude=vn.toso.seed.reference.ReferenceAutoConfiguration");
    }

    private static int freePort() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    /** What somebody sees and does who opens the page. */
    private interface Visit {
        void at(String home, BrowserPage page, FakeIssuer issuer, ConfigurableApplicationContext application)
                throws Exception;
    }

    private void comesAs(String subject, Visit visit) throws Exception {
        Optional<Path> program = Chromium.installed();
        assumeTrue(program.isPresent(), "No Chromium on the path.");
        int port = freePort();
        String home = "http://127.0.0.1:" + port + "/";
        try (FakeIssuer issuer = FakeIssuer.start(home, subject);
                ConfigurableApplicationContext running = application(port, issuer.url());
                Chromium browser = Chromium.start(program.get(), folder)) {
            visit.at(home, browser.open(), issuer, running);
        }
    }

    @Test
    void a_leader_signs_in_at_the_issuer_by_code_and_proof_key() throws Exception {
        comesAs("demo:hoa", (home, page, issuer, running) -> {
            page.go(home + "#service=PAY_BILL");
            page.await("document.querySelector('.figure') !== null", 30);

            assertThat(page.text("h1")).contains("Minh Hợp");
            assertThat(page.value("location.search").asString()).isEmpty();
            assertThat(page.value("location.hash").asString()).contains("service=PAY_BILL");
            assertThat(issuer.signIns()).isEqualTo(1);
            assertThat(page.complaints()).isEmpty();
            assertThat(running.isRunning()).isTrue();
        });
    }

    @Test
    void who_comes_for_the_first_time_enters_the_code_of_the_invitation() throws Exception {
        comesAs("somebody new", (home, page, issuer, running) -> {
            page.go(home);
            page.await("document.querySelector('#code') !== null", 30);
            assertThat(page.seriousBarriers()).isEmpty();

            enter(page, "0000-0000-0000");
            page.await("document.querySelector('[role=alert]').textContent !== ''", 30);
            enter(page, invitation(running));
            page.await("document.querySelector('.figure') !== null", 30);

            assertThat(page.text("h1")).contains("Minh Hợp");
        });
    }

    private static void enter(BrowserPage page, String code) throws Exception {
        page.value("document.querySelector('#code').value = " + BrowserPage.quoted(code));
        page.click("main button.primary");
    }

    private static String invitation(ConfigurableApplicationContext application) {
        MemberForm leader = new MemberForm("Cán bộ mới", null, Role.COMMUNE_LEADER, List.of(TestWorld.MINH_HOP.id()));
        InviteMember invite = application.getBean(InviteMember.class);
        return Objects.requireNonNull(invite.invite(Actor.SYSTEM, leader).block(Duration.ofSeconds(10)))
                .code();
    }
}
