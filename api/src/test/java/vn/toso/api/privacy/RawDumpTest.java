package vn.toso.api.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.api.sync.PushBody.aMutation;
import static vn.toso.api.sync.PushBody.aPush;
import static vn.toso.api.visit.VisitBody.aVisit;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.ResidentBuilder.aResident;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.Reply;
import vn.toso.api.World;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.storage.Store;
import vn.toso.domain.text.Vietnamese;
import vn.toso.domain.world.TestWorld;

/** After lively work, every collection is dumped as it lies in the database and searched for every name and phone. */
@ApiTest
class RawDumpTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final IdSource IDS = IdSource.timeOrdered();

    /** Names and words that nobody else in these tests bears. */
    private static final List<String> NAMES = List.of(
            "Lòvang Thị Xuyến",
            "Lòvang Văn Khuých",
            "Moong Thị Nguyệtanh",
            "Xeo Văn Brừu",
            "Cụt Thị Oong",
            "Hờ Bá Nhìavu");

    private static final List<String> WORDS = List.of("bụicây tre đầu ngõ", "đứtmạng", "rangânhàng", "khôngaimởcửa");
    private static final List<String> PHONES = List.of("0987650001", "0987650002", "0987650003");

    @Autowired
    private Api api;

    @Autowired
    private World world;

    @Autowired
    private Store store;

    @Test
    void no_name_phone_or_note_of_a_citizen_can_be_read_in_any_collection() {
        Household home = world.put(aHousehold(NAMES.get(0))
                        .id(new HouseholdId(IDS.next()))
                        .with(aResident(NAMES.get(0))
                                .id(new ResidentId(IDS.next()))
                                .born(1961)))
                .get(0);
        livelyWork(home);

        assertThat(api.asLan().gets("/v1/households?q=khuych").is(200).at("/items/0/headName"))
                .isEqualTo(NAMES.get(1));
        assertThat(api.asLan()
                        .gets("/v1/households?q=Xuy%E1%BA%BFn")
                        .is(200)
                        .json()
                        .path("items")
                        .size())
                .isPositive();
        Map<String, String> dump = dump();
        assertThat(dump).containsKeys("households", "visits", "tasks", "quarantine", "mutations", "changes");
        assertThat(leaks(dump)).isEmpty();
        // Who set a field last, and in which version, is no secret: that is an object, named by the field.
        assertThat(dump.get("households")).doesNotContainPattern("\"(birthYear|headName|words|sortKey)\": [^{]");
    }

    private void livelyWork(Household home) {
        String household = "/v1/households/" + home.id();
        UUID other = IDS.next();
        api.asLan()
                .posts(
                        "/v1/households",
                        Map.of(
                                "id", other.toString(),
                                "hamletId", TestWorld.XOM_1.id().toString(),
                                "headName", NAMES.get(1),
                                "addressNote", WORDS.get(0),
                                "phones", List.of(PHONES.get(0)),
                                "location", Map.of("latitude", 19.2, "longitude", 105.3),
                                "residents",
                                        List.of(Map.of(
                                                "id", IDS.next().toString(), "name", NAMES.get(2), "birthYear", 1987))))
                .is(201);
        api.asLan()
                .patches(household, Map.of("phones", List.of(PHONES.get(1)), "headName", NAMES.get(3)))
                .is(200);
        visitsAndTasks(home);
        pushes(home);
        for (String path : List.of("/v1/households?limit=1", "/v1/sync/pull", "/v1/exports/households?format=csv")) {
            api.asHoa().gets(path);
        }
        api.asHoa()
                .posts(
                        "/v1/announcements",
                        Map.of("areaId", TestWorld.XOM_1.id().toString(), "title", "Họp xóm", "text", "Tối nay"));
    }

    private void visitsAndTasks(Household home) {
        Map<String, Object> visit = new java.util.HashMap<>(
                aVisit().to(home).achieved("SAFE", home.residents().get(0)).json());
        visit.put("note", WORDS.get(1) + " nhà " + NAMES.get(0));
        api.asLan().posts("/v1/visits", visit).is(201);
        api.asLan()
                .posts("/v1/visits/" + visit.get("id") + "/void", Map.of("reason", WORDS.get(3) + " " + NAMES.get(0)))
                .is(200);
        Reply task = api.asHoa()
                .posts(
                        "/v1/tasks",
                        Map.of(
                                "kind",
                                "VISIT_HOUSEHOLD",
                                "householdId",
                                home.id().toString(),
                                "assigneeId",
                                TestWorld.LAN.id().toString(),
                                "services",
                                List.of(),
                                "priority",
                                "NORMAL",
                                "note",
                                WORDS.get(2) + " với " + NAMES.get(0)))
                .is(201);
        api.asLan()
                .posts("/v1/tasks/" + task.at("/id") + "/decline", Map.of("reason", "nhà " + NAMES.get(3) + " đi vắng"))
                .is(200);
    }

    private void pushes(Household home) {
        Map<String, Object> person =
                Map.of("householdId", home.id().toString(), "id", IDS.next().toString(), "name", NAMES.get(4));
        Reply pushed = api.asLan()
                .posts(
                        "/v1/sync/push",
                        aPush().with(
                                        aMutation("resident.add", person),
                                        aMutation(
                                                "household.amend",
                                                1,
                                                Map.of("householdId", home.id().toString(), "headName", NAMES.get(5))),
                                        aMutation(
                                                "household.register",
                                                Map.of(
                                                        "id", IDS.next().toString(),
                                                        "hamletId",
                                                                TestWorld.XOM_5
                                                                        .id()
                                                                        .toString(),
                                                        "headName", NAMES.get(5),
                                                        "phones", List.of(PHONES.get(2)))),
                                        aMutation(
                                                "resident.amend",
                                                Map.of(
                                                        "householdId", home.id().toString(),
                                                        "residentId", IDS.next().toString(),
                                                        "name", NAMES.get(4),
                                                        "relation", "gọi 0987650003")))
                                .json())
                .is(200);
        assertThat(pushed.json().path("results").findValuesAsString("outcome"))
                .contains("applied")
                .containsAnyOf("rejected", "quarantined");
    }

    private Map<String, String> dump() {
        Map<String, String> dump = new java.util.TreeMap<>();
        for (String name :
                Flux.from(store.database().listCollectionNames()).collectList().block(SOON)) {
            String documents = String.join(
                    "\n",
                    Flux.from(store.database().getCollection(name).find())
                            .map(Document::toJson)
                            .collectList()
                            .block(SOON));
            dump.put(name, documents);
        }
        return dump;
    }

    private static List<String> leaks(Map<String, String> dump) {
        Set<String> secrets = new TreeSet<>(PHONES);
        for (String text : List.of(String.join(" ", NAMES), String.join(" ", WORDS))) {
            for (String word : text.split(" ", -1)) {
                if (word.length() > 4) {
                    secrets.add(word);
                    secrets.add(Vietnamese.fold(word));
                    secrets.add(
                            Base64.getEncoder().withoutPadding().encodeToString(word.getBytes(StandardCharsets.UTF_8)));
                }
            }
        }
        List<String> leaks = new ArrayList<>();
        dump.forEach((collection, documents) -> secrets.stream()
                .filter(documents::contains)
                .forEach(secret -> leaks.add(secret + " in " + collection)));
        return leaks;
    }
}
