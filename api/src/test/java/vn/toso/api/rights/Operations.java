package vn.toso.api.rights;

import static vn.toso.api.rights.Ask.delete;
import static vn.toso.api.rights.Ask.get;
import static vn.toso.api.rights.Ask.post;
import static vn.toso.api.rights.Ask.put;
import static vn.toso.api.rights.Ask.sheet;
import static vn.toso.api.rights.Place.ABOVE;
import static vn.toso.api.rights.Place.ANYWHERE;
import static vn.toso.api.rights.Place.COMMUNES;
import static vn.toso.api.rights.Place.HAMLETS;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.access.Permission;
import vn.toso.domain.access.Role;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.area.Days;
import vn.toso.domain.household.Household;

/**
 * How every operation is tried. An operation of the OpenAPI document that is missing here fails the build, and so does one
 * here that the document doesn't have.
 */
final class Operations {

    private static final List<Place> AREAS = together(List.of(HAMLETS, COMMUNES, ABOVE));
    private static final List<Place> BELOW_THE_PROVINCE =
            AREAS.stream().filter(place -> place.level() != AreaLevel.PROVINCE).toList();
    private static final int FORBIDDEN = 403;

    /** Whose the thing is that is asked for, where it has no place. */
    private static final Place MINE = ANYWHERE;

    private static final Place OTHERS = new Place("QUACUANGUOIKHAC", null);

    private final RightsWorld world;

    private Operations(RightsWorld world) {
        this.world = world;
    }

    static List<Operation> of(RightsWorld world) {
        Operations operations = new Operations(world);
        List<Operation> all = new ArrayList<>();
        all.addAll(operations.ownThings());
        all.addAll(operations.facts());
        all.addAll(operations.areas());
        all.addAll(operations.members());
        all.addAll(operations.teams());
        all.addAll(operations.figures());
        all.addAll(LeadersOperations.of(world));
        all.addAll(PeoplesOperations.of(world));
        all.addAll(PrivacyOperations.of(world));
        return all;
    }

    private List<Operation> ownThings() {
        return List.of(
                Operation.of("me-me", get("/v1/me")),
                Operation.of("badges-own", get("/v1/me/badge")),
                Operation.of("badges-of", get("/v1/badges/AZJwABERequbuyw9Tl9qewAd4f0kVq0p3mY1c2xw9Zk")),
                Operation.of("audit-list", get("/v1/audit")),
                Operation.of("audit-verify", get("/v1/audit/verify?limit=100")),
                Operation.of("audit-settings", get("/v1/audit/settings")),
                Operation.of(
                        "audit-put",
                        put(
                                "/v1/audit/settings",
                                Map.of("keptDays", 730, "manyHouseholds", 100000, "withinMinutes", 60))),
                // Needs no member: whoever is one gets the same answer again.
                Operation.of("me-bind", post("/v1/me/bind", Map.of("code", "7K3M-Q0TB-9XWE"))),
                Operation.of("inbox-list", get("/v1/inbox")),
                Operation.of(
                        "inbox-read",
                        List.of(MINE, OTHERS),
                        (who, whose) -> post("/v1/inbox/" + notice(who, whose) + "/read")),
                Operation.of(
                        "devices-put", List.of(MINE), (who, whose) -> put("/v1/devices/" + UUID.randomUUID(), PHONE)),
                // A phone that isn't there is as good as forgotten.
                Operation.of(
                        "devices-delete", List.of(MINE), (who, whose) -> delete("/v1/devices/" + UUID.randomUUID())),
                Operation.of("sync-pull", get("/v1/sync/pull?limit=2000")),
                Operation.of("sync-digest", get("/v1/sync/digest")),
                // What each mutation needs is told in its result.
                Operation.of("sync-push", HAMLETS, (who, place) -> post("/v1/sync/push", push(place)))
                        .outsideIsEmpty(),
                Operation.of("quarantine-list", get("/v1/quarantine?limit=500")),
                Operation.of("exports-own", get("/v1/exports")));
    }

