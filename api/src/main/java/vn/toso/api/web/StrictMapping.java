package vn.toso.api.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import vn.toso.api.problem.ParameterName;
import vn.toso.domain.problem.FieldError;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;

/** Refuses parameters of the address that the controller doesn't know, or that come twice: a filter never just vanishes. */
final class StrictMapping extends RequestMappingHandlerMapping {

    private final Map<HandlerMethod, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    protected void handleMatch(RequestMappingInfo info, HandlerMethod handler, ServerWebExchange exchange) {
        super.handleMatch(info, handler, exchange);
        if (isOurs(handler)) {
            refuseUnknown(exchange, known.computeIfAbsent(handler, StrictMapping::parametersOf));
        }
    }

    /** Whether it is a controller of Tổ Số, none of the documentation's or the actuator's. */
    static boolean isOurs(HandlerMethod handler) {
        return handler.getBeanType().getName().startsWith("vn.toso.");
    }

    private static void refuseUnknown(ServerWebExchange exchange, Set<String> names) {
        List<FieldError> errors = new ArrayList<>();
        exchange.getRequest().getQueryParams().forEach((name, values) -> {
            if (!names.contains(name)) {
                errors.add(FieldError.of("/" + name, "unknown-parameter", List.copyOf(names)));
            } else if (values.size() > 1) {
                errors.add(FieldError.of("/" + name, "given-twice"));
            }
        });
        if (!errors.isEmpty()) {
            throw Problem.of(ProblemCode.MALFORMED, "malformed.parameter", errors);
        }
    }

    private static Set<String> parametersOf(HandlerMethod handler) {
        Set<String> names = new TreeSet<>();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestParam.class)) {
                names.add(ParameterName.of(parameter));
            } else if (parameter.getParameterType() == Paging.class) {
                names.add("limit");
                names.add("after");
            }
        }
        return names;
    }
}
