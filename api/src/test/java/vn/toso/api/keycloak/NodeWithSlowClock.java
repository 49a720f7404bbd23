package vn.toso.api.keycloak;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import vn.toso.api.TosoApplication;

/** The product on a machine whose clock is half a minute behind: every fresh token comes from its future. */
final class NodeWithSlowClock {

    @TestConfiguration(proxyBeanMethods = false)
    static class Behind {

        @Bean
        Clock clock() {
            return Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-30));
        }
    }

    private NodeWithSlowClock() {}

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(TosoApplication.class, Behind.class)
                .properties("spring.main.allow-bean-definition-overriding=true")
                .run(arguments);
    }
}
