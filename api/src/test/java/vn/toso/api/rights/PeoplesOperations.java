package vn.toso.api.rights;

import static vn.toso.api.rights.Ask.get;
import static vn.toso.api.rights.Ask.patch;
import static vn.toso.api.rights.Ask.post;
import static vn.toso.api.rights.Ask.sheet;
import static vn.toso.api.rights.Place.HAMLETS;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.access.Permission;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.world.TestWorld;

/** How the operations about households, visits, tasks and lists of them are tried. */
final class PeoplesOperations {

    private static final int FORBIDDEN = 403;

    private final RightsWorld world;

    private PeoplesOperations(RightsWorld world) {
        this.world = world;
    }

    static List<Operation> of(RightsWorld world) {
        PeoplesOperations operations = new PeoplesOperations(world);
        List<Operation> all = new ArrayList<>();
        all.addAll(operations.households());
        all.addAll(operations.residents());
        all.addAll(operations.visits());
        all.addAll(operations.tasks());
        all.addAll(operations.exports());
        return all;
    }

    private List<Operation> households() {
        return List.of(
                Operation.of("households-get", HAMLETS, (who, at) -> get(door(at))),
                Operation.of("households-list", HAMLETS, (who, at) -> get("/v1/households?limit=500&hamlet=" + at.id()))
                        .outsideIsEmpty(),
                Operation.of(
                                "households-list",
                                HAMLETS,
                                (who, at) -> get("/v1/households?q=" + at.word() + "&hamlet=" + at.id()))
                        .variant("search")
                        .outsideIsEmpty(),
                Operation.of("households-register", HAMLETS, (who, at) -> post("/v1/households", household(at))),
                Operation.of("households-amend", HAMLETS, (who, at) -> patch(door(at), Map.of("addressNote", "thử"))),
                Operation.of(
                        "households-transfer",
                        HAMLETS,
                        (who, at) -> post(
                                door(at) + "/transfer",
                                Map.of("hamletId", at.id().toString()))),
                Operation.of(
                                "households-transfer",
                                HAMLETS,
                                (who, at) -> post(
                                        door(Place.XOM_1) + "/transfer",
                                        Map.of("hamletId", at.id().toString())))
                        .variant("into the place"),
                Operation.of(
                        "households-run",
                        HAMLETS,
                        (who, at) -> sheet(
                                "/v1/households/import?dryRun=true&area=" + at.id(),
                                "STT,Chủ hộ,Năm sinh\n1,Kha Văn Thử,1968\n")));
    }

    private String door(Place at) {
        return "/v1/households/" + world.household(at).id();
    }

    private static Map<String, Object> household(Place at) {
        return Map.of(
                "id",
                UUID.randomUUID().toString(),
                "hamletId",
                at.id().toString(),
                "headName",
                "Hộ Mới " + at.word(),
                "residents",
                List.of());
    }

    private List<Operation> residents() {
        return List.of(
                Operation.of("households-add", HAMLETS, (who, at) -> post(door(at) + "/residents", resident())),
                Operation.of(
                        "households-amend_1", HAMLETS, (who, at) -> patch(somebody(at), Map.of("relation", "con"))),
                Operation.of("households-consent", HAMLETS, (who, at) -> post(somebody(at) + "/consents", consent())));
    }

    private String somebody(Place at) {
        Household home = world.household(at);
        Object resident = home.residents().isEmpty()
                ? UUID.randomUUID()
                : home.residents().get(0).id();
        return "/v1/households/" + home.id() + "/residents/" + resident;
    }

    private static Map<String, Object> resident() {
        return Map.of("id", UUID.randomUUID().toString(), "name", "Người Thử", "birthYear", 1990);
    }

    private static Map<String, Object> consent() {
        return Map.of(
                "purpose",
                "service-support",
                "decision",
                "GIVEN",
                "at",
                now(),
                "how",
                "spoken-at-door",
                "noticeVersion",
                "2026-01");
    }

