package vn.toso.api.problem;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers every failed request: whatever was thrown becomes one {@code application/problem+json}. */
@Component
@Order(-2) // before Spring Boot's own error page
public final class ProblemAnswers implements WebExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

    private final Sentences sentences;
    private final JsonMapper json;

    ProblemAnswers(Sentences sentences, JsonMapper json) {
        this.sentences = sentences;
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(failure);
        }
        Fault fault = Faults.of(failure, exchange.getRequest());
        if (fault.status() == Fault.INTERNAL) {
            LOG.error(
                    "Incident {} at {}",
                    fault.args().get(0),
                    exchange.getRequest().getMethod(),
                    failure);
        }
        return write(exchange, fault);
    }

    private Mono<Void> write(ServerWebExchange exchange, Fault fault) {
        ServerHttpResponse response = exchange.getResponse();
        Locale language = Sentences.languageOf(exchange.getRequest().getHeaders());
        byte[] body = json.writeValueAsBytes(sentences.inWords(fault, language));
        response.setStatusCode(HttpStatusCode.valueOf(fault.status()));
        HttpHeaders headers = response.getHeaders();
        fault.headers().forEach(headers::put);
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setContentLanguage(language);
        headers.setContentLength(body.length);
        if (HttpMethod.HEAD.equals(exchange.getRequest().getMethod())) {
            return response.setComplete();
        }
        DataBuffer buffer = response.bufferFactory().wrap(body);
        return response.writeWith(Mono.just(buffer));
    }
}
