package vn.toso.api.device;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.MemberBuilder.aMember;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.World;
import vn.toso.domain.area.Days;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.storage.Store;
import vn.toso.domain.world.TestWorld;
import vn.toso.notifications.device.SilentDevices;

/** Every answer about how far an area has come says how many of its phones may hold work back. */
@ApiTest
class DevicesNotSyncedTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final AreaId PLACE = TestWorld.XOM_DONG.id();

    @Autowired
    private Api api;

    @Autowired
    private World world;

    @Autowired
    private Store store;

    @Autowired
    private SilentDevices silentDevices;

    private final UUID phone = UUID.randomUUID();

    @BeforeEach
    void a_phone_was_silent_for_two_days() {
        String handle = "im-" + phone;
        world.put(aMember("Lô Thị Im " + phone).in(PLACE), handle);
        String registered = "{\"platform\": \"ANDROID\", \"appVersion\": \"1.4.2\", \"locale\": \"vi-VN\"}";
        api.as(handle).puts("/v1/devices/" + phone, registered).is(201);
        silentSince(Instant.now().minus(Duration.ofDays(2)));
    }

    @AfterEach
    void it_synchronises_again() {
        silentSince(Instant.now());
    }

    private void silentSince(Instant moment) {
        Mono.from(store.collection("devices", Document.class).updateOne(eq("_id", phone), set("lastSyncAt", moment)))
                .block(SOON);
        silentDevices.count().block(SOON);
    }

    private JsonNode read(String path) {
        return api.asAnh().gets(path).is(200).json();
    }

    @Test
    void trends_rankings_targets_and_months_tell_it_as_coverage_does() {
        String ofService = "?service=PAY_BILL&area=" + PLACE;
        for (String path : new String[] {
            "/v1/coverage" + ofService,
            "/v1/coverage/hamlets" + ofService,
            "/v1/coverage/trend" + ofService,
            "/v1/targets?area=" + PLACE,
            "/v1/months/" + YearMonth.from(Days.of(Instant.now())) + "?area=" + PLACE
        }) {
            JsonNode answer = read(path);
            assertThat(answer.path("devicesNotSynced").asLong(-1)).as(path).isEqualTo(1);
            assertThat(answer.has("asOf")).as(path).isTrue();
        }
        assertThat(read("/v1/targets?area=" + TestWorld.XOM_1.id())
                        .path("devicesNotSynced")
                        .asLong(-1))
                .isZero();
    }

    @Test
    void a_campaign_tells_it_of_the_part_that_lies_in_scope() {
        LocalDate today = Days.of(Instant.now());
        String plan = """
                { "name": "Đợt cao điểm", "services": ["PAY_BILL"], "areaIds": ["%s"], "from": "%s", "to": "%s" }""".formatted(TestWorld.OVERSIGHT.id(), today, today.plusDays(3));
        String path = "/v1/campaigns/"
                + api.as("duc").posts("/v1/campaigns", plan).is(201).at("/id");

        assertThat(read(path).at("/progress/devicesNotSynced").asLong(-1)).isEqualTo(1);
        assertThat(api.as("thuy")
                        .gets(path)
                        .is(200)
                        .json()
                        .at("/progress/devicesNotSynced")
                        .asLong(-1))
                .isEqualTo(1);
        assertThat(api.as("hoa")
                        .gets(path)
                        .is(200)
                        .json()
                        .at("/progress/devicesNotSynced")
                        .asLong(-1))
                .isZero();
    }
}
