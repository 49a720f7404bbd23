package vn.toso.api.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.Reply;
import vn.toso.domain.storage.Store;

@ApiTest
class PushHealthTest {

    @Autowired
    private Api api;

    @Autowired
    private Store store;

    @Test
    void pushes_that_wait_for_over_ten_minutes_degrade_health_and_take_no_node_out() {
        Instant longAgo = Instant.now().minus(Duration.ofMinutes(11));
        var pushes = store.collection("pushes", Document.class);
        // As a node leaves it that has it in hand and says nothing.
        Document stuck = new Document("_id", "stuck")
                .append("state", "WAITING")
                .append("enqueuedAt", Date.from(longAgo))
                .append("dueAt", Date.from(Instant.now().plusSeconds(600)));
        Mono.from(pushes.insertOne(stuck)).block();
        try {
            Reply degraded = api.asNobody().gets("/actuator/health").is(200);
            assertThat(degraded.at("/status")).isEqualTo("DEGRADED");
            assertThat(api.asNobody().gets("/actuator/health/readiness").is(200).at("/status"))
                    .isEqualTo("UP");
        } finally {
            Mono.from(pushes.deleteOne(Filters.eq("_id", "stuck"))).block();
        }
        assertThat(api.asNobody().gets("/actuator/health").is(200).at("/status"))
                .isEqualTo("UP");
    }
}
