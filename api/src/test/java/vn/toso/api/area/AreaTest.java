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
import vn.toso.domain.id.AreaId;
import vn.toso.domain.world.TestWorld;

@ApiTest
class AreaTest {

    @Autowired
    private Api api;

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

    private static String path(AreaId id) {
        return "/v1/areas/" + id;
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
