package vn.toso.domain.problem;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a request, so that one answer names everything. */
public final class FieldErrors {

    private final List<FieldError> errors = new ArrayList<>();

    public void add(String pointer, String rule, Object... args) {
        errors.add(FieldError.of(pointer, rule, args));
    }

    public void addAll(List<FieldError> more) {
        errors.addAll(more);
    }

    /** Notes a broken rule unless {@code holds}. */
    public void check(boolean holds, String pointer, String rule, Object... args) {
        if (!holds) {
            add(pointer, rule, args);
        }
    }

    /** Notes {@code required} when there is no value. */
    public void require(@Nullable Object value, String pointer) {
        check(value != null, pointer, "required");
    }

    public boolean isEmpty() {
        return errors.isEmpty();
    }

    public List<FieldError> list() {
        return List.copyOf(errors);
    }

    /** Throws {@code invalid} with everything noted, if anything was. */
    public void throwIfAny() {
        if (!errors.isEmpty()) {
            throw Problem.invalid(list());
        }
    }
}
