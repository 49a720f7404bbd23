package vn.toso.api.household;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.api.household.HouseholdRequests.aRequest;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.Reply;
import vn.toso.api.Stored;
import vn.toso.domain.storage.Store;
import vn.toso.domain.world.TestWorld;

@ApiTest
class ResidentTest {

    @Autowired
    private Api api;

    @Autowired
    private Store store;

    @Test
    void a_person_is_added_once_and_found_by_name() {
        String household = registered("Lữ Văn Thêm");
        String person =
                "{\"id\":\"%s\",\"name\":\"Lữ Thị Mới Sinh\",\"birthYear\":2025,\"relation\":\"con\",\"pupil\":true}"
                        .formatted(UUID.randomUUID());

        Reply added =
                api.asLan().ifMatch(1).posts(household + "/residents", person).is(201);

        assertThat(added.at("/residents/1/name")).isEqualTo("Lữ Thị Mới Sinh");
        assertThat(added.at("/residents/1/pupil")).isEqualTo("true");
        assertThat(added.at("/version")).isEqualTo("2");
        assertThat(added.header("ETag")).isEqualTo("\"2\"");
        assertThat(api.asLan().gets("/v1/households?q=moi%20sinh").is(200).at("/items/0/headName"))
                .isEqualTo("Lữ Văn Thêm");
        new Stored(store).staysAsItIs(() -> {
            assertThat(api.asLan()
                            .posts(household + "/residents", person)
                            .is(200)
                            .json())
                    .isEqualTo(added.json());
            api.asLan()
                    .posts(household + "/residents", person.replace("2025", "2024"))
                    .isProblem(409, "conflict");
        });
    }

    @Test
    void bad_persons_are_refused_and_nothing_is_stored() {
        String household = registered("Lữ Văn Chặt");
        String residents = household + "/residents";
        UUID id = UUID.randomUUID();
        new Stored(store).staysAsItIs(() -> {
            api.asLan().posts(residents, "{}").isProblem(422, "invalid").blames("/id required", "/name required");
            api.asLan()
                    .posts(residents, "{\"id\":\"%s\",\"name\":\"A\",\"cccd\":\"040068001234\"}".formatted(id))
                    .isProblem(400, "malformed")
                    .blames("/cccd unknown-field");
            api.asLan()
                    .posts(residents, "{\"id\":\"%s\",\"name\":\"A\",\"birthYear\":1990.5}".formatted(id))
                    .isProblem(400, "malformed")
                    .blames("/birthYear not-an-integer");
            api.asLan()
                    .ifMatch(7)
                    .posts(residents, "{\"id\":\"%s\",\"name\":\"A\"}".formatted(id))
                    .isProblem(412, "version-mismatch");
            Reply foreign = api.asThuy().posts(residents, "{\"id\":\"%s\",\"name\":\"A\"}".formatted(id));
            Reply unknown = api.asThuy()
                    .posts(
                            "/v1/households/" + UUID.randomUUID() + "/residents",
                            "{\"id\":\"%s\",\"name\":\"A\"}".formatted(id));
            assertThat(foreign.isProblem(404, "not-found").bytes()).isEqualTo(unknown.bytes());
            api.asDuc()
                    .posts(residents, "{\"id\":\"%s\",\"name\":\"A\"}".formatted(id))
                    .isProblem(403, "forbidden");
        });
    }

    @Test
    void a_person_is_corrected_leaves_and_comes_back() {
        String household = registered("Lữ Văn Đi");
        String person = person(household);
        String today = api.asLan().gets(household).is(200).at("/residents/0/registeredOn");

        Reply corrected = api.asLan()
                .ifMatch(1)
                .patches(person, "{\"birthYear\":null,\"relation\":\"chủ hộ\"}")
                .is(200);
        assertThat(corrected.json().at("/residents/0").has("birthYear")).isFalse();
        assertThat(corrected.at("/residents/0/relation")).isEqualTo("chủ hộ");
        assertThat(corrected.at("/residents/0/name")).isEqualTo("Lữ Văn Đi");
        assertThat(api.asLan()
                        .patches(person, "{\"leftOn\":\"%s\"}".formatted(today))
                        .is(200)
                        .at("/residents/0/leftOn"))
                .isEqualTo(today);
        assertThat(api.asLan()
                        .patches(person, "{\"leftOn\":null}")
                        .is(200)
                        .json()
                        .at("/residents/0")
                        .has("leftOn"))
                .isFalse();
        new Stored(store).staysAsItIs(() -> {
            api.asLan().ifMatch(1).patches(person, "{\"name\":\"B\"}").isProblem(412, "version-mismatch");
            api.asLan()
                    .patches(person, "{\"leftOn\":\"2999-01-01\"}")
                    .isProblem(422, "invalid")
                    .blames("/leftOn range");
            api.asLan()
                    .patches(person, "{\"name\":null}")
                    .isProblem(422, "invalid")
                    .blames("/name required");
            api.asLan()
                    .patches(person, "{\"services\":{}}")
                    .isProblem(400, "malformed")
                    .blames("/services unknown-field");
            api.asLan()
                    .patches(household + "/residents/" + UUID.randomUUID(), "{}")
                    .isProblem(404, "not-found");
            api.asThuy().patches(person, "{\"name\":\"B\"}").isProblem(404, "not-found");
            api.asLan()
                    .patches(household + "/residents/1", "{}")
                    .isProblem(400, "malformed")
                    .blames("/rid not-a-uuid");
        });
    }

    @Test
    void a_word_is_kept_with_who_heard_it_and_a_repeat_is_kept_once() {
        String household = registered("Lữ Văn Đồng Ý");
        String consents = person(household) + "/consents";
        String word = """
                { "purpose": "service-support", "decision": "GIVEN", "at": "2026-01-20T19:04:00+07:00",
                  "how": "spoken-at-door", "noticeVersion": "2026-01" }""";

        Reply given = api.asLan().posts(consents, word).is(200);

        assertThat(given.at("/residents/0/consents/0/decision")).isEqualTo("GIVEN");
        assertThat(given.at("/residents/0/consents/0/at")).isEqualTo("2026-01-20T19:04:00+07:00");
        assertThat(given.at("/residents/0/consents/0/recordedBy"))
                .isEqualTo(TestWorld.LAN.id().toString());
        assertThat(api.asLan().posts(consents, word).is(200).json()).isEqualTo(given.json());
        Reply withdrawn =
                api.asLan().posts(consents, word.replace("GIVEN", "WITHDRAWN")).is(200);
        assertThat(withdrawn.json().at("/residents/0/consents").size()).isEqualTo(2);
        new Stored(store).staysAsItIs(() -> {
            api.asLan()
                    .posts(consents, "{}")
                    .isProblem(422, "invalid")
                    .blames("/purpose required", "/decision required", "/how required", "/noticeVersion required");
            api.asLan()
                    .posts(consents, word.replace("GIVEN", "YES"))
                    .isProblem(400, "malformed")
                    .blames("/decision not-one-of");
            api.asLan()
                    .posts(consents, word.replace("+07:00", ""))
                    .isProblem(400, "malformed")
                    .blames("/at not-a-time");
            api.asThuy().posts(consents, word).isProblem(404, "not-found");
        });
    }

    /** The path of a household with its head in it. */
    private String registered(String head) {
        Reply reply = aRequest(head).resident(head, 1980).sentBy(api.asLan()).is(201);
        return "/v1/households/" + reply.at("/id");
    }

    private String person(String household) {
        return household + "/residents/" + api.asLan().gets(household).is(200).at("/residents/0/id");
    }
}
