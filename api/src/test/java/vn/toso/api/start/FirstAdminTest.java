package vn.toso.api.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.toso.api.TosoApplication;
import vn.toso.domain.access.Role;
import vn.toso.domain.team.BindSubject;
import vn.toso.domain.team.Member;

/** A new installation behind an issuer, on its real reference data. */
class FirstAdminTest {

    private static final Pattern CODE = Pattern.compile(": ([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})$");

    @TempDir
    Path folder;

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(TosoApplication.class)
                .run(
                        "--toso.demo=false",
                        "--toso.data-dir=" + folder,
                        "--server.address=127.0.0.1",
                        "--server.port=0",
                        "--spring.security.oauth2.resourceserver.jwt.issuer-uri=http://127.0.0.1:1/realms/toso");
    }

    private static List<String> codes(ConfigurableApplicationContext application) {
        return application.getBean(NodeLifecycle.class).loaded().stream()
                .map(CODE::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void the_start_says_how_the_first_administrator_gets_in_until_there_is_one() {
        try (ConfigurableApplicationContext first = start()) {
            assertThat(codes(first)).hasSize(1);
            Member bound = Objects.requireNonNull(first.getBean(BindSubject.class)
                    .bind("an", codes(first).get(0))
                    .block(Duration.ofSeconds(20)));
            assertThat(bound.role()).isEqualTo(Role.PROVINCE_ADMIN);
        }
        try (ConfigurableApplicationContext next = start()) {
            assertThat(codes(next)).isEmpty();
        }
    }
}
