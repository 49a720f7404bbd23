package vn.toso.api.area;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
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

/** Leaders add hamlets to their commune and correct them. */
@ApiTest
class HamletTest {

    @Autowired
    private Api api;

    @Autowired
    private Store store;

    @Test
    void a_leader_adds_a_hamlet_which_is_in_the_scope_at_once() {
        Reply added = api.asHoa()
                .posts(
                        "/v1/areas",
                        Map.of(
                                "name",
                                " Minh  Tân ",
                                "type",
                                "XOM",
                                "parentId",
                                TestWorld.MINH_HOP.id().toString(),
                                "languages",
                                List.of("THAI", "VIETNAMESE", "THAI"),
                                "householdsDeclared",
                                187))
                .is(201);

        assertThat(added.header("Location")).isEqualTo("/v1/areas/" + added.at("/id"));
        assertThat(added.at("/name")).isEqualTo("Minh Tân");
        assertThat(added.at("/languages")).isEqualTo("[\"VIETNAMESE\",\"THAI\"]");
        assertThat(added.at("/householdsDeclared")).isEqualTo("187");
        assertThat(added.json().has("hasMobileBroadband")).isFalse();
        assertThat(added.json().has("generated")).isFalse();
        assertThat(added.at("/source")).isEqualTo("operator");
        Reply read = api.asHoa().gets("/v1/areas/" + added.at("/id")).is(200);
        assertThat(read.json()).isEqualTo(added.json());
    }

    @Test
    void bad_hamlets_are_refused_and_nothing_is_stored() {
        String commune = TestWorld.MINH_HOP.id().toString();
        new Stored(store).staysAsItIs(() -> {
            hamlet(api.asHoa(), "{}")
                    .isProblem(422, "invalid")
                    .blames("/name required", "/type required", "/parentId required");
            hamlet(api.asHoa(), "{\"name\":\"A\",\"type\":\"XOM\",\"parentId\":\"%s\",\"colour\":1}".formatted(commune))
                    .isProblem(400, "malformed")
                    .blames("/colour unknown-field");
            hamlet(api.asHoa(), "{\"name\":5,\"type\":\"XOM\",\"parentId\":\"%s\"}".formatted(commune))
                    .isProblem(400, "malformed")
                    .blames("/name not-a-text");
            hamlet(api.asHoa(), "{\"name\":\"A\",\"type\":\"XA\",\"parentId\":\"%s\"}".formatted(commune))
                    .isProblem(422, "invalid")
                    .blames("/type not-allowed");
            hamlet(
                            api.asHoa(),
                            "{\"name\":\"A\",\"type\":\"XOM\",\"parentId\":\"%s\",\"householdsDeclared\":-1}"
                                    .formatted(commune))
                    .isProblem(422, "invalid")
                    .blames("/householdsDeclared range");
            hamlet(api.asHoa(), "{\"name\":\"--\",\"type\":\"XOM\",\"parentId\":\"%s\"}".formatted(commune))
                    .isProblem(422, "invalid")
                    .blames("/name name");
            hamlet(api.asHoa(), "{\"name\":\"1\",\"type\":\"XOM\",\"parentId\":\"%s\"}".formatted(commune))
                    .isProblem(409, "conflict");
        });
    }

    @Test
    void nobody_adds_a_hamlet_out_of_the_own_scope_or_role() {
        String foreign = "{\"name\":\"Mới\",\"type\":\"XOM\",\"parentId\":\"%s\"}".formatted(TestWorld.TAM_HOP.id());
        String unknown = "{\"name\":\"Mới\",\"type\":\"XOM\",\"parentId\":\"%s\"}".formatted(UUID.randomUUID());
        String own = "{\"name\":\"Mới\",\"type\":\"XOM\",\"parentId\":\"%s\"}".formatted(TestWorld.MINH_HOP.id());
        new Stored(store).staysAsItIs(() -> {
            Reply there = hamlet(api.asHoa(), foreign).isProblem(422, "invalid").blames("/parentId unknown-commune");
            assertThat(hamlet(api.asHoa(), unknown).bytes()).isEqualTo(there.bytes());
            hamlet(api.asLan(), own).isProblem(403, "forbidden");
            hamlet(api.asDuc(), own).isProblem(403, "forbidden");
        });
    }

