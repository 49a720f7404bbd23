package vn.toso.api.rights;

import static vn.toso.api.rights.Ask.get;
import static vn.toso.api.rights.Ask.post;
import static vn.toso.api.rights.Place.ABOVE;
import static vn.toso.api.rights.Place.COMMUNES;
import static vn.toso.api.rights.Place.HAMLETS;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.access.Permission;
import vn.toso.domain.area.Days;

/** How the operations are tried by which leaders and staff plan, decide and tell. */
final class LeadersOperations {

    private static final List<Place> AREAS =
            Stream.of(HAMLETS, COMMUNES, ABOVE).flatMap(List::stream).toList();
    private static final int FORBIDDEN = 403;
    private static final int MISSING = 404;

    private final Papers papers;

    private LeadersOperations(Papers papers) {
        this.papers = papers;
    }

    static List<Operation> of(RightsWorld world) {
        LeadersOperations operations = new LeadersOperations(world.papers());
        return Stream.of(operations.campaigns(), operations.heldWork(), operations.sayings())
                .flatMap(List::stream)
                .toList();
    }

    private List<Operation> campaigns() {
        return List.of(
                Operation.of("campaigns-plan", AREAS, (who, at) -> post("/v1/campaigns", plan(at)))
                        .outside(422),
                Operation.of("campaigns-plan", AREAS, (who, at) -> post("/v1/campaigns?dryRun=true", plan(at)))
                        .variant("dry run")
                        .outside(422),
                Operation.of("campaigns-get", AREAS, (who, at) -> get("/v1/campaigns/" + papers.campaign(at))),
                Operation.of("campaigns-list", get("/v1/campaigns?limit=500")),
                Operation.of(
                                "campaigns-launch",
                                AREAS,
                                (who, at) -> post("/v1/campaigns/" + papers.campaign(at) + "/launch?dryRun=true"))
                        .except(LeadersOperations::partOfAWiderOne),
                Operation.of("campaigns-end", AREAS, (who, at) -> post("/v1/campaigns/" + papers.campaign(at) + "/end"))
                        .except(LeadersOperations::partOfAWiderOne));
    }

    /** A campaign of a wider area is seen, and moved only by whoever has all of it. */
    private static @Nullable Integer partOfAWiderOne(Person who, Place at) {
        if (!Permission.ASSIGN_TASKS.isGivenTo(who.role())) {
            return null;
        }
        boolean seen = who.reaches(Permission.READ_CAMPAIGNS, at);
        return at.isIn(who.scope()) ? null : (Integer) (seen ? FORBIDDEN : MISSING);
    }

    private static Map<String, Object> plan(Place at) {
        LocalDate today = LocalDate.now(Days.ZONE);
        return Map.of(
                "name",
                "Chiến dịch " + at.word(),
                "services",
                List.of("PAY_BILL"),
                "areaIds",
                List.of(at.id().toString()),
                "from",
                today.toString(),
                "to",
                today.plusDays(9).toString());
    }

    private List<Operation> heldWork() {
        return List.of(
                Operation.of(
                        "quarantine-accept",
                        HAMLETS,
                        (who, at) -> post("/v1/quarantine/" + papers.heldWork(at) + "/accept")),
                Operation.of(
                        "quarantine-reject",
                        HAMLETS,
                        (who, at) -> post(
                                "/v1/quarantine/" + papers.heldWork(at) + "/reject", Map.of("reason", "nhầm xóm"))));
    }

    private List<Operation> sayings() {
        return List.of(
                Operation.of(
                                "announcements-announce",
                                AREAS,
                                (who, place) -> post(
                                        "/v1/announcements",
                                        Map.of(
                                                "areaId",
                                                place.id().toString(),
                                                "title",
                                                "Tin",
                                                "text",
                                                "Lời " + place.word())))
                        .outside(422),
                Operation.of("announcements-list", get("/v1/announcements?limit=500")),
                Operation.of(
                        "announcements-read",
                        AREAS,
                        (who, place) -> get("/v1/announcements/" + papers.announcement(place))),
                Operation.of(
                        "announcements-cancel",
                        AREAS,
                        (who, place) -> post("/v1/announcements/" + papers.announcement(place) + "/cancel")));
    }
}
