package vn.toso.api.task;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.toso.domain.area.Days;
import vn.toso.domain.household.Household;
import vn.toso.domain.world.TestWorld;

/** What a leader sends to hand out work. */
final class TaskBodies {

    private TaskBodies() {}

    static LocalDate tomorrow() {
        return LocalDate.now(Days.ZONE).plusDays(1);
    }

    static Map<String, Object> aTask(String kind) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("kind", kind);
        body.put("due", tomorrow().toString());
        return body;
    }

    static Map<String, Object> aTaskForLan(Household home) {
        Map<String, Object> body = aTask("VISIT_HOUSEHOLD");
        body.put("householdId", home.id().toString());
        body.put("services", List.of("PAY_BILL"));
        body.put("assigneeId", TestWorld.LAN.id().toString());
        return body;
    }

    static Map<String, Object> aTaskForTheTeam(Household home) {
        Map<String, Object> body = aTaskForLan(home);
        body.remove("assigneeId");
        body.put("teamId", TestWorld.TEAM.id().toString());
        return body;
    }
}
