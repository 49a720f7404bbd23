package vn.toso.domain.storage.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What all matches of a query have in common.
 *
 * @param fields what is asked of single fields; where a field is asked twice, what narrows most
 * @param alternatives the branches of {@code $or}, each with what is asked beside it; empty without one
 */
record Conditions(Map<String, Condition> fields, List<Conditions> alternatives) {

    static Conditions of(Document query) {
        Map<String, Condition> fields = new LinkedHashMap<>();
        List<Document> branches = new ArrayList<>();
        collect(query, fields, branches);
        return new Conditions(
                fields,
                branches.stream().map(branch -> alternative(fields, branch)).toList());
    }

    private static void collect(Document query, Map<String, Condition> fields, List<Document> branches) {
        query.forEach((name, asked) -> {
            if (name.equals("$and")) {
                documents(asked).forEach(part -> collect(part, fields, branches));
            } else if (name.equals("$or")) {
                branches.addAll(branches.isEmpty() ? documents(asked) : List.of());
            } else if (!name.startsWith("$")) {
                narrow(fields, name, Condition.of(asked));
            }
        });
    }

    private static Conditions alternative(Map<String, Condition> outer, Document branch) {
        Map<String, Condition> fields = new LinkedHashMap<>(outer);
        collect(branch, fields, new ArrayList<>());
        return new Conditions(fields, List.of());
    }

    private static void narrow(Map<String, Condition> fields, String name, @Nullable Condition condition) {
        if (condition != null) {
            fields.merge(name, condition, Condition::narrowed);
        }
    }

    private static List<Document> documents(@Nullable Object list) {
        return list instanceof Collection<?> parts
                ? parts.stream()
                        .filter(Document.class::isInstance)
                        .map(Document.class::cast)
                        .toList()
                : List.of();
    }
}
