package vn.toso.api.security;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Requests to the actuator's own port, while it is bound to loopback: whoever gets there is on the machine, and needs no token.
 * Bound to another address it asks for the province's token, as ever.
 */
final class ManagementPort implements ServerWebExchangeMatcher {

    private static final int NONE = -1;

    private final Environment environment;
    private volatile @Nullable Integer open;

    ManagementPort(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Mono<MatchResult> matches(ServerWebExchange exchange) {
        return portOf(exchange.getRequest()) == openPort() ? MatchResult.match() : MatchResult.notMatch();
    }

    /** The port that needs no token; -1 while there is none. */
    private int openPort() {
        Integer found = open;
        if (found == null) {
            Integer port = environment.getProperty("local.management.port", Integer.class);
            Integer main = environment.getProperty("local.server.port", Integer.class);
            if (port == null || main == null) {
                return NONE;
            }
            found = port.equals(main) || !isLoopback() ? Integer.valueOf(NONE) : port;
            open = found;
        }
        return found;
    }

    private static int portOf(ServerHttpRequest request) {
        InetSocketAddress local = request.getLocalAddress();
        return local == null ? NONE - 1 : local.getPort();
    }

    private boolean isLoopback() {
        String address = environment.getProperty("management.server.address", "");
        try {
            return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
