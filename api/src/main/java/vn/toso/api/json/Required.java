package vn.toso.api.json;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.problem.FieldError;

/**
 * The promise of a request record: a component without {@code @Nullable} has a value. So a record says once, for the
 * compiler, the caller and the OpenAPI document alike, what a request must have.
 */
final class Required {

    private static final Map<Class<?>, List<Part>> PARTS = new ConcurrentHashMap<>();

    private Required() {}

    private record Part(String name, Method reader, boolean required) {

        @Nullable
        Object of(Object owner) {
            try {
                return reader.invoke(owner);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** One {@code required} for each value that is missing, anywhere below {@code body}. */
    static List<FieldError> missingIn(@Nullable Object body) {
        List<FieldError> missing = new ArrayList<>();
        collect("", body, missing);
        return missing;
    }

    private static void collect(String pointer, @Nullable Object value, List<FieldError> missing) {
        if (value instanceof Record && value.getClass().getPackageName().startsWith("vn.toso.api")) {
            for (Part part : PARTS.computeIfAbsent(value.getClass(), Required::partsOf)) {
                Object inner = part.of(value);
                String where = pointer + "/" + part.name();
                if (inner == null && part.required()) {
                    missing.add(FieldError.of(where, "required"));
                }
                collect(where, inner, missing);
            }
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) == null) {
                    missing.add(FieldError.of(pointer + "/" + i, "required"));
                }
                collect(pointer + "/" + i, list.get(i), missing);
            }
        }
    }

    private static List<Part> partsOf(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).map(Required::part).toList();
    }

    private static Part part(RecordComponent component) {
        Method reader = component.getAccessor();
        reader.setAccessible(true);
        return new Part(
                component.getName(), reader, !component.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }
}
