package vn.toso.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;

/**
 * A server may forget to read from a connection that is kept alive when one request is answered at once and the next comes
 * quickly (reactor-netty 4361 did): then phones wait, and nobody tells them why.
 */
@ApiTest
class KeptConnectionsTest {

    private static final int REQUESTS = 4_000;
    private static final int CONNECTIONS = 16;
    private static final Duration HANGS = Duration.ofSeconds(15);

    /** One is refused before anybody looks at it, the other is answered by the database. */
    private static final List<String> PATHS = List.of("/v1/areas/a%2Fb", "/v1/me");

    @Autowired
    private Api api;

    @Test
    void every_request_on_a_connection_that_is_kept_alive_is_answered() {
        ConnectionProvider connections = ConnectionProvider.create("kept", CONNECTIONS);
        String token = "Bearer " + api.tokenOf("lan");
        HttpClient client = HttpClient.create(connections).headers(headers -> headers.set("Authorization", token));

        List<Integer> answers = Flux.range(0, REQUESTS)
                .flatMap(i -> status(client, PATHS.get((i * 7 + i / 5) % PATHS.size())), CONNECTIONS)
                .collectList()
                .block();

        assertThat(answers).hasSize(REQUESTS).containsOnly(200, 400);
        connections.dispose();
    }

    private Mono<Integer> status(HttpClient client, String path) {
        return client.get()
                .uri(api.base() + path)
                .responseSingle((response, body) ->
                        body.then(Mono.just(response.status().code())))
                .timeout(HANGS);
    }
}
