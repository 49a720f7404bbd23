package vn.toso.api.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.api.sync.PushBody.aMutation;
import static vn.toso.api.sync.PushBody.aPush;
import static vn.toso.api.visit.VisitBody.aVisit;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.Caller;
import vn.toso.api.Reply;
import vn.toso.api.World;
import vn.toso.api.visit.VisitBody;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.world.TestWorld;

@ApiTest
class QuarantineTest {

    private static final IdSource IDS = IdSource.timeOrdered();

    @Autowired
    Api api;

    @Autowired
    World world;

    private Household home;

    /** In Hoa's commune, but not in Lan's hamlet. */
    private Household xom5;

    @BeforeEach
    void households() {
        home = world.put(aHousehold("Vi Văn Thông").id(new HouseholdId(IDS.next())))
                .get(0);
        xom5 = world.put(
                        aHousehold("Lô Văn Nam").id(new HouseholdId(IDS.next())).in(TestWorld.XOM_5))
                .get(0);
    }

    /** Pushes by Lan; the id under which it is held. */
    private String held(Map<String, Object> mutation, String outcome) {
        Reply reply = api.asLan()
                .posts("/v1/sync/push", aPush().with(mutation).json())
                .is(200);
        assertThat(reply.at("/results/0/outcome")).isEqualTo(outcome);
        return mutation.get("id").toString();
    }

    private static JsonNode find(Caller who, String id) {
        for (JsonNode item : who.gets("/v1/quarantine?limit=500").is(200).json().path("items")) {
            if (item.path("id").asString().equals(id)) {
                return item;
            }
        }
        return null;
    }

    private static Reply accepts(Caller who, String id) {
        return who.posts("/v1/quarantine/" + id + "/accept");
    }

    private static Reply rejects(Caller who, String id) {
        return who.posts("/v1/quarantine/" + id + "/reject", Map.of("reason", "không thuộc xóm ta"));
    }

    @Test
    void work_out_of_scope_is_seen_whole_by_its_leader_and_carried_out_with_its_own_times_and_maker() {
        VisitBody visit = aVisit().to(xom5).achieved("PAY_BILL");
        Map<String, Object> mutation = aMutation(visit);
        String id = held(mutation, "quarantined");

        JsonNode seen = find(api.asHoa(), id);
        assertThat(seen.path("body").path("householdId").asString())
                .isEqualTo(xom5.id().toString());
        assertThat(seen.path("hamletId").asString())
                .isEqualTo(TestWorld.XOM_5.id().toString());
        assertThat(seen.path("state").asString()).isEqualTo("PENDING");

        assertThat(accepts(api.asHoa(), id).is(200).at("/state")).isEqualTo("ACCEPTED");
        accepts(api.asHoa(), id).is(200);
        rejects(api.asHoa(), id).isProblem(409, "conflict");

        Reply read = api.asHoa().gets("/v1/visits/" + visit.id()).is(200);
        assertThat(read.at("/members/0")).isEqualTo(TestWorld.LAN.id().toString());
        assertThat(read.at("/occurredAt").substring(0, 19))
                .isEqualTo(visit.json().get("occurredAt").toString().substring(0, 19));
        Reply again = api.asLan().posts("/v1/sync/push", aPush().with(mutation).json());
        assertThat(again.at("/results/0/outcome")).isEqualTo("already-applied");
        assertThat(find(api.asLan(), id).path("state").asString()).isEqualTo("ACCEPTED");
    }

    @Test
    void the_sender_sees_the_own_work_but_not_where_the_household_lives() {
        String id = held(aMutation(aVisit().to(xom5).achieved("PAY_BILL")), "quarantined");

        JsonNode own = find(api.asLan(), id);
        assertThat(own.path("state").asString()).isEqualTo("PENDING");
        assertThat(own.has("hamletId")).isFalse();
    }

    @Test
    void who_reads_what_waits_is_written_down_with_the_household_that_it_is_about() {
        String id = held(aMutation(aVisit().to(home).with("durationMinutes", -1).achieved("PAY_BILL")), "rejected");
        assertThat(find(api.asHoa(), id)).isNotNull();

        assertThat(api.asBao()
                        .gets("/v1/audit?entity=" + home.id() + "&member=" + TestWorld.HOA.id())
                        .is(200)
                        .json()
                        .findValuesAsString("operation"))
                .contains("GET /v1/quarantine");
    }

