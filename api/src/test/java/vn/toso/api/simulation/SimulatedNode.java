package vn.toso.api.simulation;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;
import vn.toso.api.TosoApplication;
import vn.toso.domain.storage.Store;
import vn.toso.seed.phone.Transport.Answer;
import vn.toso.seed.phone.Transport.Request;

/** A node with an application context of its own, asked within this JVM. It can be killed at any moment. */
final class SimulatedNode {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ConfigurableApplicationContext application;
    private final HttpHandler handler;
    private final Sinks.Empty<Void> death = Sinks.empty();
    private volatile boolean dead;

    private SimulatedNode(ConfigurableApplicationContext application) {
        this.application = application;
        this.handler = WebHttpHandlerBuilder.applicationContext(application).build();
    }

    static SimulatedNode start(String uri, Path folder) {
        return new SimulatedNode(new SpringApplicationBuilder(TosoApplication.class, Impatience.class)
                .run(
                        "--server.port=0",
                        "--management.server.port=-1",
                        "--toso.limits.member=0",
                        "--toso.limits.device=0",
                        "--server.shutdown=immediate",
                        "--toso.demo=true",
                        "--toso.privacy.consent=unless-refused",
                        "--toso.mongodb.uri=" + uri,
                        "--toso.data-dir=" + folder,
                        "--springdoc.api-docs.enabled=false",
                        "--spring.main.allow-bean-definition-overriding=true",
                        "--spring.main.register-shutdown-hook=false",
                        // What a dying node shouts is no news here.
                        "--logging.level.root=off",
                        "--logging.level.vn.toso=off",
                        "--spring.autoconfigure.exclude=vn.toso.seed.generator.DemoAutoConfiguration,"
                                + "vn.toso.seed.reference.ReferenceAutoConfiguration"));
    }

    <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    <T> Map<String, T> beans(Class<T> type) {
        return application.getBeansOfType(type);
    }

    /** An {@link IOException} says what it says to a phone: the node died, and nobody knows what it did before. */
    Answer exchange(Request request, String token) throws IOException {
        if (dead) {
            throw new IOException("nobody listens");
        }
        MockServerHttpResponse response = new MockServerHttpResponse();
        Mono.firstWithSignal(handler.handle(http(request, token), response), death.asMono())
                .block(PATIENCE);
        if (dead) {
            throw new IOException("the node died");
        }
        // What sets no status means 200.
        HttpStatusCode status = Objects.requireNonNullElse(response.getStatusCode(), HttpStatus.OK);
        String body = response.getBodyAsString().block(PATIENCE);
        return new Answer(status.value(), JSON.readTree(body == null || body.isEmpty() ? "null" : body));
    }

    private static MockServerHttpRequest http(Request request, String token) {
        MockServerHttpRequest.BodyBuilder http = MockServerHttpRequest.method(
                        HttpMethod.valueOf(request.method()), URI.create(request.path()))
                .header("Authorization", "Bearer " + token);
        return request.body() == null
                ? http.build()
                : http.contentType(MediaType.APPLICATION_JSON)
                        .body(request.body().toString());
    }

    /**
     * Leaves it where it stands: its connections to the database are closed under whatever is on them, so that a statement
     * that was sent takes effect or not and none follows; what waited to be written is never written, its leases run out
     * by themselves, its callers get no answer. That it is a thread and no process that dies spares some seconds for each;
     * what the operating system and a dead JVM take along besides is nothing that a node keeps.
     */
    void kill() {
        dead = true;
        death.tryEmitEmpty();
        bean(Store.class).close();
        Thread grave = new Thread(application::close, "grave");
        grave.setDaemon(true);
        grave.start();
    }

    void stop() {
        dead = true;
        application.close();
    }
}
