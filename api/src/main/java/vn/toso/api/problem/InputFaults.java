package vn.toso.api.problem;

import java.util.Arrays;
import java.util.List;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;
import vn.toso.domain.problem.FieldError;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;

/** Which value of a request could not be read: in its body, its address, its headers. */
final class InputFaults {

    private InputFaults() {}

    static Fault of(ServerWebInputException unreadable) {
        for (Throwable cause = unreadable.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return Fault.of(problem);
            }
            if (cause instanceof JacksonException json) {
                return Fault.of(JsonFaults.of(json));
            }
            if (cause instanceof TypeMismatchException mismatch) {
                return Fault.of(mismatch(unreadable.getMethodParameter(), mismatch));
            }
        }
        if (unreadable instanceof MissingRequestValueException missing) {
            return Fault.of(Problem.invalid("/" + missing.getName(), "required"));
        }
        MethodParameter parameter = unreadable.getMethodParameter();
        boolean body = parameter != null && parameter.hasParameterAnnotation(RequestBody.class);
        return Fault.of(ProblemCode.MALFORMED, body ? "malformed.body-missing" : "malformed");
    }

    private static Problem mismatch(
            @org.jspecify.annotations.Nullable MethodParameter parameter, TypeMismatchException mismatch) {
        String pointer = parameter == null ? "" : "/" + ParameterName.of(parameter);
        return Problem.of(ProblemCode.MALFORMED, "malformed.parameter", List.of(rule(pointer, mismatch)));
    }

    private static FieldError rule(String pointer, TypeMismatchException mismatch) {
        Class<?> wanted = mismatch.getRequiredType();
        if (wanted != null && wanted.isEnum()) {
            return FieldError.of(pointer, "not-one-of", Arrays.asList(wanted.getEnumConstants()));
        }
        return FieldError.of(pointer, wanted == null ? "wrong-type" : TypeRules.of(wanted));
    }
}
