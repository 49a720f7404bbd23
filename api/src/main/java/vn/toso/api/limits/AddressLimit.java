package vn.toso.api.limits;

import java.net.InetSocketAddress;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * What an address may ask for, before anybody looks who it is. Mobile networks put thousands of phones behind one address,
 * so it gets much with a token and little without one.
 */
@Component
@Order(-300) // before tokens are looked at
final class AddressLimit implements WebFilter {

    private static final String HEALTH = "/actuator/health";

    /** Files of the page and the documentation: cheap, and many at once. */
    private static final List<String> FILES = List.of("/dashboard/", "/webjars/", "/swagger-ui", "/v3/api-docs");

    private final Allowance everything;
    private final Allowance strangers;

    AddressLimit(LimitSettings settings) {
        this.everything = new Allowance(settings.address());
        this.strangers = new Allowance(settings.stranger());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        String path = request.getPath().value();
        if (path.startsWith(HEALTH)) {
            return chain.filter(exchange);
        }
        return Mono.fromRunnable(() -> take(request, path)).then(Mono.defer(() -> chain.filter(exchange)));
    }

    private void take(ServerHttpRequest request, String path) {
        String address = addressOf(request);
        everything.take(address);
        boolean stranger = !request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION);
        if (stranger && FILES.stream().noneMatch(path::startsWith)) {
            strangers.take(address);
        }
    }

    private static String addressOf(ServerHttpRequest request) {
        InetSocketAddress remote = request.getRemoteAddress();
        return remote == null || remote.getAddress() == null
                ? "unknown"
                : remote.getAddress().getHostAddress();
    }
}
