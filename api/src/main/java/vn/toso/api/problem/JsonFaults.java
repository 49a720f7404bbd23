package vn.toso.api.problem;

import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import vn.toso.domain.problem.FieldError;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;

/** Why a body could not be read, with a pointer to the place. */
public final class JsonFaults {

    private JsonFaults() {}

    /** The {@code malformed} problem for what Jackson found. */
    public static Problem of(JacksonException unreadable) {
        if (unreadable instanceof StreamConstraintsException limit) {
            boolean deep = limit.getOriginalMessage().contains("epth");
            return unreadable(FieldError.of(pointer(limit), deep ? "too-deep" : "too-big"));
        }
        if (unreadable instanceof InputCoercionException beyond) {
            return unreadable(FieldError.of(where(beyond), TypeRules.of(beyond.getTargetType())));
        }
        if (unreadable instanceof InputCoercionException beyond) {
            return unreadable(FieldError.of(where(beyond), TypeRules.of(beyond.getTargetType())));
        }
        if (unreadable instanceof StreamReadException broken) {
            boolean twice = broken.getOriginalMessage().startsWith("Duplicate");
            return unreadable(FieldError.of(where(broken), twice ? "duplicate-field" : "broken-json", place(broken)));
        }
        if (unreadable instanceof UnrecognizedPropertyException unknown) {
            return unreadable(FieldError.of(pointer(unknown), "unknown-field", known(unknown)));
        }
        if (isMissing(unreadable)) {
            return Problem.invalid(pointer(unreadable), "required");
        }
        if (unreadable instanceof MismatchedInputException mismatch) {
            return unreadable(mismatch(mismatch));
        }
        return unreadable(FieldError.of(pointer(unreadable), "wrong-type"));
    }

    /** Callers needn't know which of our numbers are primitive: no value is no value, and read well enough to say so. */
    private static boolean isMissing(JacksonException unreadable) {
        return unreadable instanceof InvalidNullException
                || unreadable.getOriginalMessage().startsWith("Cannot map `null` into type");
    }

    private static FieldError mismatch(MismatchedInputException mismatch) {
        Class<?> wanted = mismatch.getTargetType();
        String where = pointer(mismatch);
        if (mismatch.getOriginalMessage().startsWith("Trailing token")) {
            return FieldError.of("", "trailing-content");
        }
        if (wanted == null) {
            return FieldError.of(where, "wrong-type");
        }
        if (wanted.isEnum() && mismatch instanceof InvalidFormatException) {
            return FieldError.of(where, "not-one-of", Arrays.asList(wanted.getEnumConstants()));
        }
        return FieldError.of(where, TypeRules.of(wanted));
    }

    private static List<String> known(UnrecognizedPropertyException unknown) {
        return unknown.getKnownPropertyIds() == null
                ? List.of()
                : unknown.getKnownPropertyIds().stream()
                        .map(String::valueOf)
                        .sorted()
                        .toList();
    }

    private static String place(StreamReadException broken) {
        return broken.getLocation() == null
                ? "?"
                : broken.getLocation().getLineNr() + ":" + broken.getLocation().getColumnNr();
    }

    /** Where the reader stood; the path of the exception is that of the value around it. */
    private static String where(StreamReadException broken) {
        JsonParser reader = broken.processor();
        return reader == null
                ? pointer(broken)
                : reader.streamReadContext().pathAsPointer().toString();
    }

    private static Problem unreadable(FieldError error) {
        return Problem.of(ProblemCode.MALFORMED, "malformed.body", List.of(error));
    }

    private static String pointer(JacksonException unreadable) {
        StringBuilder pointer = new StringBuilder();
        for (Reference step : unreadable.getPath()) {
            String name = step.getPropertyName();
            pointer.append('/')
                    .append(
                            name == null
                                    ? String.valueOf(step.getIndex())
                                    : name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
