package vn.toso.api.problem;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What a caller reads about a problem (RFC 9457), with what is ours: the code and the fields.
 *
 * @param type {@code urn:toso:problem:<code>}
 * @param title what kind of problem it is, in the caller's language
 * @param status the HTTP status
 * @param detail what happened here and what to do, in the caller's language
 * @param code stable, for programs
 * @param errors the values that break a rule; empty when no field is to blame
 */
@Schema(name = "Problem")
public record ProblemBody(String type, String title, int status, String detail, String code, List<Field> errors) {

    /**
     * One value that breaks a rule.
     *
     * @param pointer JSON pointer to the value in the request; for a parameter of the address its name behind a slash
     * @param code stable name of the rule
     * @param message what is wrong and what to do, in the caller's language
     */
    @Schema(name = "ProblemField")
    public record Field(String pointer, String code, String message) {}
}
