package vn.toso.api.area;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
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

@ApiTest
class AreaTest {

    @Autowired
    private Api api;

    @Autowired
    private Store store;

    @Test
    void a_hamlet_comes_with_its_place_and_what_tells_it_apart() {
        Reply hamlet = api.asHoa().gets(path(TestWorld.XOM_5_VAN_LOI.id())).is(200);

        assertThat(hamlet.at("/fullName")).isEqualTo("Xóm 5");
        assertThat(hamlet.at("/parentId")).isEqualTo(TestWorld.MINH_HOP.id().toString());
        assertThat(List.of(hamlet.at("/path/0/fullName"), hamlet.at("/path/1/fullName"), hamlet.at("/path/2/fullName")))
                .containsExactly("Xã Minh Hợp", "Khu vực Quỳ Hợp", "Tỉnh Nghệ An");
        assertThat(hamlet.at("/formerParent/fullName")).isEqualTo("Xã Văn Lợi");
        assertThat(hamlet.at("/parents/0/to")).isEqualTo("2025-07-01");
        assertThat(hamlet.at("/hasMobileBroadband")).isEqualTo("false");
        assertThat(hamlet.at("/languages")).isEqualTo("[\"VIETNAMESE\"]");
        assertThat(hamlet.json().has("householdsDeclared")).isFalse();
        assertThat(hamlet.at("/source")).isEqualTo("generated");
        assertThat(hamlet.at("/generated")).isEqualTo("true");
        assertThat(hamlet.header("ETag")).isEqualTo("\"" + hamlet.at("/version") + "\"");
    }

    @Test
    void a_unit_that_is_gone_shows_where_it_stood_last() {
        Reply gone = api.asLan().gets(path(TestWorld.VAN_LOI.id())).is(200);

        assertThat(gone.at("/validTo")).isEqualTo("2025-07-01");
        assertThat(gone.at("/mergedInto")).isEqualTo(TestWorld.MINH_HOP.id().toString());
        assertThat(gone.at("/path/0/name")).isEqualTo("Quỳ Hợp");
        assertThat(gone.json().has("hasMobileBroadband")).isFalse();
    }

    @Test
    void a_foreign_hamlet_looks_like_one_that_does_not_exist() {
        Reply foreign = api.asLan().gets(path(TestWorld.XOM_DONG.id())).isProblem(404, "not-found");
        Reply unknown = api.asLan().gets(path(new AreaId(UUID.randomUUID()))).isProblem(404, "not-found");

        assertThat(foreign.bytes()).isEqualTo(unknown.bytes());
    }

    @Test
    void what_is_no_uuid_is_said_to_be_none() {
        api.asLan().gets("/v1/areas/xom-1").isProblem(400, "malformed").blames("/id not-a-uuid");
        api.asLan()
                .gets("/v1/areas?parent=1-2-3-4-5")
                .isProblem(400, "malformed")
                .blames("/parent not-a-uuid");
        api.asLan().gets("/v1/areas?at=01/07/2025").isProblem(400, "malformed").blames("/at not-a-date");
        api.asLan().gets("/v1/areas?level=VILLAGE").isProblem(400, "malformed").blames("/level not-one-of");
    }

    @Test
    void children_are_those_of_the_day() {
        String then = "?parent=" + TestWorld.VAN_LOI.id() + "&at=2025-06-30";
        String now = "?parent=" + TestWorld.VAN_LOI.id();

        Reply before = api.asHoa().gets("/v1/areas" + then).is(200);
        assertThat(before.at("/items/0/fullName")).isEqualTo("Xóm 5");
        assertThat(before.at("/items/0/path/0/fullName")).isEqualTo("Xã Văn Lợi");
        assertThat(before.json().at("/items/0").has("formerParent")).isFalse();
        assertThat(api.asHoa().gets("/v1/areas" + now).is(200).at("/items")).isEqualTo("[]");
    }

    @Test
    void hamlets_of_others_are_not_listed() {
        assertThat(names(api.asLan(), "/v1/areas?level=HAMLET&limit=500")).containsExactly("Xóm 1");
        assertThat(names(api.asLan(), "/v1/areas?parent=" + TestWorld.TAM_HOP.id()))
                .isEmpty();
        assertThat(names(api.asLan(), "/v1/areas?level=COMMUNE")).contains("Xã Minh Hợp", "Xã Tam Hợp");
    }

    @Test
    void names_are_found_without_marks_and_exact_ones_come_first() {
        create(api.asAnh(), TestWorld.TAM_HOP.id(), "Hòa Bình");
        create(api.asAnh(), TestWorld.TAM_HOP.id(), "Hoà Thanh");
        create(api.asAnh(), TestWorld.TAM_HOP.id(), "Hoa Sơn");

        assertThat(names(api.asAnh(), "/v1/areas?level=HAMLET&q=hoa"))
                .containsExactlyInAnyOrder("Bản Hòa Bình", "Bản Hoà Thanh", "Bản Hoa Sơn")
                .startsWith("Bản Hoa Sơn");
        assertThat(names(api.asAnh(), "/v1/areas?level=HAMLET&q=ho%C3%A0"))
                .hasSize(3)
                .endsWith("Bản Hoa Sơn");
        assertThat(names(api.asAnh(), "/v1/areas?q=quy%20hop")).containsExactly("Khu vực Quỳ Hợp");
    }

    @Test
    void pages_walk_everything_once() {
        List<String> whole = ids(api.asAnh().gets("/v1/areas?limit=500").is(200));
        List<String> walked = new ArrayList<>();
        String next = "";
        do {
            Reply part = api.asAnh().gets("/v1/areas?limit=2" + next).is(200);
            walked.addAll(ids(part));
            next = part.at("/next").isEmpty() ? "" : "&after=" + part.at("/next");
        } while (!next.isEmpty());

        assertThat(walked).isEqualTo(whole).hasSameSizeAs(new HashSet<>(walked));
        api.asAnh().gets("/v1/areas?after=bogus").isProblem(422, "invalid").blames("/after page-token");
        api.asAnh().gets("/v1/areas?limit=501").isProblem(422, "invalid").blames("/limit range");
    }

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

    private static String path(AreaId id) {
        return "/v1/areas/" + id;
    }

    private static Reply hamlet(Caller caller, String body) {
        return caller.posts("/v1/areas", body);
    }

    private static void create(Caller caller, AreaId commune, String name) {
        caller.posts("/v1/areas", request(commune, name)).is(201);
    }

    private static Map<String, String> request(AreaId commune, String name) {
        return Map.of("name", name, "type", "BAN", "parentId", commune.toString());
    }

    private static List<String> names(Caller caller, String path) {
        List<String> names = new ArrayList<>();
        caller.gets(path)
                .is(200)
                .json()
                .path("items")
                .forEach(item -> names.add(item.path("fullName").asString()));
        return names;
    }

    private static List<String> ids(Reply page) {
        List<String> ids = new ArrayList<>();
        page.json().path("items").forEach(item -> ids.add(item.path("id").asString()));
        return ids;
    }
}