    private static final Map<String, String> PHONE =
            Map.of("platform", "ANDROID", "appVersion", "1.4.2", "locale", "vi-VN");

    private UUID notice(Person who, Place whose) {
        return world.papers().notice(whose.equals(MINE) ? who.member() : world.worker(Place.FAR));
    }

    private Map<String, Object> push(Place place) {
        Household door = world.household(place);
        Map<String, Object> visit = PeoplesOperations.visit(door.id().toString());
        return Map.of(
                "deviceId",
                UUID.randomUUID().toString(),
                "sentAt",
                PeoplesOperations.now(),
                "mutations",
                List.of(Map.of(
                        "id",
                        UUID.randomUUID().toString(),
                        "kind",
                        "visit.record",
                        "at",
                        PeoplesOperations.now(),
                        "body",
                        visit)));
    }

    private List<Operation> facts() {
        Map<String, Object> service = Map.of(
                "nameVi", "Thử", "nameEn", "Try", "unit", "PERSON", "steps", List.of("done"), "headline", "skill");
        return List.of(
                Operation.of("services-list", get("/v1/services")),
                Operation.of("services-put", put("/v1/services/TRY_RIGHTS", service)),
                Operation.of("open-data-coverage", get("/v1/open-data/coverage")),
                Operation.of("notice-rules-list", get("/v1/notice-rules")),
                Operation.of(
                        "notice-rules-put",
                        put(
                                "/v1/notice-rules/MONTH_CLOSING",
                                Map.of("days", 4, "recipients", List.of("LEADERS"), "urgent", true))),
                Operation.of("notice-settings-get", get("/v1/notice-settings")),
                Operation.of(
                        "notice-settings-put",
                        put("/v1/notice-settings", Map.of("quietFrom", "21:00", "quietTo", "06:00", "dailyLimit", 5))));
    }

    private List<Operation> areas() {
        return List.of(
                Operation.of("areas-get", AREAS, (who, place) -> get("/v1/areas/" + place.id())),
                Operation.of("areas-list", AREAS, (who, place) -> get("/v1/areas?limit=500&parent=" + place.id()))
                        .outsideIsEmpty(),
                Operation.of("areas-create", COMMUNES, (who, place) -> post("/v1/areas", hamlet(place)))
                        .outside(422),
                // Units above hamlets are seen by everybody, and corrected by the province alone.
                Operation.of("areas-amend", AREAS, (who, place) -> Ask.patch("/v1/areas/" + place.id(), Map.of()))
                        .except((who, place) -> place.area() != null
                                        && place.level() != AreaLevel.HAMLET
                                        && who.role() != Role.PROVINCE_ADMIN
                                ? FORBIDDEN
                                : null));
    }

    private static Map<String, String> hamlet(Place commune) {
        return Map.of(
                "name",
                "Thử " + UUID.randomUUID().toString().replaceAll("[^a-f]", ""),
                "type",
                "XOM",
                "parentId",
                commune.id().toString());
    }

    private List<Operation> members() {
        return List.of(
                Operation.of(
                        "members-get",
                        AREAS,
                        (who, place) -> get("/v1/members/" + world.member(place).id())),
                Operation.of("members-list", AREAS, (who, place) -> get("/v1/members?limit=500&area=" + place.id()))
                        .outsideIsEmpty(),
                Operation.of("members-invite", HAMLETS, (who, place) -> post("/v1/members", invited(place)))
                        .outside(422),
                Operation.of(
                        "members-inviteAgain",
                        BELOW_THE_PROVINCE,
                        (who, place) ->
                                post("/v1/members/" + world.member(place).id() + "/invitation")),
                Operation.of(
                                "members-amend",
                                BELOW_THE_PROVINCE,
                                (who, place) -> Ask.patch(
                                        "/v1/members/" + world.member(place).id(), Map.of("status", "SUSPENDED")))
                        .except((who, place) -> notAnEditor(who, place)),
                Operation.of(
                                "members-amend",
                                List.of(MINE),
                                (who, whose) ->
                                        Ask.patch("/v1/members/" + who.member().id(), Map.of()))
                        .variant("oneself"),
                Operation.of(
                        "members-run",
                        HAMLETS,
                        (who, place) -> sheet(
                                "/v1/members/import?dryRun=true&area=" + place.id(),
                                "STT,Họ và tên,Số điện thoại\n1,Nguyễn Thị Thử,0912345600\n")));
    }

