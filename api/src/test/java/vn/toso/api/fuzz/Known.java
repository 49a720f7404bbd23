package vn.toso.api.fuzz;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Ids of what is there, by words in the names of fields that name them, so that a guess gets past the first check. */
final class Known {

    private final Map<String, List<String>> byWord;
    private final List<String> all;

    /** @param byWord such as {@code household}; everything behind such a word in a field's name or path */
    Known(Map<String, List<String>> byWord) {
        this.byWord = byWord;
        this.all = byWord.values().stream().flatMap(List::stream).toList();
    }

    String id(String field, Random dice) {
        int what = dice.nextInt(10);
        if (what == 0) {
            return UuidCreator.getTimeOrderedEpoch().toString();
        }
        List<String> fitting = fitting(field);
        return what == 1 || fitting.isEmpty() ? any(all, dice) : any(fitting, dice);
    }

    private List<String> fitting(String field) {
        String name = field.toLowerCase(Locale.ROOT);
        return byWord.entrySet().stream()
                .filter(entry -> name.contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    /** The example with new ids of its own, and ids that are there wherever it names something. */
    JsonNode withIds(JsonNode example, Random dice) {
        return filled("", example, dice);
    }

    private JsonNode filled(String field, JsonNode node, Random dice) {
        if (node.isObject()) {
            ObjectNode filled = JsonNodeFactory.instance.objectNode();
            node.properties()
                    .forEach(entry -> filled.set(entry.getKey(), filled(entry.getKey(), entry.getValue(), dice)));
            return filled;
        }
        if (node.isArray()) {
            ArrayNode filled = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> filled.add(filled(field, item, dice)));
            return filled;
        }
        if (node.isString() && node.asString().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            boolean own = field.equals("id") || field.equals("mutationId");
            return JsonNodeFactory.instance.stringNode(
                    own ? UuidCreator.getTimeOrderedEpoch().toString() : id(field, dice));
        }
        return node;
    }

    private static String any(List<String> ids, Random dice) {
        return ids.get(dice.nextInt(ids.size()));
    }
}
