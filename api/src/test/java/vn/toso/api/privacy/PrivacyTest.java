package vn.toso.api.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.api.sync.PushBody.aMutation;
import static vn.toso.api.sync.PushBody.aPush;
import static vn.toso.api.visit.VisitBody.aVisit;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.ResidentBuilder.aResident;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.Caller;
import vn.toso.api.Reply;
import vn.toso.api.World;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.Resident;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.id.ResidentId;

@ApiTest
class PrivacyTest {

    private static final IdSource IDS = IdSource.timeOrdered();
    private static final Map<String, String> BASIS = Map.of("basis", "Đơn ngày 20/11/2026");

    @Autowired
    private Api api;

    @Autowired
    private World world;

    private Household home;
    private Resident person;
    private Resident child;

    @BeforeEach
    void settle() {
        home = world.put(aHousehold("Lang Thị Duyên")
                        .id(new HouseholdId(IDS.next()))
                        .with(aResident("Lang Thị Duyên")
                                .id(new ResidentId(IDS.next()))
                                .born(1970))
                        .with(aResident("Lang Văn Tí")
                                .id(new ResidentId(IDS.next()))
                                .born(2015)))
                .get(0);
        person = home.residents().get(0);
        child = home.residents().get(1);
    }

    @Test
    void a_request_has_its_terms_is_acknowledged_extended_once_and_closed() {
        Reply received = receives(api.asHoa(), person, "ERASURE", null).is(201);
        String path = "/v1/privacy/requests/" + received.at("/id");

        assertThat(received.at("/state")).isEqualTo("RECEIVED");
        assertThat(received.at("/acknowledgeBy")).isLessThan(received.at("/dueOn"));
        assertThat(items(api.asHoa().gets("/v1/privacy/requests?limit=500"))).contains(received.at("/id"));
        api.asHoa().posts(path + "/acknowledge").isProblem(403, "forbidden");
        assertThat(api.asBao().posts(path + "/acknowledge").is(200).at("/state"))
                .isEqualTo("ACKNOWLEDGED");
        api.asBao()
                .posts(path + "/extend", Map.of("reason", " "))
                .isProblem(422, "invalid")
                .blames("/reason required");
        Reply extended = api.asBao()
                .posts(path + "/extend", Map.of("reason", "chờ hồ sơ"))
                .is(200);
        assertThat(extended.at("/dueOn")).isGreaterThan(received.at("/dueOn"));
        api.asBao().posts(path + "/extend", Map.of("reason", "chờ nữa")).isProblem(409, "conflict");
        api.asBao().posts(path + "/close", Map.of("state", "REFUSED")).isProblem(422, "invalid");
        assertThat(api.asBao()
                        .posts(path + "/close", Map.of("state", "DONE"))
                        .is(200)
                        .at("/state"))
                .isEqualTo("DONE");
        api.asBao().posts(path + "/close", Map.of("state", "DONE")).is(200);
        api.asBao().posts(path + "/close", Map.of("state", "RECEIVED")).isProblem(422, "invalid");
        assertThat(items(api.asHoa().gets("/v1/privacy/requests?limit=500"))).doesNotContain(received.at("/id"));
    }

    @Test
    void a_representative_asks_for_a_child() {
        receives(api.asHoa(), child, "ACCESS", null).isProblem(422, "invalid").blames("/representative representative");
        receives(api.asHoa(), child, "ACCESS", "Lang Thị Duyên, mẹ").is(201);
        receives(api.asLan(), person, "ACCESS", null).isProblem(403, "forbidden");
        receives(api.asHoa(), person, "ACCESS", null).is(201);
        api.asHoa()
                .posts(
                        "/v1/privacy/requests",
                        Map.of("residentId", UUID.randomUUID().toString(), "kind", "ACCESS", "channel", "paper"))
                .isProblem(404, "not-found");
    }

