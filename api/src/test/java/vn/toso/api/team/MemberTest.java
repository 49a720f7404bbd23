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
class MemberTest {

    @Autowired
    private Api api;

    @Autowired
    private Store store;

    @Test
    void phone_numbers_are_for_oneself_and_for_those_who_manage_members() {
        String lan = "/v1/members/" + TestWorld.LAN.id();

        assertThat(api.asLan().gets(lan).is(200).at("/phone")).isEqualTo("0912345678");
        assertThat(api.asHoa().gets(lan).is(200).at("/phone")).isEqualTo("0912345678");
        assertThat(api.asMinh().gets(lan).is(200).json().has("phone")).isFalse();
        assertThat(api.asDuc().gets(lan).is(200).json().has("phone")).isFalse();
        assertThat(api.asMinh().gets("/v1/members").is(200).toString()).doesNotContain("0912345678");
    }

    @Test
    void nothing_secret_is_told() {
        Reply invited = invite(api.asHoa(), "Cụt Văn Kín", "0356000111", TestWorld.XOM_1.id());

        String read = api.asHoa()
                .gets("/v1/members/" + invited.at("/member/id"))
                .is(200)
                .json()
                .toString();
        assertThat(read).doesNotContain("code", "Hash", "subject").contains("invitedUntil");
        assertThat(api.asHoa()
                        .gets("/v1/members/" + TestWorld.LAN.id())
                        .is(200)
                        .json()
                        .has("subject"))
                .isFalse();
    }

    @Test
    void a_foreign_member_looks_like_one_that_does_not_exist() {
        Reply foreign = api.asHoa().gets("/v1/members/" + TestWorld.THUY.id()).isProblem(404, "not-found");
        Reply unknown = api.asHoa().gets("/v1/members/" + UUID.randomUUID()).isProblem(404, "not-found");
        assertThat(foreign.bytes()).isEqualTo(unknown.bytes());

        new Stored(store).staysAsItIs(() -> {
            Reply patched = api.asHoa().patches("/v1/members/" + TestWorld.THUY.id(), "{\"status\":\"LEFT\"}");
            assertThat(patched.isProblem(404, "not-found").bytes()).isEqualTo(foreign.bytes());
            Reply again = api.asHoa().posts("/v1/members/" + TestWorld.THUY.id() + "/invitation");
            assertThat(again.isProblem(404, "not-found").bytes()).isEqualTo(foreign.bytes());
        });
    }

    @Test
    void lists_narrow_by_area_role_status_and_name() {
        AreaId hamlet = newHamlet("Danh Sách");
        invite(api.asHoa(), "Nguyễn Thị Hoà", "0356000201", hamlet);
        invite(api.asHoa(), "Nguyên Văn Hòa", "0356000202", hamlet);
        invite(api.asHoa(), "Trần Thị Ánh Hoa", "0356000203", hamlet);
        String there = "/v1/members?area=" + hamlet;

        assertThat(names(api.asHoa(), there)).containsExactly("Nguyễn Thị Hoà", "Nguyên Văn Hòa", "Trần Thị Ánh Hoa");
        assertThat(names(api.asHoa(), there + "&q=nguyen")).hasSize(2);
        assertThat(names(api.asHoa(), there + "&q=nguy%E1%BB%85n")).containsExactly("Nguyễn Thị Hoà", "Nguyên Văn Hòa");
        assertThat(names(api.asHoa(), there + "&q=ho%C3%A0")).last().isEqualTo("Trần Thị Ánh Hoa");
        assertThat(names(api.asHoa(), there + "&status=ACTIVE")).isEmpty();
        assertThat(names(api.asHoa(), there + "&status=INVITED&role=TEAM_MEMBER"))
                .hasSize(3);
        assertThat(names(api.asHoa(), "/v1/members?role=COMMUNE_LEADER")).contains("Nguyễn Thị Hoa");
        assertThat(names(api.asDuc(), "/v1/members?area=" + TestWorld.MINH_HOP.id() + "&q=danh"))
                .isEmpty();
        assertThat(names(api.asDuc(), "/v1/members?limit=500&area=" + TestWorld.MINH_HOP.id()))
                .contains("Nguyễn Thị Hoà", "Vi Thị Lan", "Nguyễn Thị Hoa")
                .doesNotContain("Trần Thị Thủy");
        assertThat(names(api.asHoa(), "/v1/members?area=" + TestWorld.XOM_DONG.id()))
                .isEmpty();
        api.asHoa().gets("/v1/members?role=BOSS").isProblem(400, "malformed").blames("/role not-one-of");
    }

