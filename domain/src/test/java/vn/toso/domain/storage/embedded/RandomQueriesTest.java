package vn.toso.domain.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.DocumentComparator;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever index serves a query: the answer is that of looking at every document. */
class RandomQueriesTest {

    private static final int ROUNDS = 12;
    private static final int QUERIES = 150;
    private static final List<String> FIELDS = List.of("a", "b", "c.d", "list", "c.list", "_id");

    private final DefaultQueryMatcher matcher = new DefaultQueryMatcher();

    @Test
    void an_index_never_changes_an_answer() {
        long seed = System.nanoTime();
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(seed + round);
            try (LocalCommands server = new LocalCommands()) {
                createIndexes(server, random);
                server.insert("things", 120, i -> thing(random, i));
                change(server, random);
                createIndexes(server, random);
                check(server, random, "round " + round + " of seed " + seed);
            }
        }
    }

    private void check(LocalCommands server, Random random, String moment) {
        List<Document> all = server.find("things", new Document(), new Document(), 0);
        for (int i = 0; i < QUERIES; i++) {
            Document query = query(random);
            Document order = order(random);
            int limit = random.nextInt(3) == 0 ? 1 + random.nextInt(10) : 0;
            List<Document> expected = all.stream()
                    .filter(document -> matcher.matches(document, query))
                    .sorted(new DocumentComparator(order))
                    .limit(limit == 0 ? Long.MAX_VALUE : limit)
                    .toList();
            assertThat(server.find("things", query, order, limit))
                    .as("%s: %s by %s, at most %s", moment, query, order, limit)
                    .isEqualTo(expected);
        }
    }

    private static void createIndexes(LocalCommands server, Random random) {
        for (int i = 0; i < 3; i++) {
            List<String> fields = new ArrayList<>(FIELDS.subList(0, 5));
            java.util.Collections.shuffle(fields, random);
            List<String> chosen = fields.subList(0, 1 + random.nextInt(3));
            if (!(chosen.contains("list") && chosen.contains("c.list"))) {
                server.createIndex("things", false, chosen.toArray(String[]::new));
            }
        }
    }

    private static void change(LocalCommands server, Random random) {
        for (int i = 0; i < 60; i++) {
            Document thing = thing(random, random.nextInt(120));
            Document which = new Document("q", new Document("_id", thing.get("_id")));
            server.run(
                    random.nextInt(4) == 0
                            ? new Document("delete", "things").append("deletes", List.of(which.append("limit", 1)))
                            : new Document("update", "things").append("updates", List.of(which.append("u", thing))));
        }
    }

    private static Document thing(Random random, int number) {
        Document thing = new Document("_id", new UUID(number % 3L - 1, number));
        put(random, thing, "a", value(random));
        put(random, thing, "b", value(random));
        put(random, thing, "list", random.nextInt(4) == 0 ? value(random) : list(random));
        Document inner = new Document();
        put(random, inner, "d", value(random));
        put(random, inner, "list", list(random));
        return random.nextInt(8) == 0 ? thing : thing.append("c", inner);
    }

    private static void put(Random random, Document document, String field, @Nullable Object value) {
        if (random.nextInt(6) != 0) {
            document.put(field, value);
        }
    }

    private static List<@Nullable Object> list(Random random) {
        return Arrays.asList(IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> value(random))
                .toArray());
    }

    private static @Nullable Object value(Random random) {
        int number = random.nextInt(6);
        return switch (random.nextInt(7)) {
            case 0 -> null;
            case 1 -> (long) number;
            case 2 -> number + 0.5;
            case 3, 4 -> List.of("an", "anh", "binh", "bui", "đông", "x").get(number);
            case 5 -> new UUID(number - 3L, 1);
            default -> number;
        };
    }

    private static Document query(Random random) {
        Document query = new Document();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            query.put(FIELDS.get(random.nextInt(FIELDS.size())), asked(random));
        }
        if (random.nextInt(5) == 0) {
            query.put("$or", List.of(simple(random), simple(random)));
        }
        if (random.nextInt(3) == 0) {
            String field = FIELDS.get(random.nextInt(FIELDS.size()));
            query.put("$and", List.of(new Document(field, asked(random)), new Document(field, asked(random))));
        }
        return query;
    }

    private static Document simple(Random random) {
        return new Document(FIELDS.get(random.nextInt(FIELDS.size())), asked(random));
    }

    private static @Nullable Object asked(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> new Document("$in", Arrays.asList(value(random), value(random), value(random)));
            case 1 -> new Document("$gte", present(random));
            case 2 -> new Document("$lt", present(random));
            case 3 -> new Document("$gt", present(random)).append("$lte", present(random));
            case 4 ->
                new BsonRegularExpression(
                        "^" + List.of("a", "an", "b", "bin?h", "[xđ]").get(random.nextInt(5)), "");
            case 5 -> new Document("$ne", value(random));
            case 6 -> new UUID(random.nextInt(3) - 1L, random.nextInt(120));
            default -> value(random);
        };
    }

    private static Object present(Random random) {
        Object value = value(random);
        return value == null ? 3 : value;
    }

    /** Ends with the id, so that one order is right. */
    private static Document order(Random random) {
        Document order = new Document();
        for (int i = random.nextInt(3); i > 0; i--) {
            order.put(FIELDS.get(random.nextInt(3)), random.nextBoolean() ? 1 : -1);
        }
        return order.append("_id", random.nextBoolean() ? 1 : -1);
    }
}
