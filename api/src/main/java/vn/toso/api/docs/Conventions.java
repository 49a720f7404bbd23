package vn.toso.api.docs;

import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import vn.toso.api.security.SignedIn;
import vn.toso.api.web.IfMatch;
import vn.toso.api.web.Needs;
import vn.toso.api.web.Paging;
import vn.toso.domain.access.Permission;
import vn.toso.domain.access.Role;
import vn.toso.domain.problem.ProblemCode;

/** What every operation has in common: parameters of lists, versions, and the problems that it can answer with. */
final class Conventions implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        if (operation.getTags() != null && !operation.getTags().isEmpty()) {
            operation.setOperationId(
                    operation.getTags().get(0) + "-" + handler.getMethod().getName());
        }
        if (has(handler, parameter -> parameter.getParameterType() == Paging.class)) {
            operation.addParametersItem(limit());
            operation.addParametersItem(after());
        }
        if (has(handler, parameter -> parameter.hasParameterAnnotation(IfMatch.class))) {
            operation.addParametersItem(ifMatch());
        }
        sayWho(operation, handler);
        problemsOf(handler)
                .forEach(code -> operation
                        .getResponses()
                        .addApiResponse(
                                String.valueOf(code.status()),
                                new ApiResponse().$ref("#/components/responses/" + code.code())));
        return operation;
    }

    /** For people in the description, for programs in {@code x-permissions}. */
    private static void sayWho(Operation operation, HandlerMethod handler) {
        Needs needs = handler.getMethodAnnotation(Needs.class);
        if (needs == null) {
            return;
        }
        String roles = Arrays.stream(Role.values())
                .filter(role -> Arrays.stream(needs.value()).allMatch(row -> row.isGivenTo(role)))
                .map(role -> "`" + role + "`")
                .collect(Collectors.joining(", "));
        String own = needs.orOwn() ? "; everybody for the own" : "";
        operation.setDescription(operation.getDescription() + " *For " + roles + own + ".*");
        operation.addExtension("x-permissions", names(needs));
        if (needs.orOwn()) {
            operation.addExtension("x-or-own", true);
        }
    }

    private static List<String> names(Needs needs) {
        return Arrays.stream(needs.value()).map(Permission::name).toList();
    }

    private static Set<ProblemCode> problemsOf(HandlerMethod handler) {
        Set<ProblemCode> codes =
                EnumSet.of(ProblemCode.MALFORMED, ProblemCode.TOO_MANY_REQUESTS, ProblemCode.UNAVAILABLE);
        boolean body = has(handler, parameter -> parameter.hasParameterAnnotation(RequestBody.class));
        boolean path = has(handler, parameter -> parameter.hasParameterAnnotation(PathVariable.class));
        boolean query = has(handler, Conventions::isQuery);
        if (!handler.getBeanType().isAnnotationPresent(SecurityRequirements.class)) {
            codes.add(ProblemCode.UNAUTHENTICATED);
            codes.add(ProblemCode.FORBIDDEN);
        }
        if (body || query) {
            codes.add(ProblemCode.INVALID);
        }
        if (body) {
            codes.add(ProblemCode.TOO_LARGE);
        }
        boolean binding = has(handler, parameter -> parameter.getParameterType() == SignedIn.class);
        if (path || query || (body && !binding)) {
            codes.add(ProblemCode.NOT_FOUND);
        }
        if (changes(handler)) {
            codes.add(ProblemCode.CONFLICT);
        }
        if (has(handler, parameter -> parameter.hasParameterAnnotation(IfMatch.class))) {
            codes.add(ProblemCode.VERSION_MISMATCH);
        }
        return codes;
    }

    private static boolean isQuery(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(RequestParam.class) || parameter.getParameterType() == Paging.class;
    }

    private static boolean changes(HandlerMethod handler) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
        return mapping != null && !Arrays.asList(mapping.method()).contains(RequestMethod.GET);
    }

    private static boolean has(HandlerMethod handler, Predicate<MethodParameter> what) {
        return Arrays.stream(handler.getMethodParameters()).anyMatch(what);
    }

    private static Parameter limit() {
        IntegerSchema schema = new IntegerSchema();
        schema.setMinimum(BigDecimal.ONE);
        schema.setMaximum(BigDecimal.valueOf(Paging.LARGEST_LIMIT));
        schema.setDefault(Paging.DEFAULT_LIMIT);
        return new Parameter()
                .in("query")
                .name("limit")
                .description("How many at most.")
                .schema(schema);
    }

    private static Parameter after() {
        return new Parameter()
                .in("query")
                .name("after")
                .description("The `next` of the part before; absent for the first part.")
                .schema(new StringSchema());
    }

    private static Parameter ifMatch() {
        return new Parameter()
                .in("header")
                .name("If-Match")
                .description("The `ETag` of the version that the change was made from; without it, whatever is there"
                        + " is changed.")
                .example("\"3\"")
                .schema(new StringSchema());
    }
}
