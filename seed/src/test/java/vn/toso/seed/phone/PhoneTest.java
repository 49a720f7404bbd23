package vn.toso.seed.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.toso.seed.phone.PaperServer.household;
import static vn.toso.seed.phone.PaperServer.json;
import static vn.toso.seed.phone.PaperServer.problem;
import static vn.toso.seed.phone.PaperServer.removed;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.toso.domain.id.IdSource;
import vn.toso.seed.phone.Verdict.Outcome;

class PhoneTest {

    private static final String XOM_1 = "286e67de-2a64-384a-90fe-cc0d5132c5da";
    private static final String XOM_2 = "4a56b4e5-b39d-31df-b8c3-485e0640d7ec";

    private static final String LEFT_XOM_2 = "{\"version\": 2, \"entered\": [], \"left\": [\"" + XOM_2 + "\"]}";

    private final PaperServer server = new PaperServer();
    private final Phone phone =
            new Phone(UUID.randomUUID(), server, IdSource.timeOrdered(), Clock.system(ZoneOffset.ofHours(7)));
    private final UUID one = UUID.randomUUID();
    private final UUID two = UUID.randomUUID();

    private UUID visit() {
        return phone.record("visit.record", null, json("{\"note\": \"ở nhà\"}"));
    }

    private List<UUID> held() {
        return phone.store().documents().stream().map(Document::id).toList();
    }

    @Test
    void what_got_no_answer_is_sent_again_the_same_to_the_byte_and_leaves_the_outbox_by_its_answer() throws Exception {
        UUID id = visit();
        server.pushAnswerGetsLost();
        assertThatThrownBy(phone::sync).isInstanceOf(IOException.class);
        assertThat(phone.outbox().waiting()).extracting(Mutation::id).containsExactly(id);

        phone.sync();

        assertThat(phone.outbox().isEmpty()).isTrue();
        assertThat(phone.outbox().verdicts()).extracting(Verdict::outcome).containsExactly(Outcome.APPLIED);
        List<JsonNode> pushed = server.pushed();
        assertThat(pushed).hasSize(2);
        assertThat(pushed.get(1).get("mutations")).isEqualTo(pushed.get(0).get("mutations"));
    }

    @Test
    void an_item_that_spoils_its_request_is_set_aside_alone_and_the_others_get_through() throws Exception {
        for (int i = 0; i < 9; i++) {
            visit();
        }
        UUID bad = phone.record("visit.record", null, json("{\"note\": \"bad\"}"));
        visit();
        for (int i = 0; i < 40; i++) {
            server.push(request -> request.body().toString().contains("bad")
                    ? problem(413, "too-large")
                    : PaperServer.applied(request));
        }

        phone.sync();

        assertThat(phone.outbox().isEmpty()).isTrue();
        assertThat(phone.outbox().verdicts().stream().filter(Verdict::needsAttention))
                .extracting(verdict -> verdict.mutation().id())
                .containsExactly(bad);
    }

    @Test
    void a_server_that_has_no_time_loses_nothing() {
        visit();
        server.push(request -> problem(503, "unavailable"));
        assertThatThrownBy(phone::sync)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(503));
        assertThat(phone.outbox().waiting()).hasSize(1);
    }

    @Test
    void pages_follow_each_other_and_a_later_version_takes_the_place_of_an_earlier_one() throws Exception {
        server.page(household(one, XOM_1, 1), "a", true)
                .page(household(one, XOM_1, 2) + "," + household(two, XOM_1, 1), "b", false);
        phone.sync();
        assertThat(phone.store().get("household", one).version()).isEqualTo(2);

        server.page(removed(two), "c", false);
        phone.sync();

        assertThat(held()).containsExactly(one);
        assertThat(server.paths())
                .filteredOn(path -> path.contains("pull"))
                .containsExactly("/v1/sync/pull", "/v1/sync/pull?after=a", "/v1/sync/pull?after=b");
    }

    @Test
    void work_in_a_hamlet_that_is_left_goes_out_before_its_data_goes() throws Exception {
        server.page(household(one, XOM_1, 1) + "," + household(two, XOM_2, 1), "a", false);
        phone.sync();
        server.page("", "b", false, LEFT_XOM_2).push(request -> problem(503, "unavailable"));

        visit();
        assertThatThrownBy(phone::pull).isInstanceOf(Refusal.class);
        assertThat(held()).as("data while its work waits").contains(two);

        server.page("", "b", false, LEFT_XOM_2);
        phone.sync();
        assertThat(held()).containsExactly(one);
        assertThat(phone.outbox().isEmpty()).isTrue();
    }

    @Test
    void a_snapshot_after_resync_required_arrives_beside_the_old_data_and_then_takes_its_place() throws Exception {
        server.page(household(one, XOM_1, 1), "a", false);
        phone.sync();
        UUID waiting = visit();

        server.pullFails(410, "resync-required")
                .page(household(two, XOM_1, 1), "s1", true)
                .pullFails(503, "unavailable");
        assertThatThrownBy(phone::pull).isInstanceOf(Refusal.class);
        assertThat(held()).as("half a snapshot is not shown").containsExactly(one);
        assertThat(phone.outbox().waiting()).extracting(Mutation::id).containsExactly(waiting);

        phone.pull();
        assertThat(held()).containsExactly(two);
        assertThat(server.paths()).contains("/v1/sync/pull?after=s1");
    }

    @Test
    void the_same_difference_twice_with_nothing_new_between_is_a_hole_and_mended_by_a_snapshot() throws Exception {
        server.page(household(one, XOM_1, 1), "a", false);
        phone.sync();
        server.digest("{\"visitsSince\": \"2026-08-22T00:00:00+07:00\", \"hamlets\": [{\"hamletId\": \"" + XOM_1
                + "\", \"kinds\": [{\"kind\": \"household\", \"count\": 2, \"checksum\": \""
                + Long.toHexString(Checksum.of(one, 1) + Checksum.of(two, 1)) + "\"}]}]}");
        assertThat(phone.check()).isFalse();
        server.page(household(one, XOM_1, 1), "b", false);
        phone.sync();
        assertThat(phone.check()).as("once may be chance").isFalse();
        assertThat(held()).containsExactly(one);

        phone.sync();
        server.page(household(one, XOM_1, 1) + "," + household(two, XOM_1, 1), "d", false);
        phone.check();
        assertThat(held()).containsExactlyInAnyOrder(one, two);
        assertThat(phone.check()).isTrue();
    }

    @Test
    void visits_older_than_the_server_counts_leave_the_phone() throws Exception {
        server.page(
                "{\"kind\": \"visit\", \"op\": \"put\", \"id\": \"" + one
                        + "\", \"version\": 1, \"body\": {\"hamletId\": \"" + XOM_1
                        + "\", \"occurredAt\": \"2026-08-21T23:59:59+07:00\"}}",
                "a",
                false);
        phone.sync();
        assertThat(phone.check()).isTrue();
        assertThat(held()).isEmpty();
    }
}
