package vn.toso.api.benchmark;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import vn.toso.api.benchmark.DemoCommune.Door;

/** The demo's commune leader, who gives tasks to members with phones, and remembers when each was acknowledged. */
final class AssigningLeader {

    private final HttpCalls leader;
    private final List<Door> doors = new ArrayList<>();
    private final Map<String, List<String>> membersOf = new HashMap<>();
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();

    /** Registers a phone for every team member who can sign in to the demo, and lifts the daily limit. */
    AssigningLeader(String url) {
        leader = as(url, "hoa");
        as(url, "an")
                .put("/v1/notice-settings", "{\"quietFrom\": \"06:00\", \"quietTo\": \"06:00\", \"dailyLimit\": 100}")
                .block();
        for (JsonNode person : new HttpCalls(url).getJson("/demo/people")) {
            if (person.get("role").asString().equals("TEAM_MEMBER")) {
                register(url, person.get("handle").asString());
            }
        }
        DemoCommune.of(url).doors().stream()
                .filter(door -> membersOf.containsKey(door.hamlet()))
                .forEach(doors::add);
    }

    private static HttpCalls as(String url, String handle) {
        return new HttpCalls(
                url,
                new HttpCalls(url)
                        .postJson("/demo/token", "{\"member\": \"" + handle + "\"}")
                        .get("access_token")
                        .asString());
    }

    private void register(String url, String handle) {
        HttpCalls member = as(url, handle);
        JsonNode me = member.getJson("/v1/me");
        member.put("/v1/devices/" + UuidCreator.getTimeOrderedEpoch(), """
                        {"platform": "ANDROID", "pushToken": "phone-of-%s", "appVersion": "1.0", "locale": "vi-VN"}""".formatted(handle))
                .block();
        for (JsonNode area : me.get("areas")) {
            membersOf
                    .computeIfAbsent(area.get("id").asString(), hamlet -> new ArrayList<>())
                    .add(me.at("/member/id").asString());
        }
    }

    /** Gives one task; its id and the moment of the answer are remembered. */
    Mono<?> assign() {
        ThreadLocalRandom dice = ThreadLocalRandom.current();
        Door door = doors.get(dice.nextInt(doors.size()));
        List<String> members = membersOf.get(door.hamlet());
        return leader.post("/v1/tasks", """
                        {"kind": "VISIT_HOUSEHOLD", "householdId": "%s", "assigneeId": "%s"}""".formatted(door.household(), members.get(dice.nextInt(members.size()))))
                .doOnNext(answer ->
                        acknowledged.put(HttpCalls.read(answer).get("id").asString(), System.nanoTime()));
    }

    /** When each task was acknowledged, by its id. */
    Map<String, Long> acknowledged() {
        return acknowledged;
    }
}
