package vn.toso.api.rights;

import static vn.toso.api.rights.Ask.get;
import static vn.toso.api.rights.Ask.patch;
import static vn.toso.api.rights.Ask.post;
import static vn.toso.api.rights.Ask.put;
import static vn.toso.api.rights.Place.HAMLETS;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.toso.domain.household.Household;

/** How the operations on data subjects' rights are tried. */
final class PrivacyOperations {

    private static final String REQUESTS = "/v1/privacy/requests";
    private static final String BREACHES = "/v1/privacy/breaches";

    private final RightsWorld world;

    private PrivacyOperations(RightsWorld world) {
        this.world = world;
    }

    static List<Operation> of(RightsWorld world) {
        PrivacyOperations operations = new PrivacyOperations(world);
        return java.util.stream.Stream.of(operations.requests(), operations.people(), operations.rules())
                .flatMap(List::stream)
                .toList();
    }

    private List<Operation> requests() {
        return List.of(
                Operation.of(
                        "privacy-receive",
                        HAMLETS,
                        (who, at) -> post(
                                REQUESTS,
                                Map.of("residentId", resident(at).toString(), "kind", "ACCESS", "channel", "paper"))),
                Operation.of("privacy-requests", get(REQUESTS + "?limit=500")),
                Operation.of(
                        "privacy-request",
                        HAMLETS,
                        (who, at) -> get(REQUESTS + "/" + world.papers().subjectRequest(at))),
                Operation.of(
                        "privacy-acknowledge",
                        HAMLETS,
                        (who, at) -> post(REQUESTS + "/" + world.papers().subjectRequest(at) + "/acknowledge")),
                Operation.of(
                        "privacy-extend",
                        HAMLETS,
                        (who, at) -> post(
                                REQUESTS + "/" + world.papers().subjectRequest(at) + "/extend",
                                Map.of("reason", "chờ giấy"))),
                Operation.of(
                        "privacy-close",
                        HAMLETS,
                        (who, at) -> post(
                                REQUESTS + "/" + world.papers().subjectRequest(at) + "/close",
                                Map.of("state", "DONE"))));
    }

    private List<Operation> people() {
        return List.of(
                Operation.of(
                        "privacy-dossier", HAMLETS, (who, at) -> get("/v1/residents/" + resident(at) + "/dossier")),
                Operation.of(
                        "privacy-erase",
                        HAMLETS,
                        (who, at) -> post("/v1/residents/" + resident(at) + "/erase", Map.of("basis", "đơn"))));
    }

    private List<Operation> rules() {
        Map<String, Object> breach = Map.of("what", "mất máy", "data", List.of("họ tên"));
        return List.of(
                Operation.of("privacy-record-breach", post(BREACHES, breach)),
                Operation.of("privacy-breaches", get(BREACHES)),
                Operation.of(
                        "privacy-breach",
                        List.of(Place.ANYWHERE),
                        (who, at) -> get(BREACHES + "/" + world.papers().breach())),
                Operation.of(
                        "privacy-amend-breach",
                        List.of(Place.ANYWHERE),
                        (who, at) -> patch(BREACHES + "/" + world.papers().breach(), Map.of("measures", "khoá máy"))),
                Operation.of("privacy-holidays", get("/v1/privacy/holidays/2033")),
                Operation.of(
                        "privacy-enter-holidays",
                        put("/v1/privacy/holidays/2033", Map.of("off", List.of("2033-01-31"), "worked", List.of()))),
                Operation.of("privacy-retention", get("/v1/privacy/retention")),
                Operation.of("privacy-decide", put("/v1/privacy/retention/notices", Map.of("days", 180))),
                Operation.of("privacy-run", post("/v1/privacy/retention/run?dryRun=true")),
                Operation.of("privacy-keys", get("/v1/privacy/keys")),
                Operation.of("privacy-rotate", post("/v1/privacy/keys/rotate")));
    }

    private UUID resident(Place at) {
        Household household = world.household(at);
        return household.residents().isEmpty()
                ? UUID.randomUUID()
                : household.residents().get(0).id().value();
    }
}
