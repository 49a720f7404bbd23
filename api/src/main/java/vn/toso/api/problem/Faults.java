package vn.toso.api.problem;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.server.ContentTooLargeException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import tools.jackson.core.JacksonException;
import vn.toso.domain.change.DuplicateDocument;
import vn.toso.domain.change.StaleVersion;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.storage.Store;

/** Which problem a thrown thing is. What isn't listed here is a fault of ours. */
final class Faults {

    private static final int NOT_FOUND = 404;
    private static final String RETRY_SOON = "5";

    private Faults() {}

    static Fault of(Throwable failure, ServerHttpRequest request) {
        if (failure instanceof Problem problem) {
            return of(problem);
        }
        if (failure instanceof TryLater later) {
            return Fault.of(later.code(), later.reason())
                    .withHeader(HttpHeaders.RETRY_AFTER, String.valueOf(later.seconds()));
        }
        if (failure instanceof StaleVersion) {
            return Fault.of(ProblemCode.VERSION_MISMATCH, "version-mismatch");
        }
        if (failure instanceof DuplicateDocument) {
            return Fault.of(ProblemCode.CONFLICT, "conflict.exists");
        }
        if (failure instanceof AuthenticationException refused) {
            return of(refused);
        }
        if (failure instanceof AccessDeniedException) {
            return Fault.of(ProblemCode.FORBIDDEN, "forbidden");
        }
        if (failure instanceof ResponseStatusException refused) {
            return of(refused, request);
        }
        return of(failure);
    }

    private static Fault of(Problem problem) {
        boolean later = problem.code() == ProblemCode.TOO_MANY_REQUESTS || problem.code() == ProblemCode.UNAVAILABLE;
        Fault fault = Fault.of(problem);
        return later ? fault.withHeader(HttpHeaders.RETRY_AFTER, RETRY_SOON) : fault;
    }

    private static Fault of(Throwable failure) {
        if (isTooLarge(failure)) {
            return Fault.of(ProblemCode.TOO_LARGE, "too-large");
        }
        if (failure instanceof DecodingException && failure.getCause() instanceof JacksonException unreadable) {
            return Fault.of(JsonFaults.of(unreadable));
        }
        if (Store.isUnavailable(failure)) {
            return Fault.of(ProblemCode.UNAVAILABLE, "unavailable.store")
                    .withHeader(HttpHeaders.RETRY_AFTER, RETRY_SOON);
        }
        return Fault.unexpected(UUID.randomUUID().toString());
    }

    private static Fault of(AuthenticationException refused) {
        if (refused instanceof AuthenticationServiceException) {
            return Fault.of(ProblemCode.UNAVAILABLE, "unavailable.issuer")
                    .withHeader(HttpHeaders.RETRY_AFTER, RETRY_SOON);
        }
        boolean told = refused instanceof Unauthenticated;
        String reason = refused instanceof Unauthenticated known ? known.reason() : "missing";
        return Fault.of(ProblemCode.UNAUTHENTICATED, "unauthenticated." + reason)
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, told ? "Bearer error=\"invalid_token\"" : "Bearer");
    }

    private static Fault of(ResponseStatusException refused, ServerHttpRequest request) {
        if (isTooLarge(refused) || isTooLarge(refused.getCause())) {
            return Fault.of(ProblemCode.TOO_LARGE, "too-large");
        }
        if (refused instanceof ServerWebInputException unreadable) {
            return InputFaults.of(unreadable);
        }
        if (refused instanceof UnsupportedMediaTypeStatusException type) {
            return malformed("malformed.media-type", type, String.valueOf(type.getContentType()));
        }
        if (refused instanceof MethodNotAllowedException method) {
            return malformed("malformed.method", method, method.getHttpMethod(), names(method))
                    .withHeader(HttpHeaders.ALLOW, names(method));
        }
        if (refused instanceof NotAcceptableStatusException accept) {
            return malformed("malformed.accept", accept, types(accept.getSupportedMediaTypes()));
        }
        if (refused.getStatusCode().value() == NOT_FOUND) {
            return Fault.of(
                    ProblemCode.NOT_FOUND, "not-found.path", request.getPath().value());
        }
        return refused.getStatusCode().is4xxClientError()
                ? malformed("malformed", refused)
                : Fault.unexpected(UUID.randomUUID().toString());
    }

    private static Fault malformed(String reason, ResponseStatusException refused, Object... args) {
        return Fault.of(ProblemCode.MALFORMED, reason, args)
                .withStatus(refused.getStatusCode().value());
    }

    private static String names(MethodNotAllowedException refused) {
        return refused.getSupportedMethods().stream()
                .map(HttpMethod::name)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String types(List<MediaType> types) {
        return types.stream().map(MediaType::toString).collect(Collectors.joining(", "));
    }

    private static boolean isTooLarge(@org.jspecify.annotations.Nullable Throwable failure) {
        return failure instanceof ContentTooLargeException || failure instanceof DataBufferLimitException;
    }
}
