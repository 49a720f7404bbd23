package vn.toso.api.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import vn.toso.domain.problem.Problem;

/** Reads {@code ?limit=} and {@code ?after=}. */
final class PagingArgument implements SyncHandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Paging.class;
    }

    @Override
    public @Nullable Object resolveArgumentValue(
            MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
        var query = exchange.getRequest().getQueryParams();
        String after = query.getFirst("after");
        return new Paging(limit(query.getFirst("limit")), after == null || after.isEmpty() ? null : after);
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return Paging.DEFAULT_LIMIT;
        }
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= Paging.LARGEST_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // answered below, as every other number that isn't a limit
        }
        throw Problem.invalid("/limit", "range", 1, Paging.LARGEST_LIMIT);
    }
}
