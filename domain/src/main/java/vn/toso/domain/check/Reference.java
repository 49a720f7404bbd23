package vn.toso.domain.check;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A field that names a document elsewhere: whoever reads it expects to find that.
 *
 * @param from the collection with the field
 * @param path of the field, through lists as well
 * @param to the collection of the document that it names
 */
public record Reference(String from, String path, String to) {

    /** What the field of one document names; nothing where it is empty. */
    Stream<UUID> in(Document document) {
        return values(document, List.of(path.split("\\.")));
    }

    private static Stream<UUID> values(@Nullable Object value, List<String> rest) {
        if (value instanceof List<?> list) {
            return list.stream().flatMap(item -> values(item, rest));
        }
        if (value instanceof Document inner && !rest.isEmpty()) {
            return values(inner.get(rest.get(0)), rest.subList(1, rest.size()));
        }
        return value instanceof UUID id && rest.isEmpty() ? Stream.of(id) : Stream.empty();
    }
}