    @Test
    void a_dossier_holds_everything_and_is_for_the_data_officer_alone() {
        Map<String, Object> visit =
                new HashMap<>(aVisit().to(home).achieved("SAFE", person).json());
        api.asLan().posts("/v1/visits", visit).is(201);
        receives(api.asHoa(), person, "ACCESS", null).is(201);

        Reply dossier =
                api.asBao().gets("/v1/residents/" + person.id() + "/dossier").is(200);

        assertThat(dossier.at("/household/headName")).isEqualTo("Lang Thị Duyên");
        assertThat(dossier.at("/visits/0/id")).isEqualTo(visit.get("id").toString());
        assertThat(dossier.at("/requests/0/kind")).isEqualTo("ACCESS");
        for (Caller who : List.of(api.asLan(), api.asHoa(), api.asDuc(), api.asAnh())) {
            who.gets("/v1/residents/" + person.id() + "/dossier").isProblem(403, "forbidden");
        }
        api.asBao().gets("/v1/residents/" + UUID.randomUUID() + "/dossier").isProblem(404, "not-found");
    }

    @Test
    void an_erased_person_is_nowhere_any_more_and_does_not_come_back() {
        Map<String, Object> visit =
                new HashMap<>(aVisit().to(home).achieved("SAFE", person).json());
        visit.put("note", "bà Duyên nhờ");
        api.asLan().posts("/v1/visits", visit).is(201);
        Map<String, Object> held = aMutation(
                "resident.amend",
                Map.of(
                        "householdId", home.id().toString(),
                        "residentId", person.id().toString(),
                        "name", "Lang Thị Duyên"));
        pushes(held, "rejected");
        String path = "/v1/residents/" + person.id() + "/erase";
        api.asHoa().posts(path, BASIS).isProblem(403, "forbidden");
        api.asBao().posts(path, Map.of()).isProblem(422, "invalid").blames("/basis required");

        Reply erased = api.asBao().posts(path, BASIS).is(200);

        assertThat(erased.at("/finishedAt")).isNotEmpty();
        assertThat(erased.at("/visits")).isEqualTo("1");
        Reply household = api.asLan().gets("/v1/households/" + home.id()).is(200);
        assertThat(text(household)).doesNotContain("Duyên", person.id().toString());
        assertThat(household.at("/headName")).isEqualTo("Lang Văn Tí");
        Reply seen = api.asLan().gets("/v1/visits/" + visit.get("id")).is(200);
        assertThat(text(seen)).doesNotContain("Duyên", person.id().toString());
        assertThat(seen.at("/activities/0/outcome")).isEqualTo("ACHIEVED");
        assertThat(text(api.asHoa().gets("/v1/quarantine?limit=500").is(200))).doesNotContain("Duyên");
        assertThat(text(api.asLan().gets("/v1/sync/pull").is(200)))
                .doesNotContain(person.id().toString());
        api.asBao().gets("/v1/residents/" + person.id() + "/dossier").isProblem(404, "not-found");
        assertThat(api.asBao().posts(path, BASIS).is(200).json()).isEqualTo(erased.json());
        comesBack();
    }

    private void comesBack() {
        api.asLan()
                .posts(
                        "/v1/households/" + home.id() + "/residents",
                        Map.of("id", person.id().toString(), "name", "Lang Thị Duyên"))
                .isProblem(409, "conflict");
        api.asLan()
                .patches("/v1/households/" + home.id() + "/residents/" + person.id(), Map.of("name", "Duyên"))
                .isProblem(404, "not-found");
    }

    @Test
    void a_forbidden_number_is_refused_with_its_field_and_never_kept() {
        Map<String, Object> visit =
                new HashMap<>(aVisit().to(home).achieved("PAY_BILL").json());
        visit.put("note", "CCCD 040196001234");
        api.asLan().posts("/v1/visits", visit).isProblem(422, "invalid").blames("/note sensitive");
        Map<String, Object> mutation = aMutation("visit.record", visit);

        pushes(mutation, "rejected");

        String held = text(api.asLan().gets("/v1/quarantine?limit=500").is(200));
        assertThat(held)
                .contains("CCCD ••••••••••••", mutation.get("id").toString())
                .doesNotContain("040196001234");
        pushes(mutation, "rejected");
        Reply accepted = api.asHoa()
                .posts("/v1/quarantine/" + mutation.get("id") + "/accept")
                .is(200);
        assertThat(accepted.at("/state")).isEqualTo("ACCEPTED");
        assertThat(api.asLan().gets("/v1/visits/" + visit.get("id")).is(200).at("/note"))
                .isEqualTo("CCCD ••••••••••••");
        api.asHoa()
                .posts("/v1/visits/" + visit.get("id") + "/void", Map.of("reason", "gọi 0912 345 678"))
                .isProblem(422, "invalid")
                .blames("/reason sensitive");
        api.asLan()
                .patches("/v1/households/" + home.id(), Map.of("addressNote", "mã OTP 482193"))
                .isProblem(422, "invalid")
                .blames("/addressNote sensitive-code");
    }

