package vn.toso.api.device;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.MemberBuilder.aMember;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.Documents;
import vn.toso.api.Reply;
import vn.toso.api.World;
import vn.toso.domain.change.Eventually;
import vn.toso.domain.id.DeviceId;
import vn.toso.domain.world.TestWorld;
import vn.toso.notifications.device.Devices;

@ApiTest
class DeviceTest {

    @Autowired
    private Api api;

    @Autowired
    private World world;

    @Autowired
    private Devices devices;

    @Autowired
    private Documents documents;

    private static String body(String token) {
        return """
                {"platform": "ANDROID", "pushToken": "%s", "appVersion": "1.4.2", "locale": "vi-VN"}""".formatted(token);
    }

    private static String path(UUID id) {
        return "/v1/devices/" + id;
    }

    @Test
    void a_phone_registers_once_and_then_changes() {
        UUID id = UUID.randomUUID();

        Reply registered = api.asLan().puts(path(id), body("token-" + id)).is(201);
        assertThat(registered.at("/id")).isEqualTo(id.toString());
        assertThat(registered.at("/reachable")).isEqualTo("true");
        assertThat(new String(registered.bytes(), StandardCharsets.UTF_8)).doesNotContain("token-" + id);

        Reply changed = api.asLan()
                .puts(path(id), "{\"platform\": \"IOS\", \"appVersion\": \"1.5\", \"locale\": \"en\"}")
                .is(200);
        assertThat(changed.at("/platform")).isEqualTo("IOS");
        assertThat(changed.at("/reachable")).isEqualTo("false");
    }

    @Test
    void a_token_goes_with_whoever_signs_in_on_the_phone() {
        UUID id = UUID.randomUUID();
        api.asLan().puts(path(id), body("token-" + id)).is(201);
        api.asMinh().puts(path(id), body("token-" + id)).is(200);

        api.asLan().deletes(path(id)).isProblem(404, "not-found");
        assertThat(devices.find(new DeviceId(id)).block().memberId()).isEqualTo(TestWorld.MINH.id());
    }

    @Test
    void a_phone_is_forgotten_as_often_as_wanted() {
        UUID id = UUID.randomUUID();
        api.asLan().puts(path(id), body("token-" + id)).is(201);

        api.asLan().deletes(path(id)).is(204);
        api.asLan().deletes(path(id)).is(204);
        assertThat(documents.count("devices", "_id", id)).isZero();
    }

    @Test
    void what_makes_no_sense_is_refused() {
        String id = path(UUID.randomUUID());

        api.asLan()
                .puts(id, "{}")
                .isProblem(422, "invalid")
                .blames("/platform required", "/appVersion required", "/locale required");
        api.asLan().puts(id, body("a b")).isProblem(422, "invalid").blames("/pushToken push-token");
        api.asLan()
                .puts(id, body("a").replace("vi-VN", "tiếng"))
                .isProblem(422, "invalid")
                .blames("/locale locale");
        api.asLan().puts(id, body("a").replace("ANDROID", "NOKIA")).isProblem(400, "malformed");
        api.asLan().puts("/v1/devices/7", body("a")).isProblem(400, "malformed");
        api.asNobody().puts(id, body("a")).isProblem(401, "unauthenticated");
    }

    @Test
    void push_and_pull_tell_when_a_phone_synchronised_and_coverage_which_ones_did_not() {
        world.put(aMember("Lô Văn Xa").in(TestWorld.XOM_5.id()), "xa");
        UUID id = UUID.randomUUID();
        api.as("xa").puts(path(id), body("token-" + id)).is(201);
        DeviceId device = new DeviceId(id);
        var registered = devices.find(device).block();

        api.as("xa").gets("/v1/sync/pull?device=" + id).is(200);
        Eventually.holds(
                () -> assertThat(devices.find(device).block().lastSyncAt()).isAfter(registered.lastSyncAt()));
        var pulled = devices.find(device).block();
        api.as("xa")
                .posts(
                        "/v1/sync/push",
                        "{\"deviceId\": \"" + id + "\", \"sentAt\": \"2026-11-20T19:05:00+07:00\", \"mutations\": []}")
                .is(200);
        Eventually.holds(
                () -> assertThat(devices.find(device).block().lastSyncAt()).isAfter(pulled.lastSyncAt()));

        Reply coverage = api.asAnh()
                .gets("/v1/coverage?area=" + TestWorld.XOM_5.id() + "&service=PAY_BILL")
                .is(200);
        assertThat(coverage.at("/devicesNotSynced")).isEqualTo("0");
    }
}
