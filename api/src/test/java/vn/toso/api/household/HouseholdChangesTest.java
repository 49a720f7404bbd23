package vn.toso.api.household;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.api.household.HouseholdRequests.aRequest;
import static vn.toso.api.household.HouseholdRequests.newHamlet;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.Reply;
import vn.toso.api.Stored;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.storage.Store;
import vn.toso.domain.world.TestWorld;

/** What is said of a household changes field by field; a leader moves it to another hamlet. */
@ApiTest
class HouseholdChangesTest {

    @Autowired
    private Api api;

    @Autowired
    private Store store;

    @Test
    void a_patch_changes_what_it_names_and_null_takes_away() {
        Reply registered = aRequest("Hà Văn Sửa")
                .with("addressNote", "Đầu xóm")
                .with("phones", List.of("0912000111"))
                .with("classifications", List.of("POOR"))
                .with("connectivity", Map.of("smartphone", true))
                .sentBy(api.asLan())
                .is(201);
        String path = "/v1/households/" + registered.at("/id");

        Reply patched = api.asLan()
                .ifMatch(1)
                .patches(path, "{\"addressNote\":null,\"connectivity\":{\"fibre\":false},\"classifications\":[]}")
                .is(200);

        assertThat(patched.json().has("addressNote")).isFalse();
        assertThat(patched.json().at("/connectivity/smartphone").asBoolean()).isTrue();
        assertThat(patched.json().at("/connectivity/fibre").asBoolean()).isFalse();
        assertThat(patched.json().at("/connectivity").size()).isEqualTo(2);
        assertThat(patched.at("/classifications")).isEqualTo("[]");
        assertThat(patched.at("/phones")).isEqualTo("[\"0912000111\"]");
        assertThat(patched.at("/version")).isEqualTo("2");
        assertThat(patched.header("ETag")).isEqualTo("\"2\"");
        assertThat(api.asLan()
                        .patches(path, "{\"connectivity\":null,\"phones\":null}")
                        .is(200)
                        .json()
                        .has("connectivity"))
                .isFalse();
        new Stored(store).staysAsItIs(() -> {
            api.asLan()
                    .ifMatch(1)
                    .patches(path, "{\"headName\":\"Hà Văn Chậm\"}")
                    .isProblem(412, "version-mismatch");
            api.asLan().with("If-Match", "3").patches(path, "{}").isProblem(400, "malformed");
            api.asLan()
                    .patches(path, "{\"headName\":null}")
                    .isProblem(422, "invalid")
                    .blames("/headName required");
            api.asLan()
                    .patches(path, "{\"hamletId\":\"%s\"}".formatted(TestWorld.XOM_5.id()))
                    .isProblem(400, "malformed")
                    .blames("/hamletId unknown-field");
            api.asLan()
                    .patches(path, "{\"phones\":[null]}")
                    .isProblem(422, "invalid")
                    .blames("/phones/0 required");
            api.asLan()
                    .patches(path, "{\"location\":{\"latitude\":19.3}}")
                    .isProblem(422, "invalid")
                    .blames("/location/longitude required");
            api.asLan()
                    .patches(path, "{\"connectivity\":{\"fibre\":\"no\"}}")
                    .isProblem(400, "malformed")
                    .blames("/connectivity/fibre not-a-boolean");
        });
    }

    @Test
    void an_empty_patch_changes_nothing_and_both_media_types_are_read() {
        Reply registered = aRequest("Hà Văn Yên").sentBy(api.asLan()).is(201);
        String path = "/v1/households/" + registered.at("/id");

        assertThat(api.asLan().patches(path, "{}").is(200).bytes()).isEqualTo(registered.bytes());
        api.asLan()
                .client()
                .patch()
                .uri(path)
                .contentType(MediaType.valueOf("application/merge-patch+json"))
                .bodyValue("{\"addressNote\":\"Cuối xóm\"}".getBytes(StandardCharsets.UTF_8))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.addressNote")
                .isEqualTo("Cuối xóm");
    }

    @Test
    void a_leader_moves_a_household() {
        AreaId there = newHamlet(api.asHoa(), "Chuyển Đến");
        Reply registered = aRequest("Hà Văn Chuyển").sentBy(api.asLan()).is(201);
        String path = "/v1/households/" + registered.at("/id");
        String move = "{\"hamletId\":\"%s\"}".formatted(there);

        api.asLan().posts(path + "/transfer", move).isProblem(403, "forbidden");
        Reply moved = api.asHoa().ifMatch(1).posts(path + "/transfer", move).is(200);

        assertThat(moved.at("/hamletId")).isEqualTo(there.toString());
        assertThat(moved.at("/version")).isEqualTo("2");
        api.asLan().gets(path).isProblem(404, "not-found");
        assertThat(api.asHoa().posts(path + "/transfer", move).is(200).at("/version"))
                .isEqualTo("2");
        new Stored(store).staysAsItIs(() -> {
            String back = "{\"hamletId\":\"%s\",\"on\":\"%s\"}";
            String home = TestWorld.XOM_1.id().toString();
            api.asHoa()
                    .posts(path + "/transfer", back.formatted(home, "2999-01-01"))
                    .isProblem(422, "invalid")
                    .blames("/on range");
            api.asHoa()
                    .posts(path + "/transfer", back.formatted(home, "2001-01-01"))
                    .isProblem(422, "invalid")
                    .blames("/on range");
            api.asHoa()
                    .posts(path + "/transfer", back.formatted(home, "2026-02-30"))
                    .isProblem(400, "malformed")
                    .blames("/on not-a-date");
            api.asHoa()
                    .posts(path + "/transfer", "{}")
                    .isProblem(422, "invalid")
                    .blames("/hamletId required");
            api.asHoa()
                    .posts(path + "/transfer", "{\"hamletId\":\"%s\"}".formatted(TestWorld.XOM_DONG.id()))
                    .isProblem(404, "not-found");
            api.asHoa()
                    .ifMatch(1)
                    .posts(path + "/transfer", "{\"hamletId\":\"%s\"}".formatted(home))
                    .isProblem(412, "version-mismatch");
        });
    }
}
