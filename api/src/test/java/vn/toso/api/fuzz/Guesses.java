package vn.toso.api.fuzz;

import com.github.f4b6a3.uuid.UuidCreator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.toso.api.fuzz.Operation.Parameter;

/** Makes requests of an operation by dice: half of them as the document's examples, half as its schema says; most with junk. */
final class Guesses {

    /** @param body null for none */
    record Guess(
            Operation operation,
            String uri,
            Map<String, String> headers,
            @Nullable String body) {

        @Override
        public String toString() {
            String shown = body == null || body.length() < 2_000 ? body : body.substring(0, 2_000) + "…";
            return operation.method() + " " + uri + " " + headers + " " + shown;
        }
    }

    private static final int DEEPEST = 6;
    private static final int DEEP = 5_000;

    private final JsonNode document;
    private final Known known;
    private final Random dice;
    private final Junk junk;

    Guesses(JsonNode document, Known known, Random dice) {
        this.document = document;
        this.known = known;
        this.dice = dice;
        this.junk = new Junk(dice);
    }

    Guess guess(Operation operation) {
        return new Guess(operation, uri(operation), headers(operation), body(operation));
    }

    private String uri(Operation operation) {
        String path = operation.path();
        List<String> query = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            String value = dice.nextInt(4) == 0 ? junk.brief() : valueOf(parameter.name(), parameter.schema());
            if (parameter.in().equals("path")) {
                path = path.replace("{" + parameter.name() + "}", value.isEmpty() ? "%20" : encoded(value));
            } else if (parameter.in().equals("query") && dice.nextBoolean()) {
                query.add(parameter.name() + "=" + encoded(value));
                if (dice.nextInt(10) == 0) {
                    query.add(parameter.name() + "[$gt]=" + encoded(junk.brief()));
                    query.add(parameter.name() + "=" + encoded(junk.brief()));
                }
            }
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    private Map<String, String> headers(Operation operation) {
        String etag = dice.nextInt(3) == 0 ? "\"" + dice.nextInt(3) + "\"" : dice.nextBoolean() ? "*" : "W/\"x\", ";
        String type = dice.nextInt(30) == 0 ? "text/plain" : operation.mediaType();
        String language = dice.nextBoolean() ? "vi" : dice.nextBoolean() ? "en" : "x-klingon;q=9";
        return Map.of(
                "If-Match", etag, "Content-Type", type.isEmpty() ? "text/plain" : type, "Accept-Language", language);
    }

    private @Nullable String body(Operation operation) {
        JsonNode schema = operation.body();
        if (schema == null) {
            return dice.nextInt(20) == 0 ? "{" : null;
        }
        JsonNode made = !operation.examples().isEmpty() && dice.nextBoolean()
                ? known.withIds(
                        operation
                                .examples()
                                .get(dice.nextInt(operation.examples().size())),
                        dice)
                : of("", schema, 0);
        for (int damages = dice.nextInt(3); damages > 0; damages--) {
            made = damaged(made);
        }
        return mangled(made.isString() && !operation.mediaType().contains("json") ? made.asString() : made.toString());
    }

    /** Text that breaks off, or says a field twice. */
    private String mangled(String text) {
        return switch (dice.nextInt(40)) {
            case 0 -> text.substring(0, dice.nextInt(text.length() + 1));
            case 1 -> text.replaceFirst("\\{", "{\"id\":1,\"id\":2,");
            case 2 -> text + text;
            case 3 -> text.replace("\"", "'");
            case 4 -> "[".repeat(DEEP) + text;
            default -> text;
        };
    }

    private JsonNode damaged(JsonNode whole) {
        List<JsonNode> inner = new ArrayList<>();
        collect(whole, inner);
        if (inner.isEmpty()) {
            return junk.json();
        }
        JsonNode place = inner.get(dice.nextInt(inner.size()));
        if (place instanceof ArrayNode array && !array.isEmpty()) {
            array.set(dice.nextInt(array.size()), junk.json());
        } else if (place instanceof ObjectNode object && !object.isEmpty()) {
            String field = new ArrayList<>(object.propertyNames()).get(dice.nextInt(object.size()));
            switch (dice.nextInt(4)) {
                case 0 -> object.remove(field);
                case 1 -> object.set("$" + field, junk.json());
                default -> object.set(field, junk.json());
            }
        }
        return whole;
    }

    private static void collect(JsonNode node, List<JsonNode> into) {
        if (node.isContainer()) {
            into.add(node);
            node.forEach(child -> collect(child, into));
        }
    }

    private JsonNode of(String name, JsonNode schema, int depth) {
        JsonNode shape =
                schema.has("$ref") ? document.at(schema.path("$ref").asString().substring(1)) : schema;
        if (depth > DEEPEST || dice.nextInt(12) == 0) {
            return junk.json();
        }
        if (shape.has("properties")) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            shape.path("properties").properties().stream()
                    .filter(field -> dice.nextInt(5) > 0)
                    .forEach(field -> object.set(field.getKey(), of(field.getKey(), field.getValue(), depth + 1)));
            return object;
        }
        if (shape.has("items")) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (int i = dice.nextInt(3); i >= 0; i--) {
                array.add(of(name, shape.path("items"), depth + 1));
            }
            return array;
        }
        return JsonNodeFactory.instance.stringNode("").equals(shape) ? junk.json() : scalar(name, shape);
    }

    private JsonNode scalar(String name, JsonNode shape) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        String value = valueOf(name, shape);
        return switch (shape.path("type").asString()) {
            case "integer" -> json.numberNode(dice.nextInt(200));
            case "number" -> json.numberNode(dice.nextDouble() * 100);
            case "boolean" -> json.booleanNode(dice.nextBoolean());
            default -> json.stringNode(value);
        };
    }

    private String valueOf(String name, JsonNode schema) {
        JsonNode shape =
                schema.has("$ref") ? document.at(schema.path("$ref").asString().substring(1)) : schema;
        if (!shape.path("enum").isEmpty()) {
            return shape.path("enum")
                    .get(dice.nextInt(shape.path("enum").size()))
                    .asString();
        }
        if (shape.path("type").asString().equals("integer")) {
            return Integer.toString(dice.nextInt(60));
        }
        String format = shape.path("format").asString().toLowerCase(Locale.ROOT);
        return switch (format) {
            case "uuid" -> known.id(name, dice);
            case "date" -> "2026-" + (10 + dice.nextInt(3)) + "-" + (10 + dice.nextInt(18));
            case "date-time" -> "2026-11-20T19:0" + dice.nextInt(10) + ":00+07:00";
            default ->
                name.toLowerCase(Locale.ROOT).endsWith("id")
                        ? UuidCreator.getTimeOrderedEpoch().toString()
                        : word();
        };
    }

    private String word() {
        List<String> words =
                List.of("VNEID_1", "PAY_BILL", "Vi Thị Lan", "0912345678", "2026-11", "PENDING", "đi vắng");
        return words.get(dice.nextInt(words.size()));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
