package vn.toso.api.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.MemberBuilder.aMember;

import java.nio.file.Path;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.Caller;
import vn.toso.api.Reply;
import vn.toso.api.World;
import vn.toso.domain.area.Days;
import vn.toso.domain.change.Eventually;
import vn.toso.domain.id.DeviceId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.team.Member;
import vn.toso.domain.world.TestWorld;
import vn.toso.notifications.device.Devices;
import vn.toso.notifications.fcm.Answer;
import vn.toso.notifications.fcm.FakeFcm;
import vn.toso.notifications.fcm.Received;

/** All the way, over HTTP on both ends: from a leader's request to what FCM gets from Firebase's own SDK. */
@ApiTest
@DirtiesContext
class FromTaskToPhoneTest {

    private static final IdSource IDS = IdSource.timeOrdered();
    private static final FakeFcm FCM = FakeFcm.start();

    @TempDir
    static Path folder;

    @Autowired
    private Api api;

    @Autowired
    private World world;

    @Autowired
    private Devices devices;

    private String handle;
    private Member member;

    @DynamicPropertySource
    static void firebase(DynamicPropertyRegistry settings) {
        settings.add("toso.firebase.credentials", () -> FCM.credentials(folder).toString());
        settings.add("toso.firebase.endpoint", FCM::url);
    }

    @AfterAll
    static void stop() {
        FCM.close();
    }

    @BeforeEach
    void somebodyNew() {
        handle = "phone-" + UUID.randomUUID();
        member = world.put(aMember("Lô Thị " + handle).in(TestWorld.XOM_1.id()), handle);
        quiet(LocalTime.of(6, 0), LocalTime.of(6, 0));
    }

    private void quiet(LocalTime from, LocalTime to) {
        Map<String, Object> settings = Map.of("quietFrom", from.toString(), "quietTo", to.toString(), "dailyLimit", 5);
        api.asAnh().puts("/v1/notice-settings", settings).is(200);
    }

    private Caller self() {
        return api.as(handle);
    }

    private UUID phone(String platform, String token, String locale) {
        UUID id = UUID.randomUUID();
        Map<String, Object> body =
                Map.of("platform", platform, "pushToken", token, "appVersion", "1.4.2", "locale", locale);
        self().puts("/v1/devices/" + id, body).is(201);
        return id;
    }

    private String given() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("kind", "VISIT_HOUSEHOLD");
        body.put(
                "householdId",
                world.put(aHousehold("Vi Văn Thông").id(new HouseholdId(IDS.next())))
                        .get(0)
                        .id()
                        .toString());
        body.put("assigneeId", member.id().toString());
        body.put("note", "nên đến buổi tối");
        return api.asHoa().posts("/v1/tasks", body).is(201).at("/id");
    }

    private static Received pushTo(String token) {
        Eventually.holds(() -> assertThat(FCM.receivedFor(token)).hasSize(1));
        return FCM.receivedFor(token).get(0);
    }

    @Test
    void an_assigned_task_rings_on_each_phone_in_its_language_and_tells_nothing_of_anybody() {
        phone("ANDROID", "android-" + handle, "vi-VN");
        phone("IOS", "iphone-" + handle, "en-GB");

        String task = given();
        Received android = pushTo("android-" + handle);
        Received iphone = pushTo("iphone-" + handle);

        Reply inbox = self().gets("/v1/inbox").is(200);
        for (Received push : List.of(android, iphone)) {
            assertThat(push.path()).isEqualTo("/v1/projects/toso-test/messages:send");
            assertThat(push.data("kind")).isEqualTo("TASK_ASSIGNED");
            assertThat(push.data("subject")).isEqualTo(task);
            assertThat(push.data("noticeId")).isEqualTo(inbox.at("/items/0/id"));
            assertThat(push.message().toString()).doesNotContain("Thông", "Lô Thị", "Xóm 1", "buổi tối");
        }
        assertThat(android.at("notification", "title")).isEqualTo("Việc mới được giao");
        assertThat(iphone.at("notification", "title")).isEqualTo("A new task");
        assertThat(iphone.at("apns", "payload", "aps", "badge")).isEqualTo("1");
    }

    @Test
    void a_phone_that_fcm_does_not_know_any_more_is_asked_no_more_and_the_inbox_has_all() {
        String token = "gone-" + handle;
        UUID phone = phone("ANDROID", token, "vi-VN");
        FCM.plan(token, Answer.UNREGISTERED);

        given();
        Eventually.holds(() ->
                assertThat(devices.find(new DeviceId(phone)).block().token()).isEmpty());
        given();
        Eventually.holds(
                () -> assertThat(self().gets("/v1/me").is(200).at("/unread")).isEqualTo("2"));

        assertThat(FCM.receivedFor(token)).hasSize(1);
    }

    @Test
    void at_night_only_an_urgent_announcement_rings_and_it_tells_whom_it_reached() {
        LocalTime now = LocalTime.now(Days.ZONE).truncatedTo(ChronoUnit.MINUTES);
        quiet(now.minusHours(1), now.plusHours(1));
        String token = "sleeping-" + handle;
        phone("ANDROID", token, "vi-VN");
        given();
        Map<String, Object> storm = new LinkedHashMap<>();
        storm.put("areaId", TestWorld.XOM_1.id().toString());
        storm.put("title", "Bão");
        storm.put("text", "Nước sông lên nhanh.");
        storm.put("urgent", true);
        api.asHoa().posts("/v1/announcements", storm).isProblem(403, "forbidden");

        String said = api.asDuc().posts("/v1/announcements", storm).is(201).at("/id");
        Received push = pushTo(token);

        assertThat(push.data("kind")).isEqualTo("ANNOUNCEMENT");
        assertThat(push.data("subject")).isEqualTo(said);
        assertThat(push.message().toString()).doesNotContain("Bão", "sông");
        Eventually.holds(() -> assertThat(
                        api.asDuc().gets("/v1/announcements/" + said).is(200).at("/delivered"))
                .isNotEqualTo("0"));
    }
}
