package vn.toso.api;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.toso.api.security.DemoIssuer;

/** The running application, spoken to as somebody: {@code api.asLan().gets("/v1/me").is(200)}. */
@TestComponent
public final class Api {

    private final WebServerApplicationContext application;
    private final DemoIssuer issuer;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    Api(WebServerApplicationContext application, DemoIssuer issuer) {
        this.application = application;
        this.issuer = issuer;
    }

    /** A team member of Xóm 1. */
    public Caller asLan() {
        return as("lan");
    }

    /** Another one. */
    public Caller asMinh() {
        return as("minh");
    }

    /** Leads Minh Hợp. */
    public Caller asHoa() {
        return as("hoa");
    }

    /** A team member of the other commune. */
    public Caller asThuy() {
        return as("thuy");
    }

    /** Staff of the oversight area. */
    public Caller asDuc() {
        return as("duc");
    }

    /** Administers the province. */
    public Caller asAnh() {
        return as("anh");
    }

    /** The data officer. */
    public Caller asBao() {
        return as("bao");
    }

    /** The member of that handle, whether there is one or not. */
    public Caller as(String handle) {
        return withToken(tokenOf(handle));
    }

    /** The same each time, as phones have it: to sign and to verify one costs more than most of what is asked with it. */
    public String tokenOf(String handle) {
        return tokens.computeIfAbsent(handle, issuer::tokenFor);
    }

    public Caller withToken(String token) {
        return asNobody().with("Authorization", "Bearer " + token);
    }

    public Caller asNobody() {
        return new Caller(client(), base());
    }

    /** For what no {@link Caller} says. */
    public WebTestClient client() {
        return WebTestClient.bindToServer()
                .baseUrl(base())
                .responseTimeout(java.time.Duration.ofSeconds(20))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(16 << 20))
                .build();
    }

    /** Where the application listens: {@code http://127.0.0.1:port}. */
    public String base() {
        return "http://127.0.0.1:" + application.getWebServer().getPort();
    }
}
