package vn.toso.api.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

/** What a node refuses to start with, before it opens anything. */
class StartConditionsTest {

    private static final String ISSUER = "spring.security.oauth2.resourceserver.jwt.issuer-uri";

    private final MockEnvironment environment = new MockEnvironment();

    private void decide() {
        new StartConditions().postProcessEnvironment(environment, new SpringApplication());
    }

    @Test
    void with_nothing_set_it_is_a_demo_for_this_machine_alone() {
        decide();

        assertThat(environment.getProperty("toso.demo")).isEqualTo("true");
        assertThat(environment.getProperty("server.address")).isEqualTo("127.0.0.1");
    }

    @Test
    void behind_an_issuer_there_is_no_demo_and_every_address_is_served() {
        environment.setProperty(ISSUER, "https://id.example.vn/realms/toso");

        decide();

        assertThat(environment.getProperty("toso.demo")).isEqualTo("false");
        assertThat(environment.getProperty("server.address")).isNull();
    }

    @Test
    void a_demo_stands_beside_no_issuer() {
        environment.setProperty("toso.demo", "true");
        environment.setProperty(ISSUER, "https://id.example.vn/realms/toso");

        assertThatThrownBy(this::decide).isInstanceOf(CannotStart.class).hasMessageContaining(ISSUER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "10.0.0.7", "192.168.1.2"})
    void a_demo_listens_nowhere_but_on_loopback(String address) {
        environment.setProperty("server.address", address);

        assertThatThrownBy(this::decide).isInstanceOf(CannotStart.class).hasMessageContaining(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "localhost"})
    void it_may_be_told_which_loopback(String address) {
        environment.setProperty("server.address", address);

        decide();

        assertThat(environment.getProperty("server.address")).isEqualTo(address);
    }

    @Test
    void beside_a_mongodb_nobody_could_sign_in_without_an_issuer() {
        environment.setProperty("toso.mongodb.uri", "mongodb://db1/toso");

        assertThatThrownBy(this::decide).isInstanceOf(CannotStart.class).hasMessageContaining("Nobody could sign in");
    }

    @Test
    void a_demo_is_on_or_off() {
        environment.setProperty("toso.demo", "perhaps");

        assertThatThrownBy(this::decide).isInstanceOf(CannotStart.class).hasMessageContaining("perhaps");
    }

    @Test
    void a_check_is_in_nobodys_way() {
        environment.setProperty("toso.check", "true");
        environment.setProperty("server.port", "8080");

        decide();

        assertThat(environment.getProperty("server.port")).isEqualTo("0");
        assertThat(environment.getProperty("management.server.port")).isEqualTo("0");
    }
}
