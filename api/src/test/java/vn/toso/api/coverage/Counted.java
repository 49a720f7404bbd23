package vn.toso.api.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import tools.jackson.databind.JsonNode;
import vn.toso.api.Caller;

/** Coverage that has caught up. */
public final class Counted {

    private static final Duration SOON = Duration.ofSeconds(60);

    private Counted() {}

    /** What is said once everything is counted that was acknowledged until now. */
    public static JsonNode by(Caller caller, String path) throws InterruptedException {
        Instant now = Instant.now();
        long deadline = System.nanoTime() + SOON.toNanos();
        while (true) {
            JsonNode answer = caller.gets(path).is(200).json();
            Instant asOf = OffsetDateTime.parse(answer.get("asOf").asString()).toInstant();
            if (asOf.isAfter(now)) {
                return answer;
            }
            assertThat(System.nanoTime())
                    .as("coverage as of %s, not of %s", asOf, now)
                    .isLessThan(deadline);
            Thread.sleep(20);
        }
    }
}
