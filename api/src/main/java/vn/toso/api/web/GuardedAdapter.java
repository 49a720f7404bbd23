package vn.toso.api.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.DispatchExceptionHandler;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.toso.api.json.Ids;
import vn.toso.api.security.SignedIn;
import vn.toso.api.trail.AboutCitizens;
import vn.toso.api.trail.DeedNotes;
import vn.toso.domain.access.Actor;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;

/**
 * Calls a controller only for whom the table of rights lets in, and writes down who was shown citizens' data and who was
 * refused. An operation of ours without a row lets in nobody.
 */
final class GuardedAdapter extends RequestMappingHandlerAdapter {

    private final DeedNotes notes;

    GuardedAdapter(DeedNotes notes) {
        this.notes = notes;
    }

    @Override
    public Mono<HandlerResult> handle(ServerWebExchange exchange, Object handler) {
        HandlerMethod operation = (HandlerMethod) handler;
        @Nullable Needs needs = operation.getMethodAnnotation(Needs.class);
        if (!StrictMapping.isOurs(operation) || operation.hasMethodAnnotation(OpenTo.class)) {
            return super.handle(exchange, handler);
        }
        if (needs == null) {
            return Mono.error(() -> Problem.of(ProblemCode.FORBIDDEN, "forbidden"));
        }
        // Without a principal the filter chain let in anybody: what is open by a setting. An operation that has written
        // its
        // answer itself ends without a result, which must not look like nobody's call.
        return exchange.<SignedIn>getPrincipal()
                .map(SignedIn::actor)
                .map(who -> new Call(exchange, operation, needs, who.on(DeviceHeader.of(exchange.getRequest()))))
                .map(call -> guarded(call, super.handle(exchange, handler)))
                .defaultIfEmpty(super.handle(exchange, handler))
                .flatMap(handling -> handling);
    }

    private record Call(ServerWebExchange exchange, HandlerMethod operation, Needs needs, Actor who) {

        void check() {
            if (!needs.orOwn()) {
                Arrays.stream(needs.value()).forEach(who::require);
            }
        }

        boolean isRead() {
            return HttpMethod.GET.equals(exchange.getRequest().getMethod());
        }

        /** As the API's documentation names it. */
        String name() {
            Object pattern = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            return exchange.getRequest().getMethod() + " " + pattern;
        }

        /** The ids in the address. */
        List<UUID> ids() {
            Map<String, String> path =
                    exchange.getAttributeOrDefault(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.of());
            Map<String, String> query = exchange.getRequest().getQueryParams().toSingleValueMap();
            return Stream.concat(path.values().stream(), query.values().stream())
                    .flatMap(text -> Ids.ifAny(text).stream())
                    .distinct()
                    .toList();
        }
    }

    private Mono<HandlerResult> guarded(Call call, Mono<HandlerResult> handling) {
        return Mono.fromRunnable(call::check)
                .then(handling)
                .map(result -> noted(call, result))
                .doOnError(Problem.class, refusal -> note(call, refusal));
    }

    private HandlerResult noted(Call call, HandlerResult result) {
        if (!(result.getReturnValue() instanceof Mono<?> answer)) {
            return result;
        }
        Mono<?> noted = noted(call, answer).doOnError(Problem.class, refusal -> note(call, refusal));
        HandlerResult same =
                new HandlerResult(result.getHandler(), noted, result.getReturnTypeSource(), result.getBindingContext());
        DispatchExceptionHandler failing = result.getExceptionHandler();
        return failing == null ? same : same.setExceptionHandler(failing);
    }

    private Mono<?> noted(Call call, Mono<?> answer) {
        if (call.needs().unlogged()) {
            Mono<Void> change = Mono.defer(() -> notes.changed(call.who(), call.name(), call.ids()));
            return answer.<Object>flatMap(body -> change.thenReturn(body)).switchIfEmpty(change.then(Mono.empty()));
        }
        return call.isRead() ? answer.delayUntil(body -> noteShown(call, body)) : answer;
    }

    private Mono<Void> noteShown(Call call, Object answer) {
        Object body = answer instanceof ResponseEntity<?> entity ? entity.getBody() : answer;
        List<UUID> households =
                body == null ? List.of() : AboutCitizens.in(body).distinct().toList();
        return notes.shown(call.who(), call.name(), households);
    }

    private void note(Call call, Problem refusal) {
        if (refusal.code() == ProblemCode.FORBIDDEN || refusal.code() == ProblemCode.NOT_FOUND) {
            notes.refused(call.who(), call.name(), call.ids(), refusal.code().code());
        }
    }
}
