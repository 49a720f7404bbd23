package vn.toso.api.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.api.sync.PushBody.aMutation;
import static vn.toso.api.sync.PushBody.aPush;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.ResidentBuilder.aResident;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.Caller;
import vn.toso.api.Reply;
import vn.toso.api.World;
import vn.toso.api.visit.VisitBody;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.world.TestWorld;

@ApiTest
class PushedHouseholdsTest {

    private static final IdSource IDS = IdSource.timeOrdered();

    @Autowired
    Api api;

    @Autowired
    World world;

    private Household home;
    private String path;
    private Map<String, Object> xuan;

    @BeforeEach
    void household() {
        home = world.put(aHousehold("Vi Văn Thông")
                        .id(new HouseholdId(IDS.next()))
                        .since(TestWorld.MERGER)
                        .with(aResident("Lô Thị Xuân").id(new ResidentId(IDS.next()))))
                .get(0);
        path = "/v1/households/" + home.id();
        xuan = Map.of(
                "householdId",
                home.id().toString(),
                "residentId",
                home.residents().get(0).id().toString());
    }

    private Reply pushes(Caller who, Object... mutations) {
        return who.posts("/v1/sync/push", aPush().with(mutations).json()).is(200);
    }

    private Map<String, Object> amendment(long base, Map<String, Object> fields) {
        Map<String, Object> body = new LinkedHashMap<>(fields);
        body.put("householdId", home.id().toString());
        return aMutation("household.amend", base, body);
    }

    private Map<String, Object> ofXuan(Map<String, Object> fields) {
        Map<String, Object> body = new LinkedHashMap<>(xuan);
        body.putAll(fields);
        return body;
    }

    private static void outcome(Reply reply, int item, String expected) {
        assertThat(reply.at("/results/" + item + "/outcome"))
                .as(reply.toString())
                .isEqualTo(expected);
    }

    @Test
    void a_household_is_registered_with_a_person_more_and_a_word_in_one_request() {
        String household = IDS.next().toString();
        String resident = IDS.next().toString();
        Map<String, Object> who = Map.of("householdId", household, "residentId", resident);
        Map<String, Object> consent = new LinkedHashMap<>(who);
        consent.putAll(Map.of(
                "purpose", "service-support", "decision", "GIVEN", "how", "spoken-at-door", "noticeVersion", "1"));
        Map<String, Object> person = Map.of("householdId", household, "id", resident, "name", "Lô Thị Xuân");
        Map<String, Object> said = aMutation("consent.record", consent);
        Object[] mutations = {
            aMutation(
                    "household.register",
                    Map.of("id", household, "hamletId", TestWorld.XOM_1.id().toString(), "headName", "Lô Văn Nam")),
            aMutation("resident.add", person),
            said
        };

        Reply first = pushes(api.asLan(), mutations);
        Reply again = pushes(api.asLan(), mutations);

        for (int i = 0; i < 3; i++) {
            outcome(first, i, "applied");
            outcome(again, i, "already-applied");
        }
        Reply read = api.asLan().gets("/v1/households/" + household).is(200);
        assertThat(read.at("/residents/0/name")).isEqualTo("Lô Thị Xuân");
        assertThat(read.json().at("/residents/0/consents").size()).isEqualTo(1);
        assertThat(read.at("/residents/0/consents/0/at").substring(0, 19))
                .isEqualTo(said.get("at").toString().substring(0, 19));
        assertThat(read.at("/version")).isEqualTo("3");
    }

    @Test
    void changes_of_different_fields_merge_whoever_comes_first() {
        pushes(api.asMinh(), amendment(1, Map.of("addressNote", "Sau chợ")));

        Reply reply = pushes(
                api.asLan(),
                amendment(1, Map.of("phones", List.of("0912 345 678"), "connectivity", Map.of("fibre", true))));

        outcome(reply, 0, "applied");
        Reply read = api.asLan().gets(path).is(200);
        assertThat(read.at("/addressNote")).isEqualTo("Sau chợ");
        assertThat(read.at("/phones/0")).isEqualTo("0912345678");
        assertThat(read.at("/connectivity/fibre")).isEqualTo("true");
    }

    @Test
    void where_both_changed_the_same_field_the_server_stands_and_the_rest_is_merged() {
        api.asHoa().patches(path, Map.of("addressNote", "Sau chợ")).is(200);

        Map<String, Object> late = amendment(1, Map.of("addressNote", "Cổng xanh", "headName", "Vi Văn Thống"));
        Reply reply = pushes(api.asLan(), late);

        outcome(reply, 0, "conflict");
        assertThat(reply.at("/results/0/problem/errors/0/pointer")).isEqualTo("/addressNote");
        assertThat(reply.at("/results/0/current/addressNote")).isEqualTo("Sau chợ");
        assertThat(reply.at("/results/0/current/headName")).isEqualTo("Vi Văn Thống");
        assertThat(reply.at("/results/0/current/version")).isEqualTo("3");
        Reply again = pushes(api.asLan(), late);
        outcome(again, 0, "conflict");
        assertThat(again.at("/results/0/current/version")).isEqualTo("3");
    }

