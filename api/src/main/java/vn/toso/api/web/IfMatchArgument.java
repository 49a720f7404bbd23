package vn.toso.api.web;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import vn.toso.domain.problem.FieldError;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;

/** Reads the version in {@code If-Match}. */
final class IfMatchArgument implements SyncHandlerMethodArgumentResolver {

    private static final Pattern ONE_VERSION = Pattern.compile("\"([0-9]{1,18})\"");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(IfMatch.class);
    }

    @Override
    public @Nullable Object resolveArgumentValue(
            MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
        List<String> sent = exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.IF_MATCH);
        return sent.isEmpty() ? null : version(String.join(",", sent));
    }

    private static @Nullable Long version(String text) {
        if (text.strip().equals("*")) {
            return null;
        }
        Matcher version = ONE_VERSION.matcher(text.strip());
        if (!version.matches()) {
            throw Problem.of(
                    ProblemCode.MALFORMED,
                    "malformed.header",
                    List.of(FieldError.of("/If-Match", "not-a-version", "\"3\"")));
        }
        return Long.valueOf(version.group(1));
    }
}