    @Test
    void pages_walk_everybody_once() {
        AreaId hamlet = newHamlet("Từng Trang");
        for (int i = 0; i < 7; i++) {
            invite(api.asHoa(), "Lô Văn " + (char) ('A' + i % 3) + "nh", "035600030" + i, hamlet);
        }
        List<String> walked = new ArrayList<>();
        String next = "";
        do {
            Reply part = api.asHoa()
                    .gets("/v1/members?limit=2&area=" + hamlet + next)
                    .is(200);
            part.json().path("items").forEach(item -> walked.add(item.path("id").asString()));
            next = part.at("/next").isEmpty() ? "" : "&after=" + part.at("/next");
        } while (!next.isEmpty());

        assertThat(walked).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void a_leader_invites_and_the_code_is_shown_once() {
        Reply invited = invite(api.asHoa(), "Kha Thị  Mời", "+84 356 000 404", TestWorld.XOM_1.id());

        assertThat(invited.at("/code")).matches("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
        assertThat(invited.at("/expiresAt")).isEqualTo(invited.at("/member/invitedUntil"));
        assertThat(invited.at("/member/name")).isEqualTo("Kha Thị Mời");
        assertThat(invited.at("/member/phone")).isEqualTo("0356000404");
        assertThat(invited.at("/member/status")).isEqualTo("INVITED");
        assertThat(invited.header("Location")).isEqualTo("/v1/members/" + invited.at("/member/id"));

        Reply again = api.asHoa()
                .posts("/v1/members/" + invited.at("/member/id") + "/invitation")
                .is(200);
        assertThat(again.at("/code")).isNotEqualTo(invited.at("/code"));
        assertThat(again.at("/member/version")).isEqualTo("2");
        new Stored(store)
                .staysAsItIs(
                        () -> invitation(api.asHoa(), "Kha Thị Mời", "0356000404", TestWorld.XOM_1.id(), "TEAM_MEMBER")
                                .isProblem(409, "conflict"));
    }

    @Test
    void bad_invitations_are_refused_and_nothing_is_stored() {
        AreaId own = TestWorld.XOM_1.id();
        new Stored(store).staysAsItIs(() -> {
            api.asHoa()
                    .posts("/v1/members", "{}")
                    .isProblem(422, "invalid")
                    .blames("/name required", "/role required", "/areas required");
            invitation(api.asHoa(), "Vi Văn Số", "12345", own, "TEAM_MEMBER")
                    .isProblem(422, "invalid")
                    .blames("/phone phone");
            invitation(api.asHoa(), "Vi Văn Xa", null, TestWorld.XOM_DONG.id(), "TEAM_MEMBER")
                    .isProblem(422, "invalid")
                    .blames("/areas/0 unknown-area");
            invitation(api.asHoa(), "Vi Văn Cao", null, own, "PROVINCE_ADMIN").isProblem(403, "forbidden");
            invitation(api.asHoa(), "Vi Văn Lạ", null, own, "KING")
                    .isProblem(400, "malformed")
                    .blames("/role not-one-of");
            invitation(api.asLan(), "Vi Văn Bạn", null, own, "TEAM_MEMBER").isProblem(403, "forbidden");
            api.asHoa()
                    .posts("/v1/members", "{\"name\":\"A\",\"role\":\"TEAM_MEMBER\",\"areas\":[null]}")
                    .isProblem(422, "invalid")
                    .blames("/areas/0 required");
            api.asHoa()
                    .posts(
                            "/v1/members",
                            "{\"name\":\"A\",\"role\":\"TEAM_MEMBER\",\"areas\":[],\"status\":\"ACTIVE\"}")
                    .isProblem(400, "malformed")
                    .blames("/status unknown-field");
        });
    }

    @Test
    void a_patch_changes_what_it_names_and_null_takes_away() {
        Reply invited = invite(api.asHoa(), "Lương Thị Đổi", "0356000505", TestWorld.XOM_1.id());
        String path = "/v1/members/" + invited.at("/member/id");

        Reply changed = api.asHoa()
                .ifMatch(1)
                .patches(path, "{\"name\":\"Lương Thị Đổi Mới\",\"phone\":null}")
                .is(200);
        assertThat(changed.at("/name")).isEqualTo("Lương Thị Đổi Mới");
        assertThat(changed.json().has("phone")).isFalse();
        assertThat(changed.at("/role")).isEqualTo("TEAM_MEMBER");
        assertThat(api.asHoa().patches(path, "{\"status\":\"LEFT\"}").is(200).at("/status"))
                .isEqualTo("LEFT");
        new Stored(store).staysAsItIs(() -> {
            api.asHoa().ifMatch(1).patches(path, "{\"phone\":\"0356000506\"}").isProblem(412, "version-mismatch");
            api.asHoa().patches(path, "{\"status\":\"ACTIVE\"}").isProblem(409, "conflict");
            api.asHoa()
                    .patches(path, "{\"name\":null}")
                    .isProblem(422, "invalid")
                    .blames("/name required");
            api.asHoa()
                    .patches(path, "{\"subject\":\"me\"}")
                    .isProblem(400, "malformed")
                    .blames("/subject unknown-field");
            api.asHoa()
                    .patches(path, "{\"areas\":\"all\"}")
                    .isProblem(400, "malformed")
                    .blames("/areas not-a-list");
        });
    }

    @Test
    void of_oneself_only_the_phone_number_changes() {
        String minh = "/v1/members/" + TestWorld.MINH.id();

        assertThat(api.asMinh()
                        .patches(minh, "{\"phone\":\"0356 000 606\"}")
                        .is(200)
                        .at("/phone"))
                .isEqualTo("0356000606");
        new Stored(store).staysAsItIs(() -> {
            api.asMinh().patches(minh, "{\"role\":\"COMMUNE_LEADER\"}").isProblem(403, "forbidden");
            api.asMinh()
                    .patches("/v1/members/" + TestWorld.LAN.id(), "{\"phone\":null}")
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

    private static Reply invite(Caller caller, String name, String phone, AreaId home) {
        return invitation(caller, name, phone, home, "TEAM_MEMBER").is(201);
    }

    private static Reply invitation(Caller caller, String name, String phone, AreaId home, String role) {
        String number = phone == null ? "null" : "\"" + phone + "\"";
        return caller.posts(
                "/v1/members",
                "{\"name\":\"%s\",\"phone\":%s,\"role\":\"%s\",\"areas\":[\"%s\"]}"
                        .formatted(name, number, role, home));
    }

    private static List<String> names(Caller caller, String path) {
        List<String> names = new ArrayList<>();
        caller.gets(path)
                .is(200)
                .json()
                .path("items")
                .forEach(item -> names.add(item.path("name").asString()));
        return names;
    }
}