    @Test
    void a_twin_is_a_conflict() {
        create(api.asAnh(), TestWorld.TAM_HOP.id(), "Song Sinh");

        new Stored(store)
                .staysAsItIs(() -> api.asAnh()
                        .posts("/v1/areas", request(TestWorld.TAM_HOP.id(), "Song Sinh"))
                        .isProblem(409, "conflict"));
    }

    @Test
    void a_patch_changes_what_it_names_and_null_takes_away() {
        Reply added = api.asHoa()
                .posts(
                        "/v1/areas",
                        Map.of(
                                "name",
                                "Đông Thành",
                                "type",
                                "BAN",
                                "parentId",
                                TestWorld.MINH_HOP.id().toString(),
                                "hasMobileBroadband",
                                true,
                                "languages",
                                List.of("MONG"),
                                "householdsDeclared",
                                60))
                .is(201);
        String path = "/v1/areas/" + added.at("/id");

        Reply patched = api.asHoa()
                .ifMatch(1)
                .patches(path, "{\"householdsDeclared\":64,\"hasMobileBroadband\":null}")
                .is(200);

        assertThat(patched.at("/householdsDeclared")).isEqualTo("64");
        assertThat(patched.json().has("hasMobileBroadband")).isFalse();
        assertThat(patched.at("/languages")).isEqualTo("[\"MONG\"]");
        assertThat(patched.at("/name")).isEqualTo("Đông Thành");
        assertThat(patched.at("/version")).isEqualTo("2");
        assertThat(api.asHoa().patches(path, "{\"languages\":null}").is(200).at("/languages"))
                .isEqualTo("[]");
        new Stored(store).staysAsItIs(() -> {
            api.asHoa().ifMatch(1).patches(path, "{\"householdsDeclared\":70}").isProblem(412, "version-mismatch");
            api.asHoa()
                    .patches(path, "{\"name\":null}")
                    .isProblem(422, "invalid")
                    .blames("/name required");
            api.asHoa()
                    .patches(path, "{\"parentId\":null}")
                    .isProblem(400, "malformed")
                    .blames("/parentId unknown-field");
            api.asHoa()
                    .patches(path, "{\"householdsDeclared\":\"64\"}")
                    .isProblem(400, "malformed")
                    .blames("/householdsDeclared not-an-integer");
            api.asHoa().patches(path, "[]").isProblem(400, "malformed").blames(" not-an-object");
        });
    }

    @Test
    void nobody_corrects_what_is_not_theirs() {
        String patch = "{\"householdsDeclared\":1}";
        new Stored(store).staysAsItIs(() -> {
            Reply foreign =
                    api.asHoa().patches(path(TestWorld.XOM_DONG.id()), patch).isProblem(404, "not-found");
            Reply unknown = api.asHoa().patches(path(new AreaId(UUID.randomUUID())), patch);
            assertThat(foreign.bytes()).isEqualTo(unknown.bytes());
            api.asHoa()
                    .patches(path(TestWorld.MINH_HOP.id()), "{\"name\":\"Khác\"}")
                    .isProblem(403, "forbidden");
            api.asLan().patches(path(TestWorld.XOM_1.id()), patch).isProblem(403, "forbidden");
        });
    }

    private static Reply hamlet(Caller caller, String body) {
        return caller.posts("/v1/areas", body);
    }

    private static String path(AreaId id) {
        return "/v1/areas/" + id;
    }

    private static void create(Caller caller, AreaId commune, String name) {
        caller.posts("/v1/areas", request(commune, name)).is(201);
    }

    private static Map<String, String> request(AreaId commune, String name) {
        return Map.of("name", name, "type", "BAN", "parentId", commune.toString());
    }
}
