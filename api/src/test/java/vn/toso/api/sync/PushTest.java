package vn.toso.api.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.api.sync.PushBody.aMutation;
import static vn.toso.api.sync.PushBody.aPush;
import static vn.toso.api.visit.VisitBody.aVisit;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.ResidentBuilder.aResident;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.Documents;
import vn.toso.api.Reply;
import vn.toso.api.World;
import vn.toso.api.visit.VisitBody;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.world.TestWorld;

@ApiTest
class PushTest {

    private static final IdSource IDS = IdSource.timeOrdered();

    @Autowired
    Api api;

    @Autowired
    World world;

    @Autowired
    Documents documents;

    private Household home;
    private Household elsewhere;

    @BeforeEach
    void households() {
        home = world.put(aHousehold("Vi Văn Thông")
                        .id(new HouseholdId(IDS.next()))
                        .with(aResident("Lô Thị Xuân").id(new ResidentId(IDS.next()))))
                .get(0);
        elsewhere = world.put(aHousehold("Trần Văn Hải")
                        .id(new HouseholdId(IDS.next()))
                        .in(TestWorld.XOM_DONG))
                .get(0);
    }

    private VisitBody visit() {
        return aVisit().to(home).achieved("SAFE", home.residents().get(0));
    }

    private Reply pushes(PushBody push) {
        return api.asLan().posts("/v1/sync/push", push.json()).is(200);
    }

    @Test
    void a_visit_that_is_pushed_reads_as_one_that_was_posted() {
        VisitBody visit = visit();

        Reply reply = pushes(aPush().with(aMutation(visit)));

        assertThat(reply.at("/results/0/outcome")).isEqualTo("applied");
        assertThat(reply.at("/results/0/version")).isEqualTo("1");
        assertThat(reply.at("/serverTime")).isNotBlank();
        Reply read = api.asLan().gets("/v1/visits/" + visit.id()).is(200);
        assertThat(read.at("/householdId")).isEqualTo(home.id().toString());
        assertThat(api.asLan().posts("/v1/visits", visit.json()).is(200).bytes())
                .isEqualTo(read.bytes());
    }

    @Test
    void a_repeat_is_known_however_its_fields_are_ordered() {
        VisitBody visit = visit();
        Map<String, Object> mutation = aMutation(visit);
        Map<String, Object> turned = new LinkedHashMap<>();
        turned.put("body", mutation.get("body"));
        mutation.forEach(turned::putIfAbsent);

        pushes(aPush().with(mutation));
        Reply again = pushes(aPush().with(turned));

        assertThat(again.at("/results/0/outcome")).isEqualTo("already-applied");
        assertThat(again.at("/results/0/version")).isEqualTo("1");
        assertThat(documents.count("changes", "entity", UUID.fromString(visit.id())))
                .isEqualTo(1);
    }

    @Test
    void the_same_twice_in_one_request_is_done_once_and_other_content_under_the_id_is_kept() {
        Map<String, Object> mutation = aMutation(visit());
        Map<String, Object> other = aMutation(visit());
        other.put("id", mutation.get("id"));

        Reply reply = pushes(aPush().with(mutation, mutation, other));

        assertThat(reply.at("/results/0/outcome")).isEqualTo("applied");
        assertThat(reply.at("/results/1/outcome")).isEqualTo("already-applied");
        assertThat(reply.at("/results/2/outcome")).isEqualTo("rejected");
        assertThat(reply.at("/results/2/id")).isEqualTo(mutation.get("id"));
        assertThat(reply.at("/results/2/problem/code")).isEqualTo("conflict");
    }

