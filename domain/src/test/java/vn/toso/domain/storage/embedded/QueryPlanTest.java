package vn.toso.domain.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which queries are answered without looking at the whole collection. */
class QueryPlanTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final LocalCommands server = new LocalCommands();

    @BeforeEach
    void fill() {
        server.createIndex("changes", true, "stream", "seq");
        server.createIndex("visits", false, "hamletId", "occurredAt");
        server.createIndex("visits", false, "folded");
        server.createIndex("visits", false, "tags");
        server.createIndex("visits", false, "hamletId", "tags");
        server.insert(
                "changes",
                1000,
                i -> new Document("_id", "visit:" + i).append("stream", i % 4).append("seq", (long) (i / 4 + 1)));
        server.insert(
                "visits",
                1000,
                i -> new Document("_id", new UUID(0, i))
                        .append("hamletId", new UUID(1, i % 10))
                        .append("occurredAt", START.plusSeconds(i))
                        .append("folded", "nguyen van " + i)
                        .append("tags", List.of("t" + i % 7, "u" + i % 3)));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Optional<QueryPlan> plan(String collection, Document query, Document order, boolean limited) {
        return QueryPlan.best(server.indexes(collection), Conditions.of(query), order, limited);
    }

    private long examined(String collection, Document query) {
        return plan(collection, query, new Document(), false)
                .map(plan -> plan.ids().count())
                .orElse(-1L);
    }

    private static Document by(String field, int direction) {
        return new Document(field, direction);
    }

    @Test
    void an_id_among_other_conditions_is_looked_up() {
        assertThat(examined("visits", new Document("_id", new UUID(0, 7)).append("revision.version", 3)))
                .isEqualTo(1);
        assertThat(examined(
                        "visits",
                        new Document("hamletId", new UUID(1, 1))
                                .append("_id", new Document("$in", List.of(new UUID(0, 1), new UUID(0, 2))))))
                .isEqualTo(2);
        assertThat(examined("visits", new Document("_id", new UUID(9, 9)))).isZero();
    }

    @Test
    void the_log_is_read_on_from_a_position_in_its_order() {
        Document after = new Document("stream", 2).append("seq", new Document("$gt", 240L));
        QueryPlan plan = plan("changes", after, by("seq", 1), true).orElseThrow();

        assertThat(plan.ordered()).isTrue();
        assertThat(plan.ids()).startsWith("visit:958", "visit:962").hasSize(11);
        assertThat(server.find("changes", after, by("seq", 1), 3))
                .extracting(change -> change.get("seq"))
                .containsExactly(241L, 242L, 243L);
    }

    @Test
    void the_last_position_of_a_stream_is_the_first_step_backwards() {
        QueryPlan plan =
                plan("changes", new Document("stream", 3), by("seq", -1), true).orElseThrow();
        assertThat(plan.ordered()).isTrue();
        assertThat(plan.ids().findFirst()).contains("visit:999");
    }

    @Test
    void a_secondary_index_serves_a_hamlet_and_a_span_newest_first() {
        Document query = new Document("hamletId", new UUID(1, 5))
                .append(
                        "occurredAt",
                        new Document("$gte", START.plusSeconds(900)).append("$lt", START.plusSeconds(950)));
        assertThat(examined("visits", query)).isEqualTo(5);
        assertThat(plan("visits", query, by("occurredAt", -1).append("_id", -1), true)
                        .orElseThrow()
                        .ordered())
                .isTrue();
        assertThat(server.find("visits", query, by("occurredAt", -1), 2))
                .extracting(visit -> visit.get("_id"))
                .containsExactly(new UUID(0, 945), new UUID(0, 935));
    }

    /** So the Java driver says {@code and(gt(…), lte(…))}. */
    @Test
    void a_span_whose_ends_are_said_apart_is_walked_from_end_to_end() {
        Document part = new Document(
                "$and",
                List.of(
                        new Document("seq", new Document("$gt", 100L)),
                        new Document("seq", new Document("$lte", 105L)),
                        new Document("seq", new Document("$gt", 3L))));
        Document query = new Document("$and", List.of(new Document("stream", 2), part));

        assertThat(examined("changes", query)).isEqualTo(6);
        assertThat(server.find("changes", query, by("seq", 1), 0))
                .extracting(change -> change.get("seq"))
                .containsExactly(101L, 102L, 103L, 104L, 105L);
    }

    @Test
    void several_hamlets_are_several_walks() {
        Document query = new Document("hamletId", new Document("$in", List.of(new UUID(1, 1), new UUID(1, 2))))
                .append("occurredAt", new Document("$gte", START.plusSeconds(980)));
        assertThat(examined("visits", query)).isEqualTo(4);
        assertThat(server.find("visits", query, by("occurredAt", 1), 0))
                .extracting(visit -> visit.get("_id"))
                .containsExactly(new UUID(0, 981), new UUID(0, 982), new UUID(0, 991), new UUID(0, 992));
    }

    @Test
    void an_anchored_expression_reads_what_begins_so() {
        assertThat(examined("visits", new Document("folded", new BsonRegularExpression("^nguyen van 99"))))
                .isEqualTo(11);
        assertThat(examined("visits", new Document("folded", new BsonRegularExpression("^\\Qnguyen van 99\\E"))))
                .isEqualTo(11);
        assertThat(examined("visits", new Document("folded", new BsonRegularExpression("van 99"))))
                .isEqualTo(-1);
        assertThat(examined("visits", new Document("folded", new BsonRegularExpression("^nguyen van 9|x"))))
                .isEqualTo(-1);
    }

    @Test
    void an_element_of_a_list_is_looked_up_and_a_document_comes_once() {
        Document query = new Document("tags", new Document("$in", Arrays.asList("t1", "u1")));
        assertThat(examined("visits", query)).isEqualTo(428);
        assertThat(server.find("visits", query, new Document(), 0)).hasSize(428);
    }

    @Test
    void alternatives_are_looked_up_each() {
        Document query = new Document(
                "$or",
                List.of(
                        new Document("_id", new UUID(0, 3)),
                        new Document("hamletId", new UUID(1, 3)).append("occurredAt", START.plusSeconds(13))));
        assertThat(server.find("visits", query, by("_id", 1), 0))
                .extracting(visit -> visit.get("_id"))
                .containsExactly(new UUID(0, 3), new UUID(0, 13));
    }

    @Test
    void an_order_alone_is_served_when_few_are_wanted() {
        assertThat(plan("visits", new Document("note", "x"), by("folded", 1), true)
                        .orElseThrow()
                        .ordered())
                .isTrue();
        assertThat(plan("visits", new Document("note", "x"), by("folded", 1), false))
                .isEmpty();
    }

    @Test
    void a_write_keeps_the_indexes() {
        UUID id = new UUID(0, 7);
        server.run(new Document("update", "visits")
                .append(
                        "updates",
                        List.of(new Document("q", new Document("_id", id))
                                .append("u", new Document("$set", new Document("hamletId", new UUID(1, 99)))))));
        assertThat(server.find("visits", new Document("hamletId", new UUID(1, 99)), new Document(), 0))
                .hasSize(1);
        assertThat(examined("visits", new Document("hamletId", new UUID(1, 7)))).isEqualTo(99);

        server.run(new Document("delete", "visits")
                .append("deletes", List.of(new Document("q", new Document("_id", id)).append("limit", 1))));
        assertThat(examined("visits", new Document("hamletId", new UUID(1, 99))))
                .isZero();
    }

    @Test
    void an_aggregation_starts_from_its_first_match() {
        Document answer = server.run(new Document("aggregate", "visits")
                .append(
                        "pipeline",
                        List.of(
                                new Document("$match", new Document("hamletId", new UUID(1, 5))),
                                new Document("$group", new Document("_id", null).append("n", new Document("$sum", 1)))))
                .append("cursor", new Document()));
        assertThat(LocalCommands.firstBatch(answer)).extracting(d -> d.get("n")).containsExactly(100);
    }
}
