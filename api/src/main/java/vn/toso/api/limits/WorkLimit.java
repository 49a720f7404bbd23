package vn.toso.api.limits;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.api.limits.Seats.Taken;
import vn.toso.api.problem.TryLater;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;

/**
 * Lets in as many requests as the node can work on. A seat is taken when the body is there, however slowly it came, and given
 * back when the answer begins, however slowly it goes: slow networks cost memory, never work. Health is always answered.
 */
@Component
@Order(-250) // behind the limit of addresses, before tokens are looked at
final class WorkLimit implements WebFilter {

    /** Of a body as it is sent; the same as unpacked. */
    private static final DataSize LARGEST = DataSize.ofMegabytes(2);

    private static final String HEALTH = "/actuator/health";
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final Seats seats;
    private final Duration longest;
    private final Duration slowest;

    WorkLimit(Seats seats, LimitSettings settings) {
        this.seats = seats;
        this.longest = settings.time();
        this.slowest = settings.slowest();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if (request.getPath().value().startsWith(HEALTH)) {
            return chain.filter(exchange);
        }
        return hasBody(request) ? withBody(exchange, chain) : work(exchange, chain);
    }

    private static boolean hasBody(ServerHttpRequest request) {
        return request.getHeaders().getContentLength() > 0
                || request.getHeaders().containsHeader(HttpHeaders.TRANSFER_ENCODING);
    }

    private Mono<Void> withBody(ServerWebExchange exchange, WebFilterChain chain) {
        long length = exchange.getRequest().getHeaders().getContentLength();
        if (length > LARGEST.toBytes()) {
            return Mono.error(() -> Problem.of(ProblemCode.TOO_LARGE, "too-large"));
        }
        return Mono.using(
                () -> seats.hold(length >= 0 ? length : LARGEST.toBytes()),
                held -> DataBufferUtils.join(body(exchange), (int) LARGEST.toBytes())
                        .map(WorkLimit::bytes)
                        .defaultIfEmpty(new byte[0])
                        .map(body -> exchange.mutate()
                                .request(new Read(exchange.getRequest(), body))
                                .build())
                        .flatMap(read -> work(read, chain)),
                Taken::giveBack);
    }

    /**
     * Not by the server's own read timeout: it is taken off a connection while an answer to it begins on another thread, and
     * that answer fails.
     */
    private Flux<DataBuffer> body(ServerWebExchange exchange) {
        return exchange.getRequest().getBody().timeout(slowest).onErrorMap(TimeoutException.class, tooSlow -> {
            exchange.getResponse().getHeaders().set(HttpHeaders.CONNECTION, "close");
            return new TryLater(ProblemCode.UNAVAILABLE, "unavailable.too-slow", RETRY);
        });
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private Mono<Void> work(ServerWebExchange exchange, WebFilterChain chain) {
        return Mono.using(seats::sit, seat -> seated(exchange, chain, seat), Taken::giveBack);
    }

    private Mono<Void> seated(ServerWebExchange exchange, WebFilterChain chain, Taken seat) {
        ServerHttpResponse response = exchange.getResponse();
        response.beforeCommit(() -> Mono.fromRunnable(seat::giveBack));
        Mono<?> tooLong =
                Mono.delay(longest).filter(over -> !response.isCommitted()).switchIfEmpty(Mono.never());
        return chain.filter(exchange).timeout(tooLong, Mono.error(WorkLimit::tooLong));
    }

    private static TryLater tooLong() {
        return new TryLater(ProblemCode.UNAVAILABLE, "unavailable.too-long", RETRY);
    }

    /** A request whose body is there already. */
    private static final class Read extends ServerHttpRequestDecorator {

        private final byte[] body;

        Read(ServerHttpRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return body.length == 0 ? Flux.empty() : Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body));
        }
    }
}
