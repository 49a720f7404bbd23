package vn.toso.api.household;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.api.household.HouseholdRequests.aRequest;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.Reply;
import vn.toso.api.Stored;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.storage.Store;
import vn.toso.domain.world.TestWorld;

@ApiTest
class HouseholdTest {

    @Autowired
    private Api api;

    @Autowired
    private Store store;

    @Test
    void a_household_is_registered_and_read() {
        Reply registered = aRequest("Vi Văn  Thông")
                .with("addressNote", "Cạnh nhà văn hóa")
                .with("phones", List.of("+84 912 345 678", "0912.345.678"))
                .with("classifications", List.of("TRADER", "POOR", "TRADER"))
                .with("connectivity", Map.of("smartphone", true))
                .with("location", Map.of("latitude", 19.35741, "longitude", 105.2141))
                .resident("Vi Văn Thông", 1968)
                .sentBy(api.asLan())
                .is(201);

        String path = "/v1/households/" + registered.at("/id");
        assertThat(registered.header("Location")).isEqualTo(path);
        assertThat(registered.header("ETag")).isEqualTo("\"1\"");
        assertThat(registered.at("/headName")).isEqualTo("Vi Văn Thông");
        assertThat(registered.at("/phones")).isEqualTo("[\"0912345678\"]");
        assertThat(registered.json().path("classifications").size()).isEqualTo(2);
        assertThat(registered.at("/connectivity")).isEqualTo("{\"smartphone\":true}");
        assertThat(registered.at("/location/latitude")).isEqualTo("19.357");
        assertThat(registered.at("/residents/0/birthYear")).isEqualTo("1968");
        assertThat(registered.at("/residents/0/pupil")).isEqualTo("false");
        assertThat(registered.at("/residents/0/services")).isEqualTo("{}");
        assertThat(registered.at("/stays/0/hamletId"))
                .isEqualTo(TestWorld.XOM_1.id().toString());
        assertThat(registered.json().has("generated")).isFalse();
        assertThat(registered.json().toString()).doesNotContain("sortKey", "words", "asRegistered");
        Reply read = api.asLan().gets(path).is(200);
        assertThat(read.json()).isEqualTo(registered.json());
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void a_repeat_is_answered_alike_and_other_content_is_a_conflict() {
        HouseholdRequests request = aRequest("Lô Văn Lặp").resident("Lô Văn Lặp", 1990);
        Reply first = request.sentBy(api.asLan()).is(201);

        new Stored(store).staysAsItIs(() -> {
            assertThat(request.sentBy(api.asLan()).is(200).bytes()).isEqualTo(first.bytes());
            request.with("headName", "Lô Văn Khác").sentBy(api.asLan()).isProblem(409, "conflict");
        });
    }

    @Test
    void the_id_of_a_foreign_household_is_a_conflict_that_tells_nothing() {
        HouseholdRequests foreign = aRequest("Trần Văn Xa").in(TestWorld.XOM_DONG.id());
        foreign.sentBy(api.asThuy()).is(201);

        new Stored(store).staysAsItIs(() -> {
            Reply taken = foreign.in(TestWorld.XOM_1.id()).sentBy(api.asLan()).isProblem(409, "conflict");
            assertThat(taken.json().toString()).doesNotContain("Trần Văn Xa");
        });
    }

    @Test
    void a_foreign_household_or_hamlet_looks_like_none() {
        Reply made = aRequest("Trần Thị Riêng")
                .in(TestWorld.XOM_DONG.id())
                .sentBy(api.asThuy())
                .is(201);
        String foreign = "/v1/households/" + made.at("/id");
        String unknown = "/v1/households/" + UUID.randomUUID();
        Object move = Map.of("hamletId", TestWorld.XOM_1.id().toString());

        new Stored(store).staysAsItIs(() -> {
            Reply none = api.asLan().gets(unknown).isProblem(404, "not-found");
            assertThat(api.asLan().gets(foreign).bytes()).isEqualTo(none.bytes());
            assertThat(api.asLan().patches(foreign, "{\"phones\":[]}").bytes()).isEqualTo(none.bytes());
            assertThat(api.asHoa().posts(foreign + "/transfer", move).bytes()).isEqualTo(none.bytes());
            assertThat(api.asHoa().posts(unknown + "/transfer", move).bytes()).isEqualTo(none.bytes());
            Reply noHamlet =
                    aRequest("Vi Văn Không").in(new AreaId(UUID.randomUUID())).sentBy(api.asLan());
            assertThat(aRequest("Vi Văn Không")
                            .in(TestWorld.XOM_DONG.id())
                            .sentBy(api.asLan())
                            .bytes())
                    .isEqualTo(noHamlet.isProblem(404, "not-found").bytes());
        });
    }

    @Test
    void bad_households_are_refused_and_nothing_is_stored() {
        new Stored(store).staysAsItIs(() -> {
            api.asLan()
                    .posts("/v1/households", "{}")
                    .isProblem(422, "invalid")
                    .blames("/id required", "/hamletId required", "/headName required");
            aRequest("A")
                    .with("colour", "red")
                    .sentBy(api.asLan())
                    .isProblem(400, "malformed")
                    .blames("/colour unknown-field");
            aRequest("A")
                    .with("id", "1")
                    .sentBy(api.asLan())
                    .isProblem(400, "malformed")
                    .blames("/id not-a-uuid");
            aRequest("A")
                    .with("phones", "0912345678")
                    .sentBy(api.asLan())
                    .isProblem(400, "malformed")
                    .blames("/phones not-a-list");
            aRequest("A")
                    .with("phones", List.of("123"))
                    .sentBy(api.asLan())
                    .isProblem(422, "invalid")
                    .blames("/phones/0 phone");
            aRequest("A")
                    .with("classifications", List.of("RICH"))
                    .sentBy(api.asLan())
                    .isProblem(400, "malformed")
                    .blames("/classifications/0 not-one-of");
            aRequest("A")
                    .with("location", Map.of("latitude", 19.3))
                    .sentBy(api.asLan())
                    .isProblem(422, "invalid")
                    .blames("/location/longitude required");
            aRequest("A")
                    .with("location", Map.of("latitude", 99, "longitude", 105))
                    .sentBy(api.asLan())
                    .isProblem(422, "invalid")
                    .blames("/location/latitude range");
            aRequest("A")
                    .with("addressNote", "CCCD 040068001234")
                    .sentBy(api.asLan())
                    .isProblem(422, "invalid")
                    .blames("/addressNote sensitive");
            aRequest("A")
                    .resident("B", 1850)
                    .sentBy(api.asLan())
                    .isProblem(422, "invalid")
                    .blames("/residents/0/birthYear range");
            aRequest("A")
                    .with("residents", List.of(Map.of("name", "B")))
                    .sentBy(api.asLan())
                    .isProblem(422, "invalid")
                    .blames("/residents/0/id required");
            aRequest("A")
                    .with("services", Map.of())
                    .sentBy(api.asLan())
                    .isProblem(400, "malformed")
                    .blames("/services unknown-field");
        });
    }

    @Test
    void roles_that_only_read_register_nothing() {
        new Stored(store).staysAsItIs(() -> {
            aRequest("Vi Văn Cấm").sentBy(api.asDuc()).isProblem(403, "forbidden");
            aRequest("Vi Văn Cấm").sentBy(api.asBao()).isProblem(403, "forbidden");
        });
    }
}
