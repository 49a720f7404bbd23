package vn.toso.api.benchmark;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The demo's commune as its leader sees it: where the load's visits go. */
final class DemoCommune {

    /**
     * A household to visit.
     *
     * @param surveyed whether it was asked about fibre before
     */
    record Door(String household, String hamlet, List<String> residents, boolean surveyed) {}

    private final HttpCalls leader;
    private final String area;
    private final List<Door> doors;

    private DemoCommune(HttpCalls leader, String area, List<Door> doors) {
        this.leader = leader;
        this.area = area;
        this.doors = doors;
    }

    static DemoCommune of(String url) {
        String token = new HttpCalls(url)
                .postJson("/demo/token", "{\"member\": \"hoa\"}")
                .get("access_token")
                .asString();
        HttpCalls leader = new HttpCalls(url, token);
        JsonNode me = leader.getJson("/v1/me");
        List<Door> doors = new ArrayList<>();
        for (JsonNode hamlet : me.get("hamlets")) {
            addDoors(leader, hamlet.get("id").asString(), doors);
        }
        return new DemoCommune(leader, me.get("areas").get(0).get("id").asString(), doors);
    }

    private static void addDoors(HttpCalls leader, String hamlet, List<Door> doors) {
        String next = "";
        while (next != null) {
            JsonNode page = leader.getJson(
                    "/v1/households?limit=500&hamlet=" + hamlet + (next.isEmpty() ? "" : "&after=" + next));
            for (JsonNode household : page.get("items")) {
                List<String> residents = new ArrayList<>();
                household
                        .get("residents")
                        .forEach(r -> residents.add(r.get("id").asString()));
                doors.add(new Door(
                        household.get("id").asString(),
                        hamlet,
                        residents,
                        household.get("services").has("FIBRE")));
            }
            JsonNode cursor = page.get("next");
            next = cursor == null || cursor.isNull() ? null : cursor.asString();
        }
    }

    String area() {
        return area;
    }

    List<Door> doors() {
        return doors;
    }

    Door anyDoor() {
        return doors.get(ThreadLocalRandom.current().nextInt(doors.size()));
    }

    Mono<?> postVisit() {
        return post(UuidCreator.getTimeOrderedEpoch(), anyDoor(), "ASSISTED");
    }

    UUID postOneVisit() {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        post(id, anyDoor(), "ASSISTED").block(Duration.ofSeconds(30));
        return id;
    }

    /** A visit with three activities, about as long as those of {@code api.md}. */
    Mono<byte[]> post(UUID id, Door door, String outcomeOfBill) {
        String resident = door.residents().get(0);
        String body = """
                {"id": "%s", "householdId": "%s", "occurredAt": "%s", "durationMinutes": 25, "activities": [
                  {"service": "SAFE", "residentId": "%s", "outcome": "ACHIEVED"},
                  {"service": "PAY_ACC", "residentId": "%s", "outcome": "ASSISTED", "note": "ra ngân hàng thứ Hai"},
                  {"service": "PAY_BILL", "outcome": "%s"}]}""".formatted(
                id, door.household(), OffsetDateTime.now(ZoneOffset.ofHours(7)), resident, resident, outcomeOfBill);
        return leader.post("/v1/visits", body);
    }

    /** A visit that only asks whether there is fibre. */
    Mono<byte[]> postSurvey(UUID id, Door door) {
        String body = """
                {"id": "%s", "householdId": "%s", "occurredAt": "%s", "activities": [
                  {"service": "FIBRE", "outcome": "ACHIEVED", "step": "no"}]}""".formatted(id, door.household(), OffsetDateTime.now(ZoneOffset.ofHours(7)));
        return leader.post("/v1/visits", body);
    }

    Mono<?> getHousehold() {
        return leader.get("/v1/households/" + anyDoor().household());
    }

    byte[] oneHousehold() {
        return leader.get("/v1/households/" + doors.get(0).household()).block(Duration.ofSeconds(30));
    }

    Mono<?> getCommuneCoverage() {
        return leader.get("/v1/coverage?area=" + area + "&service=PAY_BILL");
    }

    /** How many households of a hamlet were reached with PAY_BILL, as coverage says now. */
    Mono<Long> reached(String hamlet, String service) {
        return leader.get("/v1/coverage?area=" + hamlet + "&service=" + service)
                .map(body -> HttpCalls.read(body).get("area").get("reached").asLong());
    }

    /** Waits until what was posted is counted: the moment of coverage is the moment of asking. */
    void awaitCalm() throws InterruptedException {
        OffsetDateTime asked = OffsetDateTime.now(ZoneOffset.UTC);
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(30);
        while (OffsetDateTime.parse(leader.getJson("/v1/coverage?area=" + area + "&service=PAY_BILL")
                        .get("asOf")
                        .asString())
                .isBefore(asked)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("coverage did not catch up within 30 minutes");
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }
}
