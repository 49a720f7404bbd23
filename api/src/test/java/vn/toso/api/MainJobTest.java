package vn.toso.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.toso.domain.id.IdSource;

/**
 * The main job from end to end, in a process of its own that is killed after every acknowledged step: a leader hands out a
 * task, a member logs the visit, the task closes, the coverage of hamlet, commune and oversight area moves; and moves back
 * when the visit is voided.
 */
class MainJobTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final List<String> WORK = List.of("VNEID_1", "PAY_BILL");

    @TempDir
    Path folder;

    private DemoApp app;

    @BeforeEach
    void start() throws Exception {
        app = DemoApp.start(folder);
    }

    @AfterEach
    void stop() {
        app.close();
    }

    /** What coverage says of an area for the two services that the work is about. */
    private record Achieved(long vneid, long bill) {

        Achieved plusOne() {
            return new Achieved(vneid + 1, bill + 1);
        }
    }

    @Test
    void a_visit_at_a_door_becomes_the_coverage_of_hamlet_commune_and_oversight_area() throws Exception {
        String hamlet = app.as("lan").gets("/v1/me").is(200).at("/hamlets/0/id");
        String commune = app.as("hoa").gets("/v1/me").is(200).at("/areas/0/id");
        String oversight = app.as("tuan").gets("/v1/me").is(200).at("/areas/0/id");
        JsonNode home = aHouseholdWithoutEither(hamlet);
        Achieved inHamlet = achieved("lan", hamlet);
        Achieved inCommune = achieved("hoa", commune);
        Achieved inOversight = achieved("tuan", oversight);

        String task = assign(home);
        app.killAndRestart();
        assertThat(app.as("lan")
                        .gets("/v1/tasks?assignee=me&state=ASSIGNED&limit=500")
                        .is(200)
                        .json()
                        .get("items"))
                .as("what Lan has to do")
                .anyMatch(item -> task.endsWith(item.get("id").asString()));

        Map<String, Object> visit = aVisitTo(home);
        Reply recorded = app.as("lan").posts("/v1/visits", visit).is(201);
        app.killAndRestart();
        assertThat(app.as("lan").posts("/v1/visits", visit).is(200).bytes())
                .as("the repeat of a visit that was acknowledged before the crash")
                .isEqualTo(recorded.bytes());

        await("the task to close", () -> app.as("lan").gets(task).at("/state").equals("DONE"));
        assertThat(app.as("lan").gets(task).at("/completedByVisit")).isEqualTo(visit.get("id"));
        awaitAchieved("lan", hamlet, inHamlet.plusOne());
        awaitAchieved("hoa", commune, inCommune.plusOne());
        awaitAchieved("tuan", oversight, inOversight.plusOne());

        app.as("lan")
                .posts("/v1/visits/" + visit.get("id") + "/void", Map.of("reason", "Ghi nhầm hộ"))
                .is(200);
        app.killAndRestart();
        awaitAchieved("lan", hamlet, inHamlet);
        awaitAchieved("hoa", commune, inCommune);
        awaitAchieved("tuan", oversight, inOversight);
        await(
                "the task to be open again",
                () -> !app.as("lan").gets(task).at("/state").equals("DONE"));
    }

    private JsonNode aHouseholdWithoutEither(String hamlet) {
        for (JsonNode home : app.as("lan")
                .gets("/v1/households?limit=500&hamlet=" + hamlet)
                .is(200)
                .json()
                .get("items")) {
            JsonNode head = home.at("/residents/0");
            if (!home.get("services").has("PAY_BILL")
                    && !head.isMissingNode()
                    && !head.get("services").has("VNEID_1")
                    && head.path("birthYear").asInt(2020) < 2000) {
                return home;
            }
        }
        throw new AssertionError("the demo's hamlet has nothing left to do");
    }

    private String assign(JsonNode home) {
        String lan = app.as("lan").gets("/v1/me").at("/member/id");
        Map<String, Object> task = Map.of(
                "kind",
                "VISIT_HOUSEHOLD",
                "householdId",
                home.get("id").asString(),
                "services",
                WORK,
                "assigneeId",
                lan);
        return "/v1/tasks/" + app.as("hoa").posts("/v1/tasks", task).is(201).at("/id");
    }

    private static Map<String, Object> aVisitTo(JsonNode home) {
        return Map.of(
                "id", IdSource.timeOrdered().next().toString(),
                "householdId", home.get("id").asString(),
                "occurredAt", OffsetDateTime.now(ZoneOffset.ofHours(7)).toString(),
                "durationMinutes", 25,
                "activities",
                        List.of(
                                Map.of(
                                        "service", "VNEID_1",
                                        "residentId", home.at("/residents/0/id").asString(),
                                        "outcome", "ACHIEVED"),
                                Map.of("service", "PAY_BILL", "outcome", "ACHIEVED")));
    }

    private Achieved achieved(String who, String area) {
        return new Achieved(achieved(who, area, "VNEID_1"), achieved(who, area, "PAY_BILL"));
    }

    private long achieved(String who, String area, String service) {
        return app.as(who)
                .gets("/v1/coverage?area=" + area + "&service=" + service)
                .is(200)
                .json()
                .at("/area/achieved")
                .asLong();
    }

    private void awaitAchieved(String who, String area, Achieved wanted) throws Exception {
        await(
                "coverage of " + area + " to be " + wanted,
                () -> achieved(who, area).equals(wanted));
    }

    private static void await(String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + SOON.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("waited for " + what).isLessThan(deadline);
            Thread.sleep(50);
        }
    }
}
