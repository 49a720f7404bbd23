package vn.toso.api.limits;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Headers that keep browsers from doing with an answer what it is not for. Spring Security adds its own; CORS is not set up
 * anywhere, so no other page may read an answer.
 */
@Component
@Order(-400)
final class AnswerHeaders implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        boolean data = exchange.getRequest().getPath().value().startsWith("/v1/");
        exchange.getResponse()
                .beforeCommit(() ->
                        Mono.fromRunnable(() -> complete(exchange.getResponse().getHeaders(), data)));
        return chain.filter(exchange);
    }

    private static void complete(HttpHeaders headers, boolean data) {
        setIfAbsent(headers, "Referrer-Policy", "no-referrer");
        setIfAbsent(headers, "Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        setIfAbsent(headers, "Cross-Origin-Resource-Policy", "same-origin");
        if (data) {
            setIfAbsent(headers, "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        }
    }

    private static void setIfAbsent(HttpHeaders headers, String name, String value) {
        if (!headers.containsHeader(name)) {
            headers.set(name, value);
        }
    }
}