    @Test
    void a_breach_has_a_clock_of_72_hours() {
        Map<String, Object> breach =
                Map.of("detectedAt", "2026-01-05T08:00:00+07:00", "what", "Mất điện thoại", "data", List.of("họ tên"));
        api.asHoa().posts("/v1/privacy/breaches", breach).isProblem(403, "forbidden");
        Reply recorded = api.asBao().posts("/v1/privacy/breaches", breach).is(201);
        String path = "/v1/privacy/breaches/" + recorded.at("/id");

        assertThat(recorded.at("/tellBy")).startsWith("2026-01-08T08:00:00");
        assertThat(recorded.at("/late")).isEqualTo("true");
        api.asBao()
                .patches(path, Map.of("authorityToldAt", "2026-01-09T08:00:00+07:00"))
                .isProblem(422, "invalid")
                .blames("/whyLate required");
        Reply told = api.asBao()
                .patches(path, Map.of("authorityToldAt", "2026-01-07T08:00:00+07:00", "closed", true))
                .is(200);
        assertThat(told.at("/late")).isEqualTo("false");
        assertThat(told.at("/closedAt")).isNotEmpty();
        assertThat(api.asBao().gets(path).is(200).json()).isEqualTo(told.json());
        assertThat(items(api.asBao().gets("/v1/privacy/breaches?limit=500"))).contains(recorded.at("/id"));
    }

    @Test
    void holidays_retention_and_keys_are_for_those_who_answer_for_them() {
        api.asHoa().gets("/v1/privacy/holidays/2031").is(200);
        Map<String, Object> days = Map.of("off", List.of("2031-01-23", "2031-01-24"), "worked", List.of());
        api.asHoa().puts("/v1/privacy/holidays/2031", days).isProblem(403, "forbidden");
        api.asBao().puts("/v1/privacy/holidays/2032", days).isProblem(422, "invalid");
        assertThat(api.asBao().puts("/v1/privacy/holidays/2031", days).is(200).json())
                .isEqualTo(api.asHoa().gets("/v1/privacy/holidays/2031").is(200).json());

        api.asHoa().gets("/v1/privacy/retention").isProblem(403, "forbidden");
        assertThat(api.asBao().gets("/v1/privacy/retention").is(200).at("/dryRun"))
                .isEqualTo("true");
        api.asBao().puts("/v1/privacy/retention/notices", Map.of("days", 3)).isProblem(422, "invalid");
        api.asBao().puts("/v1/privacy/retention/nothing", Map.of("days", 300)).isProblem(404, "not-found");
        assertThat(api.asBao()
                        .puts("/v1/privacy/retention/notices", Map.of("days", 300))
                        .is(200)
                        .at("/days"))
                .isEqualTo("300");
        assertThat(api.asBao().posts("/v1/privacy/retention/run").is(200).at("/dryRun"))
                .isEqualTo("true");

        api.asHoa().gets("/v1/privacy/keys").isProblem(403, "forbidden");
        assertThat(api.asAnh().gets("/v1/privacy/keys").is(200).at("/keys/0/state"))
                .isEqualTo("CURRENT");
    }

    private Reply receives(Caller who, Resident subject, String kind, String representative) {
        Map<String, Object> request =
                new HashMap<>(Map.of("residentId", subject.id().toString(), "kind", kind, "channel", "at-door"));
        if (representative != null) {
            request.put("representative", representative);
        }
        return who.posts("/v1/privacy/requests", request);
    }

    private void pushes(Map<String, Object> mutation, String outcome) {
        Reply reply = api.asLan()
                .posts("/v1/sync/push", aPush().with(mutation).json())
                .is(200);
        assertThat(reply.at("/results/0/outcome")).isEqualTo(outcome);
    }

    private static String text(Reply reply) {
        return new String(reply.bytes(), StandardCharsets.UTF_8);
    }

    private static List<String> items(Reply reply) {
        return reply.is(200)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }
}
