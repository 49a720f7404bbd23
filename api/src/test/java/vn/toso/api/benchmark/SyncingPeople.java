package vn.toso.api.benchmark;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.GZIPOutputStream;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The demo commune's team members, each with a phone that pushes visits and pulls. */
final class SyncingPeople {

    /** @param packed bytes with gzip at its usual strength */
    record Snapshot(int requests, int households, int visits, int bytes, int packed) {}

    private final List<Person> people;
    private final DemoCommune commune;

    private SyncingPeople(List<Person> people, DemoCommune commune) {
        this.people = people;
        this.commune = commune;
    }

    static SyncingPeople of(String url) {
        List<Person> people = new ArrayList<>();
        for (JsonNode person : new HttpCalls(url).getJson("/demo/people")) {
            if (person.get("role").asString().equals("TEAM_MEMBER")) {
                people.add(new Person(url, person.get("handle").asString()));
            }
        }
        return new SyncingPeople(people, DemoCommune.of(url));
    }

    Person first() {
        return people.get(0);
    }

    Person any() {
        return people.get(ThreadLocalRandom.current().nextInt(people.size()));
    }

    void awaitCalm() throws InterruptedException {
        commune.awaitCalm();
    }

    /** Somebody with a phone. */
    static final class Person {

        private final HttpCalls calls;
        private final List<JsonNode> doors = new ArrayList<>();
        private volatile String cursor = "";

        Person(String url, String handle) {
            String token = new HttpCalls(url)
                    .postJson("/demo/token", "{\"member\": \"" + handle + "\"}")
                    .get("access_token")
                    .asString();
            this.calls = new HttpCalls(url, token);
            JsonNode page = calls.getJson("/v1/sync/pull");
            page.get("changes").forEach(this::remember);
            cursor = page.get("next").asString();
        }

        private void remember(JsonNode change) {
            if (change.get("kind").asString().equals("household")
                    && !change.at("/body/residents/0").isMissingNode()) {
                doors.add(change.get("body"));
            }
        }

        Mono<?> liveness() {
            return calls.get("/actuator/health/liveness");
        }

        /** The first page of a snapshot: all of a hamlet. */
        Mono<?> pullAll() {
            return calls.get("/v1/sync/pull");
        }

        /** What is new since the last {@link #catchUp}, without moving on. */
        Mono<?> pull() {
            return calls.get("/v1/sync/pull?after=" + cursor);
        }

        /** What is new, and moves on behind it. */
        Mono<?> pullOn() {
            return calls.get("/v1/sync/pull?after=" + cursor)
                    .doOnNext(answer ->
                            cursor = HttpCalls.read(answer).get("next").asString());
        }

        /** Pulls until there is no more; the bytes of the last answer, which brought nothing. */
        int catchUp() {
            byte[] answer;
            do {
                answer = calls.get("/v1/sync/pull?after=" + cursor).block(Duration.ofSeconds(30));
                cursor = HttpCalls.read(answer).get("next").asString();
            } while (!HttpCalls.read(answer).get("changes").isEmpty());
            return answer.length;
        }

        Snapshot snapshot() {
            byte[] answer = calls.get("/v1/sync/pull").block(Duration.ofSeconds(30));
            JsonNode page = HttpCalls.read(answer);
            int requests = page.get("more").asBoolean() ? 2 : 1;
            return new Snapshot(
                    requests, count(page, "household"), count(page, "visit"), answer.length, packed(answer));
        }

        private static int count(JsonNode page, String kind) {
            int count = 0;
            for (JsonNode change : page.get("changes")) {
                count += change.get("kind").asString().equals(kind) ? 1 : 0;
            }
            return count;
        }

        private static int packed(byte[] bytes) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
                out.write(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return packed.size();
        }

        /** A push of that many visits, all answered with {@code applied}, or it is an error. */
        Mono<?> push(int visits) {
            List<String> mutations = new ArrayList<>();
            for (int i = 0; i < visits; i++) {
                mutations.add(mutation());
            }
            OffsetDateTime now = OffsetDateTime.now(ZoneOffset.ofHours(7));
            String body = "{\"deviceId\": \"" + UuidCreator.getTimeOrderedEpoch() + "\", \"sentAt\": \"" + now
                    + "\", \"mutations\": [" + String.join(",", mutations) + "]}";
            return calls.post("/v1/sync/push", body).map(answer -> allApplied(answer, visits));
        }

        private String mutation() {
            JsonNode door = doors.get(ThreadLocalRandom.current().nextInt(doors.size()));
            String resident = door.at("/residents/0/id").asString();
            OffsetDateTime now = OffsetDateTime.now(ZoneOffset.ofHours(7));
            return """
                    {"id": "%s", "kind": "visit.record", "at": "%s", "baseVersion": null, "body":
                      {"id": "%s", "householdId": "%s", "occurredAt": "%s", "durationMinutes": 25, "activities": [
                        {"service": "SAFE", "residentId": "%s", "outcome": "ACHIEVED"},
                        {"service": "PAY_ACC", "residentId": "%s", "outcome": "ASSISTED", "note": "ra ngân hàng thứ Hai"},
                        {"service": "PAY_BILL", "outcome": "ASSISTED"}]}}""".formatted(
                            UuidCreator.getTimeOrderedEpoch(),
                            now,
                            UuidCreator.getTimeOrderedEpoch(),
                            door.get("id").asString(),
                            now,
                            resident,
                            resident);
        }

        private static byte[] allApplied(byte[] answer, int visits) {
            int applied = 0;
            for (JsonNode result : HttpCalls.read(answer).get("results")) {
                applied += result.get("outcome").asString().equals("applied") ? 1 : 0;
            }
            if (applied != visits) {
                throw new IllegalStateException(applied + " of " + visits + " visits were applied");
            }
            return answer;
        }

        /** Pulls that each bring the same visit and household; the cursor stays before them. */
        Load pullsOfOneVisit(Duration time) throws InterruptedException {
            catchUp();
            push(1).block(Duration.ofSeconds(30));
            // The listener has to note it on the household first, so that every pull brings the same.
            Thread.sleep(3_000);
            Load.closedLoop(1, Duration.ofSeconds(5), this::pull);
            return Load.closedLoop(1, time, this::pull);
        }
    }
}