    private List<Operation> visits() {
        return List.of(
                Operation.of(
                        "visits-record",
                        HAMLETS,
                        (who, at) -> post(
                                "/v1/visits", visit(world.household(at).id().toString()))),
                Operation.of("visits-get", HAMLETS, (who, at) -> get("/v1/visits/" + visit(who, at))),
                Operation.of("visits-list", HAMLETS, (who, at) -> get("/v1/visits?limit=500&hamlet=" + at.id()))
                        .except(emptyForWhoHasAll(Permission.READ_VISITS)),
                Operation.of(
                                "visits-list",
                                HAMLETS,
                                (who, at) -> get("/v1/visits?limit=500&household="
                                        + world.visit(who, at).householdId()))
                        .variant("by household")
                        .outsideIsEmpty(),
                Operation.of(
                                "visits-list",
                                HAMLETS,
                                (who, at) -> get("/v1/visits?limit=500&member="
                                        + world.worker(at).id()))
                        .variant("by member")
                        .outsideIsEmpty(),
                Operation.of(
                        "visits-voidVisit",
                        HAMLETS,
                        (who, at) -> post("/v1/visits/" + visit(who, at) + "/void", Map.of("reason", "nhầm"))));
    }

    private UUID visit(Person who, Place at) {
        return world.visit(who, at).id().value();
    }

    static Map<String, Object> visit(String household) {
        return Map.of(
                "id",
                UUID.randomUUID().toString(),
                "householdId",
                household,
                "occurredAt",
                now(),
                "activities",
                List.of(Map.of("service", "PAY_BILL", "outcome", "ACHIEVED")));
    }

    static String now() {
        return OffsetDateTime.now(ZoneOffset.ofHours(7)).minusMinutes(1).toString();
    }

    private List<Operation> tasks() {
        return List.of(
                Operation.of("tasks-assign", HAMLETS, (who, at) -> post("/v1/tasks", work(at))),
                Operation.of("tasks-get", HAMLETS, (who, at) -> get("/v1/tasks/" + world.task(who, at))),
                Operation.of("tasks-list", HAMLETS, (who, at) -> get("/v1/tasks?limit=500&hamlet=" + at.id()))
                        .except(emptyForWhoHasAll(Permission.READ_TASKS)),
                move("accept", world::task, Map.of()),
                move("start", world::task, Map.of()),
                // Everybody completes the own task, so the row is not asked before the task is looked for.
                move("complete", world::task, Map.of())
                        .except((who, at) -> Permission.READ_TASKS.isGivenTo(who.role()) ? null : FORBIDDEN),
                move("claim", world::teamTask, Map.of()),
                move("decline", world::task, Map.of("reason", "xa")),
                move("cancel", world::task, Map.of("reason", "trùng")),
                Operation.of(
                        "tasks-reassign",
                        HAMLETS,
                        (who, at) -> post(
                                "/v1/tasks/" + world.task(who, at) + "/reassign",
                                Map.of("assigneeId", world.worker(at).id().toString()))));
    }

    private static Operation move(String what, BiFunction<Person, Place, TaskId> task, Map<String, String> body) {
        return Operation.of("tasks-" + what, HAMLETS, (who, at) -> {
            String path = "/v1/tasks/" + task.apply(who, at) + "/" + what;
            return body.isEmpty() ? post(path) : post(path, body);
        });
    }

    private Map<String, Object> work(Place at) {
        return Map.of(
                "kind",
                "VISIT_HOUSEHOLD",
                "householdId",
                world.household(at).id().toString(),
                "assigneeId",
                world.worker(at).id().toString());
    }

    private List<Operation> exports() {
        return List.of(
                export("visits"),
                export("visits", "&personal=true").variant("personal", Permission.EXPORT_PERSONAL_DATA),
                export("households"),
                export("households", "&personal=true").variant("personal", Permission.EXPORT_PERSONAL_DATA),
                export("tasks"),
                export("tasks", "&personal=true").variant("personal", Permission.EXPORT_PERSONAL_DATA));
    }

    private Operation export(String what) {
        return export(what, "");
    }

    private Operation export(String what, String more) {
        return Operation.of(
                "exports-" + what,
                HAMLETS,
                (who, at) -> get("/v1/exports/" + what + "?format=ndjson&area=" + at.id() + more));
    }

    /** Whoever may look into every hamlet isn't told of one that there is none of. */
    private static BiFunction<Person, Place, @Nullable Integer> emptyForWhoHasAll(Permission row) {
        return (who, at) -> at.area() == null
                        && row.isGivenTo(who.role())
                        && who.member().areas().contains(TestWorld.PROVINCE.id())
                ? 200
                : null;
    }
}
