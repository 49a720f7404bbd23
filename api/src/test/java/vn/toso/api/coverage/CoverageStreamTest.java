package vn.toso.api.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.api.visit.VisitBody.aVisit;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.toso.api.Api;
import vn.toso.api.ApiTest;
import vn.toso.api.World;
import vn.toso.api.coverage.EventReader.Event;
import vn.toso.domain.area.Area;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.team.Member;
import vn.toso.domain.world.MemberBuilder;
import vn.toso.domain.world.TestWorld;

@ApiTest
class CoverageStreamTest {

    private static final IdSource IDS = IdSource.timeOrdered();

    @Autowired
    Api api;

    @Autowired
    World world;

    private EventReader follow(String who, Area area, String lastId) throws Exception {
        return EventReader.open(api.base() + "/v1/coverage/stream?area=" + area.id(), api.tokenOf(who), lastId);
    }

    private Household aHomeIn(Area hamlet) throws Exception {
        Household home = world.put(aHousehold("Lương Văn Dòng")
                        .id(new HouseholdId(IDS.next()))
                        .in(hamlet))
                .get(0);
        Counted.by(api.asAnh(), "/v1/coverage?service=PAY_BILL&area=" + hamlet.id());
        return home;
    }

    /** The first event of a kind that satisfies it; others of the crowd that shares the application are passed over. */
    private static Event await(EventReader events, java.util.function.Predicate<Event> wanted) throws Exception {
        while (true) {
            Event event = events.next(10);
            if (wanted.test(event)) {
                return event;
            }
        }
    }

    @Test
    void whoever_follows_an_area_first_gets_all_of_it() throws Exception {
        Household home = aHomeIn(TestWorld.XOM_5);
        try (EventReader events = follow("hoa", TestWorld.MINH_HOP, null)) {
            Event first = events.next(5);

            assertThat(events.status()).isEqualTo(200);
            assertThat(events.header("Content-Type")).startsWith("text/event-stream");
            assertThat(events.header("Cache-Control")).isEqualTo("no-store");
            assertThat(first.name()).isEqualTo("coverage");
            JsonNode said = first.json();
            assertThat(said.at("/area/areaId").asString())
                    .isEqualTo(TestWorld.MINH_HOP.id().toString());
            assertThat(said.at("/children")).hasSizeGreaterThanOrEqualTo(3);
            assertThat(said.at("/area/services/PAY_BILL/eligible").asLong()).isPositive();
            assertThat(said.has("asOf")).isTrue();
            assertThat(first.data()).doesNotContain(home.id().toString());
        }
    }

    @Test
    void visits_show_within_a_second_with_the_hamlet_that_they_changed() throws Exception {
        List<Household> homes = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            homes.add(aHomeIn(TestWorld.XOM_5));
        }
        List<Long> millis = new ArrayList<>();
        try (EventReader events = follow("duc", TestWorld.MINH_HOP, null)) {
            long achieved = achieved(events.next(5));
            for (Household home : homes) {
                achieved++;
                millis.add(millisUntilShown(events, home, achieved));
            }
        }

        // The middle one of them: this machine does other things meanwhile.
        assertThat(millis.stream().sorted().toList().get(2))
                .as("milliseconds from the answer to the event: %s", millis)
                .isLessThan(1000);
    }

    private long millisUntilShown(EventReader events, Household home, long achieved) throws Exception {
        api.asHoa()
                .posts("/v1/visits", aVisit().to(home).achieved("PAY_BILL").json())
                .is(201);
        long acknowledged = System.nanoTime();
        Event change = await(events, event -> event.name().equals("change") && achieved(event) >= achieved);
        long millis = (System.nanoTime() - acknowledged) / 1_000_000;
        assertThat(achieved(change)).isEqualTo(achieved);
        assertThat(change.json().get("children"))
                .extracting(child -> child.get("areaId").asString())
                .contains(TestWorld.XOM_5.id().toString());
        return millis;
    }

    private static long achieved(Event event) {
        return event.json().at("/area/services/PAY_BILL/achieved").asLong();
    }

    /** What is counted already may show a moment later. */
    private static String lastOf(EventReader events) throws InterruptedException {
        Event last = events.next(5);
        for (Event next = last; next != null; next = events.nextWithin(1_000)) {
            last = next.id() == null ? last : next;
        }
        return last.id();
    }

    @Test
    void who_comes_back_with_the_last_id_gets_only_what_is_new() throws Exception {
        Household home = aHomeIn(TestWorld.XOM_5_VAN_LOI);
        String last;
        try (EventReader events = follow("hoa", TestWorld.XOM_5_VAN_LOI, null)) {
            last = lastOf(events);
        }
        try (EventReader events = follow("hoa", TestWorld.XOM_5_VAN_LOI, last)) {
            assertThat(events.next(5)).isEqualTo(new Event("comment", null, "nothing new"));
            assertThat(events.isSilentFor(500)).isTrue();
        }

        api.asHoa()
                .posts("/v1/visits", aVisit().to(home).achieved("PAY_BILL").json())
                .is(201);
        Counted.by(api.asHoa(), "/v1/coverage?service=PAY_BILL&area=" + TestWorld.XOM_5_VAN_LOI.id());

        try (EventReader events = follow("hoa", TestWorld.XOM_5_VAN_LOI, last)) {
            Event event = events.next(5);
            assertThat(event.name()).isEqualTo("coverage");
            assertThat(event.id()).isNotEqualTo(last);
        }
    }

    @Test
    void areas_out_of_scope_look_like_none_at_all() throws Exception {
        try (EventReader theirs = follow("lan", TestWorld.XOM_DONG, null)) {
            assertThat(theirs.status()).isEqualTo(404);
        }
        api.asLan().gets("/v1/coverage/stream?area=" + UUID.randomUUID()).isProblem(404, "not-found");
        api.asNobody().gets("/v1/coverage/stream?area=" + TestWorld.XOM_5.id()).isProblem(401, "unauthenticated");
        api.asLan().gets("/v1/coverage/stream").isProblem(422, "invalid").blames("/area required");
    }

    @Test
    void a_member_who_is_suspended_or_moved_sees_no_more() throws Exception {
        for (String patch :
                new String[] {"{\"status\":\"SUSPENDED\"}", "{\"areas\":[\"" + TestWorld.XOM_5.id() + "\"]}"}) {
            String handle = "dong" + patch.length();
            Member somebody =
                    world.put(MemberBuilder.aMember("Lò Thị Dòng " + handle).in(TestWorld.XOM_1.id()), handle);
            try (EventReader events = follow(handle, TestWorld.XOM_1, null)) {
                events.next(5);

                api.asAnh().patches("/v1/members/" + somebody.id(), patch).is(200);

                assertThat(await(events, event -> event.name().equals("end")).name())
                        .isEqualTo("end");
            }
        }
    }
}
