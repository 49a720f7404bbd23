package vn.toso.api.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.MemberBuilder.aMember;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.Reply;
import vn.toso.api.World;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.team.Member;
import vn.toso.domain.world.TestWorld;

@ApiTest
class PullTest {

    private static final IdSource IDS = IdSource.timeOrdered();
    private static final String PATH = "/v1/sync/pull";

    @Autowired
    Api api;

    @Autowired
    World world;

    private Household aHome() {
        return world.put(aHousehold("Vi Văn Thông").id(new HouseholdId(IDS.next())))
                .get(0);
    }

    private String caughtUp(String who) {
        JsonNode answer = api.as(who).gets(PATH).is(200).json();
        while (answer.get("more").asBoolean()) {
            answer = api.as(who)
                    .gets(PATH + "?after=" + answer.get("next").asString())
                    .is(200)
                    .json();
        }
        return answer.get("next").asString();
    }

    @Test
    void a_document_reads_as_at_its_own_address() {
        String after = caughtUp("lan");
        Household home = aHome();

        JsonNode answer = api.asLan().gets(PATH + "?after=" + after).is(200).json();

        JsonNode change = answer.get("changes").get(0);
        assertThat(answer.get("changes")).hasSize(1);
        assertThat(change.get("kind").asString()).isEqualTo("household");
        assertThat(change.get("op").asString()).isEqualTo("put");
        assertThat(change.get("id").asString()).isEqualTo(home.id().toString());
        assertThat(change.get("version").asLong()).isEqualTo(1);
        assertThat(change.get("body"))
                .isEqualTo(
                        api.asLan().gets("/v1/households/" + home.id()).is(200).json());
        assertThat(answer.get("more").asBoolean()).isFalse();
        assertThat(answer.at("/scope/entered")).isEmpty();
    }

    @Test
    void nothing_new_is_told_in_less_than_300_bytes() {
        String after = caughtUp("lan");

        Reply idle = api.asLan().gets(PATH + "?after=" + after).is(200);

        assertThat(idle.json().get("changes")).isEmpty();
        assertThat(idle.bytes()).hasSizeLessThan(300);
    }

    @Test
    void a_cursor_that_is_not_one_s_own_is_refused_in_a_sentence() {
        String ofMinh = caughtUp("minh");
        String own = caughtUp("lan");
        String forged = own.substring(0, own.length() - 1) + (own.endsWith("A") ? "Q" : "A");

        api.asLan().gets(PATH + "?after=" + ofMinh).isProblem(422, "invalid").blames("/after cursor-of-another");
        api.asLan().gets(PATH + "?after=" + forged).isProblem(422, "invalid").blames("/after cursor");
        api.asLan().gets(PATH + "?after=x").isProblem(422, "invalid").blames("/after cursor");
        api.asLan().gets(PATH + "?after=%20%00é").isProblem(422, "invalid").blames("/after cursor");
        api.asLan().gets(PATH + "?limit=0").isProblem(422, "invalid").blames("/limit range");
        api.asLan().gets(PATH + "?limit=2001").isProblem(422, "invalid").blames("/limit range");
        api.asLan().gets(PATH + "?limit=x").isProblem(400, "malformed");
    }

    @Test
    void who_is_suspended_gets_nothing() {
        String handle = "p" + IDS.next();
        Member member = world.put(aMember("Lô Văn Tạm").in(TestWorld.XOM_1.id()), handle);
        String after = caughtUp(handle);

        api.asHoa()
                .patches("/v1/members/" + member.id(), "{\"status\": \"SUSPENDED\"}")
                .is(200);

        api.as(handle).gets(PATH + "?after=" + after).isProblem(403, "forbidden");
        api.as(handle).gets(PATH).isProblem(403, "forbidden");
        api.as(handle).gets("/v1/sync/digest").isProblem(403, "forbidden");
    }

    @Test
    void a_member_who_works_in_another_hamlet_is_told_what_enters_and_leaves() {
        String handle = "p" + IDS.next();
        Member member = world.put(aMember("Lô Văn Chuyển").in(TestWorld.XOM_1.id()), handle);
        String after = caughtUp(handle);

        api.asHoa()
                .patches("/v1/members/" + member.id(), "{\"areas\": [\"" + TestWorld.XOM_5.id() + "\"]}")
                .is(200);
        Reply moved = api.as(handle).gets(PATH + "?after=" + after).is(200);

        assertThat(moved.at("/scope/entered/0")).isEqualTo(TestWorld.XOM_5.id().toString());
        assertThat(moved.at("/scope/left/0")).isEqualTo(TestWorld.XOM_1.id().toString());
        assertThat(moved.at("/scope/version")).isEqualTo("2");
    }

    @Test
    void the_digest_counts_what_a_phone_holds() {
        long before = households(api.asLan().gets("/v1/sync/digest").is(200).json());
        aHome();

        JsonNode after = api.asLan().gets("/v1/sync/digest").is(200).json();

        assertThat(households(after)).isEqualTo(before + 1);
        assertThat(after.at("/hamlets/0/kinds/0/checksum").asString()).matches("[0-9a-f]{16}");
        assertThat(after.at("/visitsSince").asString()).endsWith("T00:00:00+07:00");
    }

    private static long households(JsonNode digest) {
        for (JsonNode kind : digest.at("/hamlets/0/kinds")) {
            if (kind.get("kind").asString().equals("household")) {
                return kind.get("count").asLong();
            }
        }
        return 0;
    }
}
