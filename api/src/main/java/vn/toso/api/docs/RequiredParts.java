package vn.toso.api.docs;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Marks as required what a record promises to have: every component that isn't {@code @Nullable}. */
final class RequiredParts implements ModelConverter {

    private static final String REFERENCE = "#/components/schemas/";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> schema = chain.next().resolve(type, context, chain);
        JavaType java = Json.mapper().constructType(type.getType());
        if (schema != null && java != null && isOurRecord(java.getRawClass())) {
            mark(schema, java.getRawClass(), context);
        }
        return schema;
    }

    private static boolean isOurRecord(Class<?> type) {
        return type.isRecord() && type.getName().startsWith("vn.toso.");
    }

    private static void mark(Schema<?> schema, Class<?> type, ModelConverterContext context) {
        String reference = schema.get$ref();
        Schema<?> defined =
                reference == null ? schema : context.getDefinedModels().get(reference.substring(REFERENCE.length()));
        if (defined != null && defined.getProperties() != null) {
            List<String> required = Arrays.stream(type.getRecordComponents())
                    .filter(part -> !part.getAnnotatedType().isAnnotationPresent(Nullable.class))
                    .map(part -> part.getName())
                    .filter(name -> defined.getProperties().containsKey(name))
                    .toList();
            defined.setRequired(required.isEmpty() ? null : required);
        }
    }
}
