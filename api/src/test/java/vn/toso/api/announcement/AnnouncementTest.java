package vn.toso.api.announcement;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.MemberBuilder.aMember;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.Reply;
import vn.toso.api.World;
import vn.toso.domain.change.Eventually;
import vn.toso.domain.world.TestWorld;

/** What leaders and staff say to everybody of an area. */
@ApiTest
class AnnouncementTest {

    private static final String PATH = "/v1/announcements";

    @Autowired
    private Api api;

    @Autowired
    private World world;

    private static Map<String, Object> said(String title) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("areaId", TestWorld.XOM_5.id().toString());
        body.put("title", title);
        body.put("text", "19 giờ thứ Sáu tại nhà văn hóa xã.");
        return body;
    }

    private String somebody() {
        String handle = "announced-" + UUID.randomUUID();
        world.put(aMember("Lô Văn " + handle).in(TestWorld.XOM_5.id()), handle);
        return handle;
    }

    @Test
    void it_reaches_everybody_of_the_area_and_tells_how_far_it_has_come() {
        String handle = somebody();
        String title = "Họp " + UUID.randomUUID();
        Reply made = api.asHoa().posts(PATH, said(title)).is(201);
        assertThat(made.at("/state")).isEqualTo("SENDING");
        assertThat(made.header("Location")).isEqualTo(PATH + "/" + made.at("/id"));

        String one = PATH + "/" + made.at("/id");
        Eventually.holds(
                () -> assertThat(api.asHoa().gets(one).is(200).at("/state")).isEqualTo("SENT"));
        Reply done = api.asHoa().gets(one).is(200);
        assertThat(done.at("/made")).isEqualTo(done.at("/recipients")).isNotEqualTo("0");
        assertThat(done.at("/read")).isEqualTo("0");

        Reply inbox = api.as(handle).inEnglish().gets("/v1/inbox").is(200);
        assertThat(inbox.at("/items/0/kind")).isEqualTo("ANNOUNCEMENT");
        assertThat(inbox.at("/items/0/title")).isEqualTo(title);
        assertThat(inbox.at("/items/0/body")).isEqualTo("19 giờ thứ Sáu tại nhà văn hóa xã.");
        api.as(handle).posts("/v1/inbox/" + inbox.at("/items/0/id") + "/read").is(200);
        assertThat(api.asHoa().gets(one).is(200).at("/read")).isEqualTo("1");
        assertThat(api.asThuy().gets("/v1/inbox?limit=500").is(200).toString()).doesNotContain(title);
    }

    @Test
    void taken_back_it_is_gone_for_those_who_have_not_read_it() {
        String handle = somebody();
        String one =
                PATH + "/" + api.asHoa().posts(PATH, said("Họp nhầm")).is(201).at("/id");
        Eventually.holds(
                () -> assertThat(api.as(handle).gets("/v1/me").at("/unread")).isEqualTo("1"));

        Reply taken = api.asHoa().posts(one + "/cancel").is(200);
        assertThat(taken.at("/state")).isIn("CANCELLING", "CANCELLED");
        Eventually.holds(() -> assertThat(api.asHoa().gets(one).at("/state")).isEqualTo("CANCELLED"));
        assertThat(api.as(handle).gets("/v1/me").at("/unread")).isEqualTo("0");
        assertThat(api.as(handle).gets("/v1/inbox").is(200).json().path("items").size())
                .isZero();
        Reply again = api.asHoa().posts(one + "/cancel").is(200);
        assertThat(again.at("/state")).isEqualTo("CANCELLED");
    }

    @Test
    void a_repeat_with_the_same_id_says_nothing_twice() {
        Map<String, Object> body = said("Họp một lần");
        body.put("id", UUID.randomUUID().toString());
        Reply first = api.asHoa().posts(PATH, body).is(201);
        Reply again = api.asHoa().posts(PATH, body).is(200);

        assertThat(again.at("/id")).isEqualTo(first.at("/id"));
        body.put("text", "20 giờ");
        api.asHoa().posts(PATH, body).isProblem(409, "conflict");
    }

    @Test
    void who_may_not_or_says_nothing_is_refused() {
        api.asLan().posts(PATH, said("Họp")).isProblem(403, "forbidden");
        api.asBao().posts(PATH, said("Họp")).isProblem(403, "forbidden");
        api.asLan().gets(PATH).isProblem(403, "forbidden");
        Map<String, Object> urgent = said("Bão");
        urgent.put("urgent", true);
        api.asHoa().posts(PATH, urgent).isProblem(403, "forbidden");
        assertThat(api.asDuc().posts(PATH, urgent).is(201).at("/urgent")).isEqualTo("true");
        Map<String, Object> elsewhere = said("Họp");
        elsewhere.put("areaId", TestWorld.XOM_DONG.id().toString());
        api.asHoa().posts(PATH, elsewhere).isProblem(422, "invalid").blames("/areaId unknown-area");
        Map<String, Object> empty = said(" ");
        empty.put("text", "x".repeat(2_001));
        api.asHoa().posts(PATH, empty).isProblem(422, "invalid").blames("/title required", "/text too-long");
        api.asHoa().posts(PATH, "{}").isProblem(422, "invalid");
        String one =
                PATH + "/" + api.asHoa().posts(PATH, said("Họp xã")).is(201).at("/id");
        api.asThuy().gets(one).isProblem(403, "forbidden");
        api.asHoa().gets(PATH + "/" + UUID.randomUUID()).isProblem(404, "not-found");
        api.asDuc().gets(one).is(200);
        assertThat(api.asHoa().gets(PATH + "?limit=500").is(200).toString()).contains(one.substring(PATH.length() + 1));
    }
}
