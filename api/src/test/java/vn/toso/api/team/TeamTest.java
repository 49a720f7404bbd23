package vn.toso.api.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.Caller;
import vn.toso.api.Reply;
import vn.toso.api.Stored;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.storage.Store;
import vn.toso.domain.world.TestWorld;

@ApiTest
class TeamTest {

    @Autowired
    private Api api;

    @Autowired
    private Store store;

    @Test
    void members_read_their_team() {
        Reply team = api.asLan().gets("/v1/teams/" + TestWorld.TEAM.id()).is(200);

        assertThat(team.at("/name")).isEqualTo("Tổ công nghệ số cộng đồng Xóm 1");
        assertThat(team.at("/level")).isEqualTo("HAMLET");
        assertThat(team.at("/members/0/memberId")).isEqualTo(TestWorld.LAN.id().toString());
        assertThat(team.at("/members/0/position")).isEqualTo("HEAD");
        assertThat(team.json().has("decision")).isFalse();
        assertThat(ids(api.asLan(), "/v1/teams")).contains(TestWorld.TEAM.id().toString());
    }

    @Test
    void a_foreign_team_looks_like_one_that_does_not_exist() {
        Reply foreign = api.asThuy().gets("/v1/teams/" + TestWorld.TEAM.id()).isProblem(404, "not-found");
        Reply unknown = api.asThuy().gets("/v1/teams/" + UUID.randomUUID()).isProblem(404, "not-found");

        assertThat(foreign.bytes()).isEqualTo(unknown.bytes());
        assertThat(ids(api.asThuy(), "/v1/teams"))
                .doesNotContain(TestWorld.TEAM.id().toString());
    }

    @Test
    void teams_below_an_area_are_found_there() {
        String team = TestWorld.TEAM.id().toString();

        assertThat(ids(api.asDuc(), "/v1/teams?area=" + TestWorld.XOM_1.id())).containsExactly(team);
        assertThat(ids(api.asDuc(), "/v1/teams?area=" + TestWorld.MINH_HOP.id()))
                .contains(team);
        assertThat(ids(api.asDuc(), "/v1/teams?area=" + TestWorld.TAM_HOP.id())).doesNotContain(team);
        assertThat(ids(api.asDuc(), "/v1/teams?area=" + UUID.randomUUID())).isEmpty();
    }

    @Test
    void a_leader_founds_a_team_and_changes_it() {
        AreaId hamlet = newHamlet("Tổ Mới");
        Reply founded = api.asHoa()
                .posts("/v1/teams", """
                        { "areaId": "%s", "decision": { "number": "45/QĐ-UBND", "date": "2025-08-15" },
                          "members": [ { "memberId": "%s", "position": "MEMBER" }, { "memberId": "%s", "position": "HEAD" } ] }
                        """.formatted(hamlet, TestWorld.MINH.id(), TestWorld.LAN.id()))
                .is(201);
        String path = "/v1/teams/" + founded.at("/id");

        assertThat(founded.header("Location")).isEqualTo(path);
        assertThat(founded.at("/name")).isEqualTo("Tổ công nghệ số cộng đồng Bản Tổ Mới");
        assertThat(founded.at("/members/0/memberId"))
                .isEqualTo(TestWorld.LAN.id().toString());
        assertThat(founded.at("/decision/date")).isEqualTo("2025-08-15");

        Reply renamed = api.asHoa()
                .ifMatch(1)
                .patches(path, "{\"name\":\"Tổ Bản Mới\",\"decision\":{\"number\":\"46/QĐ-UBND\"}}")
                .is(200);
        assertThat(renamed.at("/name")).isEqualTo("Tổ Bản Mới");
        assertThat(renamed.at("/decision/number")).isEqualTo("46/QĐ-UBND");
        assertThat(renamed.at("/decision/date")).isEqualTo("2025-08-15");
        assertThat(renamed.json().path("members").size()).isEqualTo(2);

        Reply emptied =
                api.asHoa().patches(path, "{\"decision\":null,\"members\":[]}").is(200);
        assertThat(emptied.json().has("decision")).isFalse();
        assertThat(emptied.at("/members")).isEqualTo("[]");
        new Stored(store).staysAsItIs(() -> {
            api.asHoa().ifMatch(1).patches(path, "{\"name\":\"X\"}").isProblem(412, "version-mismatch");
            api.asHoa()
                    .patches(path, "{\"decision\":{\"number\":\"1\"}}")
                    .isProblem(422, "invalid")
                    .blames("/decision/date required");
            api.asHoa()
                    .patches(path, "{\"level\":\"COMMUNE\"}")
                    .isProblem(400, "malformed")
                    .blames("/level unknown-field");
            api.asHoa()
                    .patches(
                            path,
                            "{\"members\":[{\"memberId\":\"%s\",\"position\":\"HEAD\"}]}".formatted(UUID.randomUUID()))
                    .isProblem(422, "invalid")
                    .blames("/members/0/memberId unknown-member");
        });
    }

    @Test
    void bad_teams_are_refused_and_nothing_is_stored() {
        AreaId hamlet = newHamlet("Không Tổ");
        new Stored(store).staysAsItIs(() -> {
            api.asHoa().posts("/v1/teams", "{}").isProblem(422, "invalid").blames("/areaId required");
            api.asHoa()
                    .posts("/v1/teams", "{\"areaId\":\"%s\"}".formatted(TestWorld.XOM_1.id()))
                    .isProblem(409, "conflict");
            api.asHoa()
                    .posts("/v1/teams", "{\"areaId\":\"%s\",\"head\":1}".formatted(hamlet))
                    .isProblem(400, "malformed")
                    .blames("/head unknown-field");
            api.asHoa()
                    .posts("/v1/teams", seated(hamlet, TestWorld.THUY.id().toString(), "MEMBER"))
                    .isProblem(422, "invalid")
                    .blames("/members/0/memberId unknown-member");
            api.asHoa()
                    .posts("/v1/teams", seated(hamlet, TestWorld.LAN.id().toString(), "BOSS"))
                    .isProblem(400, "malformed")
                    .blames("/members/0/position not-one-of");
            Reply foreign = api.asHoa()
                    .posts("/v1/teams", "{\"areaId\":\"%s\"}".formatted(TestWorld.XOM_DONG.id()))
                    .isProblem(422, "invalid")
                    .blames("/areaId unknown-area");
            Reply unknown = api.asHoa().posts("/v1/teams", "{\"areaId\":\"%s\"}".formatted(UUID.randomUUID()));
            assertThat(foreign.bytes()).isEqualTo(unknown.bytes());
            api.asLan()
                    .posts("/v1/teams", "{\"areaId\":\"%s\"}".formatted(hamlet))
                    .isProblem(403, "forbidden");
        });
    }

    private AreaId newHamlet(String name) {
        Reply added = api.asHoa()
                .posts(
                        "/v1/areas",
                        "{\"name\":\"%s\",\"type\":\"BAN\",\"parentId\":\"%s\"}"
                                .formatted(name, TestWorld.MINH_HOP.id()))
                .is(201);
        return AreaId.of(added.at("/id"));
    }

    private static String seated(AreaId area, String member, String position) {
        return "{\"areaId\":\"%s\",\"members\":[{\"memberId\":\"%s\",\"position\":\"%s\"}]}"
                .formatted(area, member, position);
    }

    private static List<String> ids(Caller caller, String path) {
        List<String> ids = new ArrayList<>();
        caller.gets(path)
                .is(200)
                .json()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asString()));
        return ids;
    }
}
