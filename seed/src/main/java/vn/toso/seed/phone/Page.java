package vn.toso.seed.phone;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * One answer to a pull.
 *
 * @param puts documents to keep, each in place of its former version
 * @param removes documents to forget
 * @param next where the following pull goes on
 * @param more whether there is more at once
 * @param entered hamlets that the member got
 * @param left hamlets that the member has no more
 */
record Page(
        List<Document> puts,
        List<Document.Key> removes,
        String next,
        boolean more,
        Set<String> entered,
        Set<String> left) {

    static Page of(JsonNode answer) {
        List<Document> puts = new ArrayList<>();
        List<Document.Key> removes = new ArrayList<>();
        for (JsonNode change : answer.get("changes")) {
            String kind = change.get("kind").asString();
            UUID id = UUID.fromString(change.get("id").asString());
            if (change.get("op").asString().equals("put")) {
                puts.add(new Document(kind, id, change.get("version").asLong(), change.get("body")));
            } else {
                removes.add(new Document.Key(kind, id));
            }
        }
        JsonNode scope = answer.get("scope");
        return new Page(
                puts,
                removes,
                answer.get("next").asString(),
                answer.get("more").asBoolean(),
                texts(scope.get("entered")),
                texts(scope.get("left")));
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new HashSet<>();
        list.forEach(one -> texts.add(one.asString()));
        return texts;
    }

    boolean isEmpty() {
        return puts.isEmpty() && removes.isEmpty() && entered.isEmpty() && left.isEmpty();
    }
}
