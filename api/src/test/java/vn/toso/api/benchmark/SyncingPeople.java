package vn.toso.api.benchmark;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The demo commune's team members, each with a phone that pushes visits and pulls. */
final class SyncingPeople {

    /** The service by which is checked that no visit is missing from what is counted. */
    private static final String COUNTED = "PAY_BILL";

    /** Few achieve it, so that a hamlet is not done with it before the end. */
    private static final int ONE_ACHIEVES_OF = 100;

    /** @param packed bytes as sent with gzip */
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

    List<Person> all() {
        return people;
    }

    void awaitCalm() throws InterruptedException {
        commune.awaitCalm();
    }

    /** Somebody with a phone. */
    static final class Person {

        private final HttpCalls calls;
        private final List<JsonNode> doors = new ArrayList<>();
        private final Set<String> achieved = ConcurrentHashMap.newKeySet();
        private final String hamlet;
        private volatile String cursor = "";

        Person(String url, String handle) {
            String token = new HttpCalls(url)
                    .postJson("/demo/token", "{\"member\": \"" + handle + "\"}")
                    .get("access_token")
                    .asString();
            this.calls = new HttpCalls(url, token);
            this.hamlet = calls.getJson("/v1/me").at("/hamlets/0/id").asString();
            JsonNode page = calls.getJson("/v1/sync/pull");
            page.get("changes").forEach(this::remember);
            achieved.addAll(achievedIn(page));
            cursor = page.get("next").asString();
        }

        private void remember(JsonNode change) {
            if (change.get("kind").asString().equals("household")
                    && !change.at("/body/residents/0").isMissingNode()) {
                doors.add(change.get("body"));
            }
        }

        String hamlet() {
            return hamlet;
        }

        /** The households that have, or must have by now, achieved what is counted: {@link #COUNTED}. */
        Set<String> achieved() {
            return achieved;
        }

        /** The households that have achieved it as a phone that holds nothing is told now. */
        Set<String> achievedNow() {
            return achievedIn(calls.getJson("/v1/sync/pull"));
        }

        /** How many have achieved it as coverage counts now. */
        int coverageNow() {
            return calls.getJson("/v1/coverage?area=" + hamlet + "&service=" + COUNTED)
                    .at("/area/achieved")
                    .asInt();
        }

        private static Set<String> achievedIn(JsonNode page) {
            Set<String> found = new HashSet<>();
            for (JsonNode change : page.get("changes")) {
                if (!change.at("/body/services/" + COUNTED + "/achievedOn").isMissingNode()) {
                    found.add(change.get("id").asString());
                }
            }
            return found;
        }

        Mono<?> liveness() {
            return calls.get("/actuator/health/liveness");
        }

        /** The first page of a snapshot, with gzip: all of a hamlet. */
        Mono<?> pullAll() {
            return calls.packed("/v1/sync/pull");
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
            int packed = calls.packed("/v1/sync/pull").block(Duration.ofSeconds(30)).length;
            return new Snapshot(requests, count(page, "household"), count(page, "visit"), answer.length, packed);
        }

        private static int count(JsonNode page, String kind) {
            int count = 0;
            for (JsonNode change : page.get("changes")) {
                count += change.get("kind").asString().equals(kind) ? 1 : 0;
            }
            return count;
        }

        /** A push of that many visits, all answered with {@code applied}, or it is an error. */
        Mono<?> push(int visits) {
            List<String> mutations = new ArrayList<>();
            List<String> achieving = new ArrayList<>();
            for (int i = 0; i < visits; i++) {
                JsonNode door = doors.get(ThreadLocalRandom.current().nextInt(doors.size()));
                boolean achieves = ThreadLocalRandom.current().nextInt(ONE_ACHIEVES_OF) == 0;
                mutations.add(mutation(door, achieves ? "ACHIEVED" : "ASSISTED"));
                if (achieves) {
                    achieving.add(door.get("id").asString());
                }
            }
            OffsetDateTime now = OffsetDateTime.now(ZoneOffset.ofHours(7));
            String body = "{\"deviceId\": \"" + UuidCreator.getTimeOrderedEpoch() + "\", \"sentAt\": \"" + now
                    + "\", \"mutations\": [" + String.join(",", mutations) + "]}";
            return calls.post("/v1/sync/push", body)
                    .map(answer -> allApplied(answer, visits))
                    .doOnNext(answer -> achieved.addAll(achieving));
        }

        private static String mutation(JsonNode door, String outcome) {
            String resident = door.at("/residents/0/id").asString();
            OffsetDateTime now = OffsetDateTime.now(ZoneOffset.ofHours(7));
            return """
                    {"id": "%s", "kind": "visit.record", "at": "%s", "baseVersion": null, "body":
                      {"id": "%s", "householdId": "%s", "occurredAt": "%s", "durationMinutes": 25, "activities": [
                        {"service": "SAFE", "residentId": "%s", "outcome": "ACHIEVED"},
                        {"service": "PAY_ACC", "residentId": "%s", "outcome": "ASSISTED", "note": "ra ngân hàng thứ Hai"},
                        {"service": "%s", "outcome": "%s"}]}}""".formatted(
                            UuidCreator.getTimeOrderedEpoch(),
                            now,
                            UuidCreator.getTimeOrderedEpoch(),
                            door.get("id").asString(),
                            now,
                            resident,
                            resident,
                            COUNTED,
                            outcome);
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

        /** Moves on to where a pull brings just one visit and its household. */
        void comeBackToOneVisit() throws InterruptedException {
            catchUp();
            push(1).block(Duration.ofSeconds(30));
            // The listener has to note it on the household first, so that every pull brings the same.
            Thread.sleep(3_000);
        }

        /** The same pull again and again; the cursor stays where it is. */
        Load pulls(Duration time) {
            Load.closedLoop(1, Duration.ofSeconds(6), this::pull);
            return Load.closedLoop(1, time, this::pull);
        }
    }
}
