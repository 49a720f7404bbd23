package vn.toso.api.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;

/** Unpacks requests that phones send with {@code Content-Encoding: gzip}; never more than the limit, whatever is packed. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class GzipRequests implements WebFilter {

    /** The largest request of all, a push, unpacked. What single controllers take is less. */
    static final DataSize LARGEST = DataSize.ofMegabytes(2);

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String encoding = exchange.getRequest().getHeaders().getFirst(HttpHeaders.CONTENT_ENCODING);
        if (encoding == null || encoding.isBlank() || encoding.equalsIgnoreCase("identity")) {
            return chain.filter(exchange);
        }
        if (!encoding.strip().toLowerCase(Locale.ROOT).equals("gzip")) {
            return Mono.error(() -> new ResponseStatusException(HttpStatus.UNSUPPORTED_MEDIA_TYPE));
        }
        return chain.filter(
                exchange.mutate().request(new Unpacked(exchange.getRequest())).build());
    }

    private static final class Unpacked extends ServerHttpRequestDecorator {

        private final HttpHeaders headers = new HttpHeaders();

        Unpacked(ServerHttpRequest packed) {
            super(packed);
            headers.putAll(packed.getHeaders());
            headers.remove(HttpHeaders.CONTENT_ENCODING);
            headers.remove(HttpHeaders.CONTENT_LENGTH);
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return DataBufferUtils.join(super.getBody(), (int) LARGEST.toBytes())
                    .map(Unpacked::unpack)
                    .flux();
        }

        private static DataBuffer unpack(DataBuffer packed) {
            try (InputStream in = new GZIPInputStream(packed.asInputStream(true))) {
                byte[] content = in.readNBytes((int) LARGEST.toBytes() + 1);
                if (content.length > LARGEST.toBytes()) {
                    throw Problem.of(ProblemCode.TOO_LARGE, "too-large");
                }
                return DefaultDataBufferFactory.sharedInstance.wrap(content);
            } catch (IOException e) {
                throw Problem.of(ProblemCode.MALFORMED, "malformed.gzip");
            }
        }
    }
}