    @Test
    void the_same_value_from_two_people_is_no_conflict() {
        pushes(api.asMinh(), amendment(1, Map.of("addressNote", "Sau chợ")));

        outcome(pushes(api.asLan(), amendment(1, Map.of("addressNote", "Sau chợ"))), 0, "applied");
        assertThat(api.asLan().gets(path).at("/version")).isEqualTo("2");
    }

    @Test
    void somebody_who_changes_a_field_twice_is_not_in_conflict_with_oneself() {
        Reply reply = pushes(
                api.asLan(),
                amendment(1, Map.of("addressNote", "Sau chợ")),
                amendment(1, Map.of("addressNote", "Trước chợ")));

        outcome(reply, 0, "applied");
        outcome(reply, 1, "applied");
        assertThat(api.asLan().gets(path).at("/addressNote")).isEqualTo("Trước chợ");
    }

    @Test
    void an_amendment_must_say_what_it_was_made_from() {
        Reply reply = pushes(
                api.asLan(),
                aMutation("household.amend", Map.of("householdId", home.id().toString(), "addressNote", "x")));

        outcome(reply, 0, "rejected");
        assertThat(reply.at("/results/0/problem/errors/0/pointer")).isEqualTo("/baseVersion");
    }

    @Test
    void an_amendment_with_a_field_that_there_is_not_or_that_breaks_a_rule_changes_nothing() {
        Reply reply = pushes(
                api.asLan(),
                amendment(1, Map.of("addressNote", "Sau chợ", "colour", "red")),
                amendment(1, Map.of("addressNote", "Sau chợ", "phones", List.of("12"))));

        outcome(reply, 0, "rejected");
        outcome(reply, 1, "rejected");
        assertThat(reply.at("/results/0/problem/errors/0/pointer")).isEqualTo("/colour");
        assertThat(api.asLan().gets(path).at("/version")).isEqualTo("1");
    }

    @Test
    void residents_merge_by_field_as_well() {
        api.asHoa()
                .patches(path + "/residents/" + xuan.get("residentId"), Map.of("relation", "vợ", "birthYear", 1990))
                .is(200);

        Reply reply = pushes(
                api.asLan(),
                aMutation("resident.amend", 1, ofXuan(Map.of("name", "Lô Thị Xuân Hoa", "birthYear", 1991))));

        outcome(reply, 0, "conflict");
        assertThat(reply.at("/results/0/problem/errors/0/pointer")).isEqualTo("/birthYear");
        Reply read = api.asLan().gets(path);
        assertThat(read.at("/residents/0/birthYear")).isEqualTo("1990");
        assertThat(read.at("/residents/0/name")).isEqualTo("Lô Thị Xuân Hoa");
    }

    @Test
    void somebody_leaves_on_a_day_that_a_wrong_clock_puts_into_the_future() {
        String tomorrow = VisitBody.now().plusDays(1).toLocalDate().toString();

        Reply reply = pushes(api.asLan(), aMutation("resident.leave", 1, ofXuan(Map.of("leftOn", tomorrow))));

        outcome(reply, 0, "applied");
        assertThat(api.asLan().gets(path).at("/residents/0/leftOn"))
                .isEqualTo(VisitBody.now().toLocalDate().toString());
    }

    @Test
    void a_word_by_a_clock_that_is_ahead_is_kept_once_with_the_time_as_sent() {
        Map<String, Object> said = aMutation(
                "consent.record",
                ofXuan(Map.of(
                        "purpose", "service-support",
                        "decision", "GIVEN",
                        "how", "spoken-at-door",
                        "noticeVersion", "1",
                        "at", "2099-01-01T00:00:00+07:00")));
        Map<String, Object> twin = new LinkedHashMap<>(said);
        twin.put("id", IDS.next().toString());

        pushes(api.asLan(), said);
        outcome(pushes(api.asLan(), twin), 0, "applied");

        Reply read = api.asLan().gets(path);
        assertThat(read.json().at("/residents/0/consents").size()).isEqualTo(1);
        assertThat(read.at("/residents/0/consents/0/reportedAt")).startsWith("2099-01-01");
    }

    @Test
    void nobody_in_the_household_is_a_mistake_and_a_household_elsewhere_waits_for_its_leader() {
        Map<String, Object> stranger = Map.of(
                "householdId", home.id().toString(), "residentId", IDS.next().toString(), "name", "Ai");

        outcome(pushes(api.asLan(), aMutation("resident.amend", 1, stranger)), 0, "rejected");
        outcome(pushes(api.asThuy(), amendment(1, Map.of("addressNote", "x"))), 0, "quarantined");
    }
}