    @Test
    void a_rejection_reaches_the_sender_with_its_reason_and_is_final() {
        String id = held(aMutation(aVisit().to(home).with("durationMinutes", -1).achieved("PAY_BILL")), "rejected");

        api.asHoa()
                .posts("/v1/quarantine/" + id + "/reject", Map.of("reason", " "))
                .isProblem(422, "invalid");
        api.asHoa().posts("/v1/quarantine/" + id + "/reject", Map.of()).isProblem(422, "invalid");
        rejects(api.asHoa(), id).is(200);
        rejects(api.asHoa(), id).is(200);
        accepts(api.asHoa(), id).isProblem(409, "conflict");

        assertThat(find(api.asLan(), id).path("reason").asString()).isEqualTo("không thuộc xóm ta");
        assertThat(find(api.asLan(), id).path("hamletId").asString())
                .isEqualTo(TestWorld.XOM_1.id().toString());
    }

    @Test
    void what_still_breaks_a_rule_stays_pending_when_a_leader_accepts_it() {
        String id = held(aMutation(aVisit().to(home).with("durationMinutes", -1).achieved("PAY_BILL")), "rejected");
        String unknown = held(aMutation("visit.dream", Map.of("x", 1)), "rejected");

        accepts(api.asHoa(), id).isProblem(422, "invalid").blames("/durationMinutes range");
        accepts(api.asHoa(), unknown).isProblem(422, "invalid");

        assertThat(find(api.asHoa(), id).path("state").asString()).isEqualTo("PENDING");
    }

    @Test
    void only_leaders_of_the_hamlet_decide() {
        String id = held(aMutation(aVisit().to(xom5).achieved("PAY_BILL")), "quarantined");

        for (Caller who : new Caller[] {api.asLan(), api.asThuy(), api.asDuc(), api.asBao()}) {
            accepts(who, id).isProblem(403, "forbidden");
            rejects(who, id).isProblem(403, "forbidden");
        }
        assertThat(find(api.asThuy(), id)).isNull();
        assertThat(find(api.asMinh(), id)).isNull();
        assertThat(find(api.asBao(), id)).isNull();
        assertThat(find(api.asDuc(), id)).isNotNull();
        accepts(api.asHoa(), IDS.next().toString()).isProblem(404, "not-found");
        accepts(api.asAnh(), id).is(200);
    }

    @Test
    void a_leader_of_another_commune_finds_nothing() {
        world.put(
                vn.toso.domain.world.MemberBuilder.aMember("Trần Văn Lãnh")
                        .as(vn.toso.domain.access.Role.COMMUNE_LEADER)
                        .in(TestWorld.TAM_HOP.id()),
                "lanh-dao-tam-hop");
        String id = held(aMutation(aVisit().to(xom5).achieved("PAY_BILL")), "quarantined");

        accepts(api.as("lanh-dao-tam-hop"), id).isProblem(404, "not-found");
        assertThat(find(api.as("lanh-dao-tam-hop"), id)).isNull();
    }

    @Test
    void content_that_can_be_told_from_nothing_but_its_id_is_kept_whole() {
        Map<String, Object> broken = aMutation("visit.record", Map.of("x", 1));
        broken.remove("body");
        broken.put("note", "mất phần thân");
        String id = held(broken, "rejected");

        assertThat(find(api.asHoa(), id).path("body").path("note").asString()).isEqualTo("mất phần thân");
    }

    @Test
    void pages_go_through_all_of_it_once() {
        for (int i = 0; i < 5; i++) {
            held(aMutation("visit.dream", Map.of("x", i)), "rejected");
        }
        Reply first = api.asLan().gets("/v1/quarantine?state=PENDING&limit=3").is(200);
        Reply second = api.asLan()
                .gets("/v1/quarantine?state=PENDING&limit=3&after=" + first.at("/next"))
                .is(200);

        assertThat(first.json().path("items").size()).isEqualTo(3);
        assertThat(second.json().path("items").size()).isGreaterThanOrEqualTo(2);
        assertThat(second.at("/items/0/id")).isNotEqualTo(first.at("/items/2/id"));
        api.asLan().gets("/v1/quarantine?after=nonsense").isProblem(422, "invalid");
        api.asLan().gets("/v1/quarantine?state=LOST").isProblem(400, "malformed");
    }
}