    @Test
    void what_is_wrong_harms_nothing_beside_it() {
        VisitBody first = visit();
        VisitBody last = visit();
        Map<String, Object> unknownKind = aMutation("visit.dream", Map.of("x", 1));
        Map<String, Object> unknownField = aMutation(visit().with("colour", "red"));
        Map<String, Object> brokenRule = aMutation(visit().with("durationMinutes", -1));
        Map<String, Object> badTime = aMutation(visit());
        badTime.put("at", "yesterday");

        Reply reply = pushes(aPush().with(
                        aMutation(first),
                        unknownKind,
                        unknownField,
                        brokenRule,
                        badTime,
                        Map.of("kind", "visit.record"),
                        "no object",
                        aMutation(last)));

        assertThat(reply.at("/results/0/outcome")).isEqualTo("applied");
        for (int i = 1; i <= 6; i++) {
            assertThat(reply.at("/results/" + i + "/outcome")).as("item %d", i).isEqualTo("rejected");
        }
        assertThat(reply.at("/results/1/problem/errors/0/pointer")).isEqualTo("/kind");
        assertThat(reply.at("/results/2/problem/errors/0/pointer")).isEqualTo("/colour");
        assertThat(reply.at("/results/3/problem/errors/0/pointer")).isEqualTo("/durationMinutes");
        assertThat(reply.at("/results/4/problem/errors/0/pointer")).isEqualTo("/at");
        assertThat(reply.at("/results/5/problem/errors/0/code")).isEqualTo("required");
        assertThat(reply.at("/results/7/outcome")).isEqualTo("applied");
        api.asLan().gets("/v1/visits/" + last.id()).is(200);
    }

    @Test
    void whether_a_household_out_of_scope_exists_is_not_told() {
        Map<String, Object> there = aMutation(aVisit().to(elsewhere).achieved("PAY_BILL"));
        Map<String, Object> nowhere =
                aMutation(aVisit().with("householdId", IDS.next().toString()).achieved("PAY_BILL"));

        Reply reply = pushes(aPush().with(there, nowhere));

        assertThat(reply.at("/results/0/outcome")).isEqualTo("quarantined");
        assertThat(reply.at("/results/1/outcome")).isEqualTo("quarantined");
        assertThat(reply.at("/results/0/problem")).isEqualTo(reply.at("/results/1/problem"));
    }

    @Test
    void a_visit_id_that_stands_for_other_content_is_a_conflict_with_the_visit_on_file() {
        VisitBody visit = visit();
        pushes(aPush().with(aMutation(visit)));
        visit.with("durationMinutes", 90);
        Map<String, Object> changed = aMutation(visit);

        for (String when : new String[] {"first", "again"}) {
            Reply reply = pushes(aPush().with(changed));
            assertThat(reply.at("/results/0/outcome")).as(when).isEqualTo("conflict");
            assertThat(reply.at("/results/0/current/id")).isEqualTo(visit.id());
            assertThat(reply.at("/results/0/current/durationMinutes")).isEqualTo("25");
            assertThat(reply.at("/results/0/problem/code")).isEqualTo("conflict");
        }
    }

    @Test
    void a_visit_can_be_taken_back_in_the_request_that_brings_it() {
        VisitBody visit = visit();

        Reply reply = pushes(aPush().with(
                        aMutation(visit), aMutation("visit.void", Map.of("visitId", visit.id(), "reason", "nhầm hộ"))));

        assertThat(reply.at("/results/1/outcome")).isEqualTo("applied");
        assertThat(reply.at("/results/1/version")).isEqualTo("2");
        assertThat(api.asLan().gets("/v1/visits/" + visit.id()).at("/voided/reason"))
                .isEqualTo("nhầm hộ");
    }

    @Test
    void a_phone_whose_clock_is_wrong_is_believed_in_everything_else() {
        Map<String, Object> ahead = aMutation(visit().at(VisitBody.now().plusYears(3)));
        ahead.put("at", VisitBody.now().plusYears(3).toString());
        Map<String, Object> behind = aMutation(visit().with("occurredAt", "1970-01-01T00:00:00+07:00"));
        behind.put("at", "1970-01-01T00:00:00+07:00");

        Reply reply = pushes(aPush().with(ahead, behind));

        assertThat(reply.at("/results/0/outcome")).isEqualTo("applied");
        assertThat(reply.at("/results/1/outcome")).isEqualTo("applied");
    }
}
