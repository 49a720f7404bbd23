package vn.toso.api.sync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.api.sync.PushBody.aMutation;
import static vn.toso.api.sync.PushBody.aPush;
import static vn.toso.api.visit.VisitBody.aVisit;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.Documents;
import vn.toso.api.Reply;
import vn.toso.api.World;
import vn.toso.api.visit.VisitBody;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.IdSource;

@ApiTest
class BadPushesTest {

    private static final IdSource IDS = IdSource.timeOrdered();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PATH = "/v1/sync/push";

    @Autowired
    Api api;

    @Autowired
    World world;

    @Autowired
    Documents documents;

    private VisitBody visit;
    private PushBody push;

    @BeforeEach
    void aVisitToPush() {
        Household home = world.put(aHousehold("Vi Văn Thông").id(new HouseholdId(IDS.next())))
                .get(0);
        visit = aVisit().to(home).achieved("PAY_BILL");
        push = aPush().with(aMutation(visit));
    }

    private void nothingCame() {
        assertThat(documents.count("visits", "_id", UUID.fromString(visit.id())))
                .isZero();
    }

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    private Reply sends(byte[] body) {
        return api.asLan().postsFile(PATH, "application/json", body);
    }

    private Reply sendsPacked(byte[] body) {
        return api.asLan().with("Content-Encoding", "gzip").postsFile(PATH, "application/json", body);
    }

    private byte[] json() {
        return JSON.writeValueAsBytes(push.json());
    }

    @Test
    void a_packed_push_is_taken() throws IOException {
        assertThat(sendsPacked(packed(json())).is(200).at("/results/0/outcome")).isEqualTo("applied");
    }

    @Test
    void five_hundred_are_taken_and_one_more_is_too_many() {
        for (int i = 1; i < 500; i++) {
            push.with(Map.of("id", IDS.next().toString(), "kind", "visit.dream", "body", Map.of()));
        }
        PushBody tooMany = aPush().with(((java.util.List<?>) push.json().get("mutations")).toArray());
        tooMany.with(aMutation(visit));

        api.asLan().posts(PATH, tooMany.json()).isProblem(413, "too-large");
        nothingCame();
        assertThat(api.asLan().posts(PATH, push.json()).is(200).at("/results/0/outcome"))
                .isEqualTo("applied");
    }

    @Test
    void three_megabytes_are_too_large_and_one_and_a_half_are_not() {
        visit.with("note", "x".repeat(3 << 20));
        push = aPush().with(aMutation(visit));
        sends(json()).isProblem(413, "too-large");
        nothingCame();

        visit.with("note", "x".repeat(3 << 19));
        push = aPush().with(aMutation(visit));
        assertThat(sends(json()).is(200).at("/results/0/outcome")).isEqualTo("rejected");
    }

    @Test
    void broken_gzip_and_json_that_is_cut_are_refused_whole() throws IOException {
        byte[] json = json();
        byte[] packed = packed(json);

        sendsPacked(json).isProblem(400, "malformed");
        sendsPacked(Arrays.copyOf(packed, packed.length / 2)).isProblem(400, "malformed");
        for (int length : new int[] {0, 1, json.length / 2, json.length - 1}) {
            sends(Arrays.copyOf(json, length)).isProblem(400, "malformed");
        }
        sends((new String(json, UTF_8) + "{}").getBytes(UTF_8)).isProblem(400, "malformed");
        nothingCame();
    }

    @Test
    void a_bomb_is_cut_before_it_is_unpacked() throws IOException {
        byte[] bomb = packed(new byte[200 << 20]);
        assertThat(bomb.length).isLessThan(2 << 20);

        sendsPacked(bomb).isProblem(413, "too-large");
        nothingCame();
    }

    @Test
    void an_envelope_of_another_form_is_refused_whole() {
        Map<String, Object> envelope = new LinkedHashMap<>(push.json());
        envelope.put("colour", "red");
        api.asLan().posts(PATH, envelope).isProblem(400, "malformed").blames("/colour unknown-field");
        envelope.remove("colour");
        envelope.remove("deviceId");
        api.asLan().posts(PATH, envelope).isProblem(422, "invalid").blames("/deviceId required");
        api.asLan().posts(PATH, "[]").isProblem(400, "malformed");
        api.asLan().posts(PATH, "null").isProblem(400, "malformed");
        api.asLan()
                .posts(PATH, Map.of("deviceId", "x", "sentAt", "y", "mutations", 1))
                .isProblem(400, "malformed");
        api.asLan().postsFile(PATH, "text/plain", json()).isProblem(415, "malformed");
        api.asNobody().posts(PATH, push.json()).isProblem(401, "unauthenticated");
        nothingCame();
    }

    @Test
    void nothing_to_push_is_answered_with_the_time() {
        Reply reply = api.asLan().posts(PATH, aPush().json()).is(200);
        assertThat(reply.at("/serverTime")).isNotBlank();
        assertThat(reply.json().path("results").size()).isZero();
    }

    @Test
    void items_of_any_form_never_break_the_server() {
        Object[] wild = {
            1,
            true,
            "x",
            java.util.List.of(),
            Map.of(),
            Map.of("id", 7),
            Map.of("id", "x"),
            Map.of("id", IDS.next().toString()),
            Map.of("id", IDS.next().toString(), "kind", 7, "body", Map.of()),
            Map.of("id", IDS.next().toString(), "kind", "visit.record", "body", 7),
            Map.of("id", IDS.next().toString(), "kind", "visit.record", "body", java.util.List.of()),
            Map.of("id", IDS.next().toString(), "kind", "household.amend", "baseVersion", 1, "body", "x"),
            Map.of("id", IDS.next().toString(), "kind", "household.amend", "baseVersion", "1", "body", Map.of()),
            Map.of("id", IDS.next().toString(), "kind", "resident.leave", "baseVersion", 1, "body", Map.of()),
            Map.of("id", IDS.next().toString(), "kind", "consent.record", "body", Map.of()),
            Map.of("id", IDS.next().toString(), "kind", "task.decline", "body", Map.of("taskId", "x")),
            Map.of(
                    "id",
                    IDS.next().toString(),
                    "kind",
                    "task.accept",
                    "body",
                    Map.of("taskId", IDS.next().toString()))
        };

        Reply reply = api.asLan().posts(PATH, push.with(wild).json()).is(200);

        assertThat(reply.json().path("results").size()).isEqualTo(wild.length + 1);
        assertThat(reply.at("/results/0/outcome")).isEqualTo("applied");
        for (int i = 1; i < wild.length; i++) {
            assertThat(reply.at("/results/" + i + "/outcome"))
                    .as("item %d of %s", i, reply)
                    .isEqualTo("rejected");
        }
        assertThat(reply.at("/results/" + wild.length + "/outcome")).isEqualTo("quarantined");
    }
}
