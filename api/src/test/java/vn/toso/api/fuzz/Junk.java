package vn.toso.api.fuzz;

import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Values that no honest client sends: wrong types, borders, text in strange forms, operators of databases. */
final class Junk {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The first letters of the third are a decomposed ế; the fourth turns the direction of writing. */
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "Ho\u0323 Va\u0306n Bi\u0300nh e\u0302\u0301",
            "\u202Exe gnoud",
            "\u0000",
            "a\u0000b",
            "\uD83D\uDE00",
            "\uFEFF",
            "\u200B",
            "'; DROP TABLE visits; --",
            "{\"$gt\": \"\"}",
            "$where",
            "a.b",
            "../../../etc/passwd",
            "${jndi:ldap://127.0.0.1/a}",
            "<script>alert(1)</script>",
            "%00%0d%0aSet-Cookie: a=b",
            "NaN",
            "-1",
            "1e999",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "2026-02-30",
            "0000-00-00",
            "9999-12-31",
            "-999999999-01-01",
            "+999999999-12-31",
            "2026-13",
            "+999999999-12-31T23:59:59Z",
            "-292278994-08-17T07:12:55Z",
            "2026-11-20T25:61:00+99:00",
            "1970-01-01T00:00:00Z",
            "(a+)+$",
            "\\");

    private static final List<Number> NUMBERS = List.of(
            0, -1, 1, 501, Integer.MAX_VALUE, Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, 1e308, -1e-320, 0.1);

    private static final int LONG_TEXT = 20_000;
    private static final int BRIEF = 60;
    private static final int DEEP = 400;

    private final Random dice;

    Junk(Random dice) {
        this.dice = dice;
    }

    String text() {
        int what = dice.nextInt(TEXTS.size() + 1);
        return what == TEXTS.size() ? "ộ".repeat(dice.nextInt(LONG_TEXT)) : TEXTS.get(what);
    }

    /** For an address: one of more than 4 KB the server refuses before anybody sees it. */
    String brief() {
        String text = text();
        return text.length() > BRIEF ? text.substring(0, BRIEF) : text;
    }

    JsonNode json() {
        return switch (dice.nextInt(10)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(dice.nextBoolean());
            case 2, 3 -> JSON.pojoNode(NUMBERS.get(dice.nextInt(NUMBERS.size())));
            case 4 -> JSON.objectNode().put("$gt", "");
            case 5 -> JSON.objectNode().put("$where", "sleep(1000)").set("$ne", JSON.nullNode());
            case 6 -> many();
            case 7 -> dice.nextInt(20) == 0 ? deep() : JSON.arrayNode();
            default -> JSON.stringNode(text());
        };
    }

    private ArrayNode many() {
        ArrayNode all = JSON.arrayNode();
        String same = text();
        int count = dice.nextInt(8) == 0 ? 2_000 : dice.nextInt(4);
        for (int i = 0; i < count; i++) {
            all.add(same.length() > 100 ? same.substring(0, 100) : same);
        }
        return all;
    }

    private static JsonNode deep() {
        ArrayNode outermost = JSON.arrayNode();
        ArrayNode inner = outermost;
        for (int i = 0; i < DEEP; i++) {
            inner = inner.addArray();
        }
        return outermost;
    }
}
