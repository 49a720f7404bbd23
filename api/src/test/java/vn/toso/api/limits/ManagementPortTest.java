package vn.toso.api.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.context.TestPropertySource;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.Reply;

/**
 * Figures of the node are for whoever is on the machine; health is for load balancers as well. An application of its own:
 * others that end in this JVM take Netty's common threads along, and with them the ports of figures that are open.
 */
@ApiTest
@TestPropertySource(properties = "spring.application.name=management-port")
class ManagementPortTest {

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    Api api;

    @LocalManagementPort
    int port;

    @Value("${management.server.address}")
    String address;

    @Test
    void figuresAreHadOnThePortOfTheirOwnOnLoopback() throws Exception {
        assertThat(address).isEqualTo("127.0.0.1");
        assertThat(get("/actuator/metrics").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/metrics/toso.requests.working").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/env").statusCode()).isEqualTo(404);
        assertThat(get("/v1/me").statusCode()).isEqualTo(404);
    }

    @Test
    void theServersPortTellsHealthAndNothingElse() {
        Reply health = api.asNobody().gets("/actuator/health").is(200);
        assertThat(health.at("/status")).isEqualTo("UP");
        assertThat(health.json().has("components")).isFalse();
        api.asNobody().gets("/actuator/health/liveness").is(200);
        api.asNobody().gets("/actuator/health/readiness").is(200);
        api.asNobody().gets("/actuator/health/no-such-group").isProblem(404, "not-found");
        api.asNobody().gets("/actuator/metrics").isProblem(401, "unauthenticated");
        api.asLan().gets("/actuator/metrics").isProblem(403, "forbidden");
        api.asAnh().gets("/actuator/metrics").isProblem(404, "not-found");
        api.asAnh().gets("/actuator").isProblem(404, "not-found");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                BodyHandlers.ofString());
    }
}
