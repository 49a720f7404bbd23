package vn.toso.domain.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.privacy.Asking.ELSEWHERE;
import static vn.toso.domain.privacy.Asking.HER;
import static vn.toso.domain.privacy.Asking.asks;
import static vn.toso.domain.world.Problems.assertForbidden;
import static vn.toso.domain.world.Problems.assertNotFound;
import static vn.toso.domain.world.Problems.errorsOf;
import static vn.toso.domain.world.TestWorld.DATA_OFFICER;
import static vn.toso.domain.world.TestWorld.DISTRICT_STAFF;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.WorkingWorld.await;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import vn.toso.domain.access.Actor;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.id.SubjectRequestId;
import vn.toso.domain.privacy.SubjectRequest.Kind;
import vn.toso.domain.privacy.SubjectRequest.State;
import vn.toso.domain.storage.Page;
import vn.toso.domain.storage.PageToken;
import vn.toso.domain.team.Member;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.WorkingWorld;

/** Which requests are listed, to whom, in which order. */
class SubjectRequestsTest {

    private static final Actor BAO = actor(DATA_OFFICER);

    private final MovingClock clock = new MovingClock();
    private WorkingWorld world;
    private SubjectRequests requests;
    private HandleRequests handle;

    @BeforeEach
    void open() {
        world = WorkingWorld.open("SubjectRequests", clock);
        Asking.settle(world);
        requests = Asking.requests(world);
        handle = Asking.in(world);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void what_is_open_comes_by_itself_and_what_is_closed_when_it_is_asked_for() {
        SubjectRequest erasure = received(HER, Kind.ERASURE);
        SubjectRequest done = received(HER, Kind.CORRECTION);
        SubjectRequest access = received(HER, Kind.ACCESS);
        SubjectRequest withdrawal = received(HER, Kind.WITHDRAWAL);
        await(handle.acknowledge(BAO, withdrawal.id(), null));
        await(handle.close(BAO, done.id(), null, State.DONE, null));

        assertThat(listed(null)).containsExactly(access.id(), withdrawal.id(), erasure.id());
        assertThat(listed(State.RECEIVED)).containsExactly(access.id(), erasure.id());
        assertThat(listed(State.ACKNOWLEDGED)).containsExactly(withdrawal.id());
        assertThat(listed(State.DONE)).containsExactly(done.id());
        assertThat(listed(State.REFUSED)).isEmpty();
    }

    @Test
    void page_by_page_each_comes_once_and_due_first_though_many_are_due_on_one_day() {
        for (Kind kind : List.of(Kind.ERASURE, Kind.ACCESS, Kind.ACCESS, Kind.WITHDRAWAL, Kind.ACCESS, Kind.ACCESS)) {
            received(HER, kind);
        }

        List<SubjectRequest> paged = new ArrayList<>();
        String token = null;
        do {
            Page<SubjectRequest> page = await(requests.page(BAO, null, 2, token));
            paged.addAll(page.items());
            token = page.next();
        } while (token != null && paged.size() < 10);

        assertThat(paged)
                .hasSize(6)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(Comparator.comparing(SubjectRequest::dueOn));
    }

    @Test
    void a_commune_sees_its_own_requests_and_the_data_officer_all() {
        SubjectRequest own = received(HER, Kind.ACCESS);
        SubjectRequest other = received(ELSEWHERE, Kind.ERASURE);

        assertThat(await(requests.page(actor(HOA), null, 500, null)).items()).containsExactly(own);
        assertThat(listed(null)).containsExactly(own.id(), other.id());
        assertThat(await(requests.get(actor(HOA), own.id()))).isEqualTo(own);
        assertNotFound(requests.get(actor(HOA), other.id()));
        assertThat(await(requests.get(BAO, other.id()))).isEqualTo(other);
    }

    @Test
    void neither_team_members_nor_district_staff_see_any() {
        SubjectRequest received = received(HER, Kind.ACCESS);

        for (Member member : List.of(LAN, DISTRICT_STAFF)) {
            assertForbidden(requests.get(actor(member), received.id()));
            assertForbidden(requests.page(actor(member), null, 500, null));
        }
    }

    @Test
    void pages_have_a_size_and_begin_where_a_token_of_ours_says() {
        for (int limit : new int[] {0, 501}) {
            assertThat(errorsOf(requests.page(BAO, null, limit, null))).containsExactly("/limit range");
        }
        for (String foreign : List.of(
                "&",
                PageToken.of("2026-11-30"),
                PageToken.of("hôm nay", HER.value()),
                PageToken.of("2026-11-30", "ai đó"))) {
            assertThat(errorsOf(requests.page(BAO, null, 2, foreign))).containsExactly("/after page-token");
        }
    }

    @Test
    void what_people_said_is_sealed_in_the_database() {
        SubjectRequest received = await(handle.receive(
                actor(HOA), new HandleRequests.Command(HER, Kind.ACCESS, "paper", "Lang Văn Tí, con", "chữ khó đọc")));
        await(handle.extend(BAO, received.id(), null, "chờ hồ sơ"));

        String raw = Flux.from(
                        world.store.database().getCollection("subject_requests").find())
                .map(Document::toJson)
                .collectList()
                .block(WorkingWorld.SOON)
                .toString();

        assertThat(raw)
                .contains("paper")
                .doesNotContain("Lang Văn Tí")
                .doesNotContain("khó đọc")
                .doesNotContain("chờ");
        assertThat(await(requests.get(BAO, received.id())).note()).isEqualTo("chữ khó đọc");
    }

    private SubjectRequest received(ResidentId who, Kind kind) {
        return await(handle.receive(BAO, asks(who, kind)));
    }

    private List<SubjectRequestId> listed(State state) {
        return await(requests.page(BAO, state, 500, null)).items().stream()
                .map(SubjectRequest::id)
                .toList();
    }
}