    private static Map<String, Object> invited(Place place) {
        return Map.of(
                "name",
                "Người Mới",
                "role",
                "TEAM_MEMBER",
                "areas",
                List.of(place.id().toString()));
    }

    /** Everybody changes oneself, so the table lets everybody in; of others one sees first whether they are there. */
    private static @Nullable Integer notAnEditor(Person who, Place place) {
        boolean seen = place.isIn(who.scope());
        return seen && !Permission.EDIT_MEMBERS.isGivenTo(who.role()) ? FORBIDDEN : null;
    }

    private List<Operation> teams() {
        return List.of(
                Operation.of(
                        "teams-get",
                        AREAS.subList(0, HAMLETS.size() + COMMUNES.size()),
                        (who, place) -> get("/v1/teams/" + world.team(place).id())),
                Operation.of("teams-list", AREAS, (who, place) -> get("/v1/teams?limit=500&area=" + place.id()))
                        .outsideIsEmpty(),
                // There is one already: who gets that far may found teams there.
                Operation.of("teams-create", HAMLETS, (who, place) -> {
                            world.team(place);
                            return post("/v1/teams", Map.of("areaId", place.id().toString()));
                        })
                        .outside(422)
                        .orAllowed(409),
                Operation.of(
                        "teams-amend",
                        HAMLETS,
                        (who, place) ->
                                Ask.patch("/v1/teams/" + world.team(place).id(), Map.of())));
    }

    private List<Operation> figures() {
        YearMonth month = YearMonth.now(Days.ZONE).minusMonths(1);
        return List.of(
                read("coverage-of", AREAS, "/v1/coverage?service=PAY_BILL&area="),
                read("coverage-hamlets", AREAS, "/v1/coverage/hamlets?service=PAY_BILL&area="),
                read("coverage-stream", AREAS, "/v1/coverage/stream?area="),
                read("coverage-of_1", AREAS, "/v1/coverage/trend?service=PAY_BILL&area="),
                read("months-get", AREAS, "/v1/months/" + month + "?area="),
                Operation.of(
                        "months-freeze",
                        AREAS,
                        (who, place) -> post("/v1/months/" + month + "/freeze?area=" + place.id())),
                read("targets-list", AREAS, "/v1/targets?area="),
                Operation.of("targets-set", AREAS, (who, place) -> put("/v1/targets", target(place))),
                read("reports-commune", COMMUNES, "/v1/reports/commune?period=" + month + "&area="),
                read("reports-communeFile", COMMUNES, "/v1/reports/commune.xlsx?period=" + month + "&area="),
                read("reports-district", ABOVE, "/v1/reports/district?period=" + month + "&area="),
                read("reports-districtFile", ABOVE, "/v1/reports/district.docx?period=" + month + "&area="),
                read("exports-coverage", AREAS, "/v1/exports/coverage?format=csv&area="));
    }

    private static Operation read(String id, List<Place> places, String path) {
        return Operation.of(id, places, (who, place) -> get(path + place.id()));
    }

    private static Map<String, Object> target(Place place) {
        LocalDate today = LocalDate.now(Days.ZONE);
        return Map.of(
                "areaId",
                place.id().toString(),
                "service",
                "PAY_BILL",
                "period",
                String.valueOf(today.getYear()),
                "share",
                0.5,
                "source",
                Map.of("number", "01/KH", "date", today.toString()));
    }

    private static List<Place> together(List<List<Place>> parts) {
        return parts.stream().flatMap(List::stream).toList();
    }
}
