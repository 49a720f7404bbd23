package vn.toso.api.problem;

import java.util.List;
import org.springframework.http.HttpHeaders;
import vn.toso.domain.problem.FieldError;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;

/**
 * A failed request before it is put into words.
 *
 * @param reason key of the sentence, under {@code detail.} in the message bundles
 * @param args what the sentence names
 * @param headers what the answer needs besides the body, such as {@code Allow}
 */
record Fault(int status, String code, String reason, List<Object> args, List<FieldError> errors, HttpHeaders headers) {

    static final int INTERNAL = 500;

    static Fault of(ProblemCode code, String reason, Object... args) {
        return new Fault(code.status(), code.code(), reason, List.of(args), List.of(), new HttpHeaders());
    }

    static Fault of(Problem problem) {
        ProblemCode code = problem.code();
        return new Fault(code.status(), code.code(), problem.reason(), List.of(), problem.errors(), new HttpHeaders());
    }

    /** A fault of ours; the caller gets only the number under which it is logged. */
    static Fault unexpected(String incident) {
        return new Fault(INTERNAL, "internal", "internal", List.of(incident), List.of(), new HttpHeaders());
    }

    Fault withStatus(int other) {
        return new Fault(other, code, reason, args, errors, headers);
    }

    Fault withHeader(String name, String value) {
        HttpHeaders more = new HttpHeaders();
        more.putAll(headers);
        more.set(name, value);
        return new Fault(status, code, reason, args, errors, more);
    }
}
