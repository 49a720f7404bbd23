package vn.toso.domain.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.privacy.Asking.HER;
import static vn.toso.domain.privacy.Asking.asks;
import static vn.toso.domain.world.Problems.assertConflict;
import static vn.toso.domain.world.Problems.assertForbidden;
import static vn.toso.domain.world.Problems.assertNotFound;
import static vn.toso.domain.world.Problems.assertVersionMismatch;
import static vn.toso.domain.world.Problems.errorsOf;
import static vn.toso.domain.world.TestWorld.DATA_OFFICER;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.PROVINCE_ADMIN;
import static vn.toso.domain.world.TestWorld.TAM_HOP;
import static vn.toso.domain.world.TestWorld.TODAY;
import static vn.toso.domain.world.TestWorld.TREE;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.area.Scopes;
import vn.toso.domain.id.SubjectRequestId;
import vn.toso.domain.privacy.SubjectRequest.Kind;
import vn.toso.domain.privacy.SubjectRequest.State;
import vn.toso.domain.team.Member;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.Names;
import vn.toso.domain.world.Problems;
import vn.toso.domain.world.WorkingWorld;

/** What becomes of a request that was taken in: acknowledged, extended, closed. */
class HandleRequestsTest {

    private static final Actor BAO = actor(DATA_OFFICER);

    private final MovingClock clock = new MovingClock();
    private WorkingWorld world;
    private HandleRequests here;
    private HandleRequests there;

    @BeforeEach
    void open() {
        world = WorkingWorld.open("HandleRequests", clock);
        Asking.settle(world);
        here = Asking.in(world);
        there = Asking.in(world);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void to_acknowledge_notes_the_moment_and_again_changes_nothing() {
        SubjectRequestId id = received(Kind.ERASURE).id();
        Instant heard = clock.instant().plus(Duration.ofHours(20));
        clock.set(heard);

        SubjectRequest acknowledged = await(here.acknowledge(BAO, id, null));
        clock.advance(Duration.ofDays(1));
        SubjectRequest again = await(here.acknowledge(BAO, id, null));

        assertThat(acknowledged.state()).isEqualTo(State.ACKNOWLEDGED);
        assertThat(acknowledged.acknowledgedAt()).isEqualTo(heard);
        assertThat(again).isEqualTo(acknowledged);
        assertThat(stored(id)).isEqualTo(acknowledged);
    }

    @ParameterizedTest
    @CsvSource({
        "ACCESS, 2026-12-10",
        "CORRECTION, 2026-12-10",
        "WITHDRAWAL, 2026-12-22", // 15 days from the 7th, on which the first term ended
        "ERASURE, 2026-12-30"
    })
    void an_extension_gives_the_days_of_the_kind_again_from_the_end_of_the_first_term(Kind kind, LocalDate due) {
        SubjectRequest received = received(kind);
        clock.advance(Duration.ofDays(2));

        SubjectRequest extended = await(here.extend(BAO, received.id(), null, " chờ hồ sơ "));

        assertThat(extended.dueOn()).isEqualTo(due);
        assertThat(extended.extendedOn()).isEqualTo(TODAY.plusDays(2));
        assertThat(extended.reason()).isEqualTo("chờ hồ sơ");
        assertThat(extended.state()).isEqualTo(State.RECEIVED);
        assertThat(extended.acknowledgeBy()).isEqualTo(received.acknowledgeBy());
    }

    @Test
    void a_term_is_extended_once_and_what_was_acknowledged_stays_so() {
        SubjectRequestId id = received(Kind.ACCESS).id();
        SubjectRequest acknowledged = await(here.acknowledge(BAO, id, null));

        SubjectRequest extended = await(here.extend(BAO, id, null, "chờ hồ sơ"));

        assertThat(extended.state()).isEqualTo(State.ACKNOWLEDGED);
        assertThat(extended.acknowledgedAt()).isEqualTo(acknowledged.acknowledgedAt());
        assertConflict("request-extended", here.extend(BAO, id, null, "chờ nữa"));
        assertThat(stored(id)).isEqualTo(extended);
    }

    @Test
    void why_it_was_extended_is_known_when_it_is_done() {
        SubjectRequestId id = received(Kind.ACCESS).id();
        await(here.extend(BAO, id, null, "chờ hồ sơ"));

        assertThat(await(here.close(BAO, id, null, State.DONE, "  ")).reason()).isEqualTo("chờ hồ sơ");
    }

    @Test
    void what_two_nodes_extend_at_once_is_extended_once() {
        SubjectRequest received = received(Kind.ACCESS);

        List<String> told = Problems.toldAtOnce(List.of(
                here.extend(BAO, received.id(), null, "chờ hồ sơ"),
                there.extend(actor(PROVINCE_ADMIN), received.id(), null, "chờ hồ sơ")));

        assertThat(told).containsExactlyInAnyOrder("done", "conflict.request-extended");
        assertThat(stored(received.id()).dueOn()).isEqualTo(LocalDate.of(2026, 12, 10));
    }

    @Test
    void who_is_given_more_time_or_refused_is_told_why() {
        SubjectRequest received = received(Kind.ACCESS);
        SubjectRequestId id = received.id();

        for (String none : new String[] {null, "", " "}) {
            assertThat(errorsOf(extend(id, none))).containsExactly("/reason required");
            assertThat(errorsOf(closing(id, State.REFUSED, none))).containsExactly("/reason required");
        }
        for (State how : List.of(State.DONE, State.REFUSED)) {
            assertThat(errorsOf(closing(id, how, "d".repeat(501)))).containsExactly("/reason too-long");
            assertThat(errorsOf(closing(id, how, "gọi 0912 345 678"))).containsExactly("/reason sensitive");
        }
        assertThat(errorsOf(extend(id, "d".repeat(501)))).containsExactly("/reason too-long");
        assertThat(errorsOf(extend(id, "gọi 0912 345 678"))).containsExactly("/reason sensitive");
        assertThat(stored(id)).isEqualTo(received);

        assertThat(await(extend(id, "d".repeat(500))).reason()).hasSize(500);
        assertThat(await(closing(id, State.REFUSED, "r".repeat(500))).reason()).isEqualTo("r".repeat(500));
    }

    @Test
    void what_is_closed_at_once_counts_as_acknowledged_then() {
        SubjectRequestId id = received(Kind.ACCESS).id();
        clock.advance(Duration.ofHours(3));

        SubjectRequest done = await(here.close(BAO, id, null, State.DONE, null));

        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.acknowledgedAt()).isEqualTo(clock.instant());
        assertThat(done.closedAt()).isEqualTo(clock.instant());
        assertThat(done.closedBy()).isEqualTo(DATA_OFFICER.id());
        assertThat(done.reason()).isNull();
        assertThat(stored(id)).isEqualTo(done);
    }

    @Test
    void what_was_acknowledged_before_keeps_that_moment_when_it_is_refused() {
        SubjectRequestId id = received(Kind.ERASURE).id();
        SubjectRequest acknowledged = await(here.acknowledge(BAO, id, null));
        clock.advance(Duration.ofDays(3));

        SubjectRequest refused =
                await(here.close(actor(PROVINCE_ADMIN), id, null, State.REFUSED, "luật buộc phải giữ"));

        assertThat(refused.state()).isEqualTo(State.REFUSED);
        assertThat(refused.acknowledgedAt()).isEqualTo(acknowledged.acknowledgedAt());
        assertThat(refused.closedAt()).isEqualTo(clock.instant());
        assertThat(refused.closedBy()).isEqualTo(PROVINCE_ADMIN.id());
        assertThat(refused.reason()).isEqualTo("luật buộc phải giữ");
    }

    @Test
    void what_is_closed_is_closed_the_same_way_again_and_nothing_else_follows() {
        SubjectRequestId done = received(Kind.ACCESS).id();
        SubjectRequestId refused = received(Kind.ERASURE).id();
        SubjectRequest closed = await(closing(done, State.DONE, null));
        SubjectRequest denied = await(closing(refused, State.REFUSED, "luật buộc phải giữ"));
        clock.advance(Duration.ofHours(1));

        assertThat(await(closing(done, State.DONE, "xong"))).isEqualTo(closed);
        assertThat(await(closing(refused, State.REFUSED, "lý do khác"))).isEqualTo(denied);
        assertConflict("request-closed", closing(done, State.REFUSED, "thôi"));
        assertConflict("request-closed", closing(refused, State.DONE, null));
        for (SubjectRequestId id : List.of(done, refused)) {
            assertConflict("request-closed", here.acknowledge(BAO, id, null));
            assertConflict("request-closed", extend(id, "chờ hồ sơ"));
        }
        assertThat(stored(done)).isEqualTo(closed);
        assertThat(stored(refused)).isEqualTo(denied);
    }

    @Test
    void what_two_nodes_close_at_once_ends_one_way() {
        SubjectRequestId id = received(Kind.ACCESS).id();

        List<String> told = Problems.toldAtOnce(List.of(
                here.close(BAO, id, null, State.DONE, null), there.close(BAO, id, null, State.REFUSED, "thôi")));

        assertThat(told).containsExactlyInAnyOrder("done", "conflict.request-closed");
        assertThat(stored(id).revision().version()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"RECEIVED", "ACKNOWLEDGED"})
    void nothing_is_closed_into_a_state_that_is_open(State open) {
        SubjectRequest received = received(Kind.ACCESS);

        assertThat(errorsOf(closing(received.id(), open, null))).containsExactly("/state not-allowed");
        assertThat(stored(received.id())).isEqualTo(received);
    }

    @Test
    void who_takes_requests_in_does_not_decide_them() {
        SubjectRequest received = received(Kind.ACCESS);

        for (Member member : List.of(LAN, HOA)) {
            Actor who = actor(member);
            assertForbidden(here.acknowledge(who, received.id(), null));
            assertForbidden(here.extend(who, received.id(), null, "chờ hồ sơ"));
            assertForbidden(here.close(who, received.id(), null, State.DONE, null));
        }
        assertThat(stored(received.id())).isEqualTo(received);
    }

    @Test
    void what_is_unknown_or_out_of_scope_is_not_found() {
        SubjectRequest received = received(Kind.ACCESS);
        Actor ofTamHop =
                new Actor(DATA_OFFICER.id(), DATA_OFFICER.role(), Scopes.of(TREE, List.of(TAM_HOP.id()), TODAY));

        assertNotFound(here.acknowledge(ofTamHop, received.id(), null));
        assertNotFound(here.extend(ofTamHop, received.id(), null, "chờ hồ sơ"));
        assertNotFound(here.close(ofTamHop, received.id(), null, State.DONE, null));
        assertNotFound(here.acknowledge(BAO, new SubjectRequestId(Names.uuid("đơn nào")), null));
        assertThat(stored(received.id())).isEqualTo(received);
    }

    @Test
    void who_saw_another_version_changes_nothing() {
        SubjectRequest received = received(Kind.ACCESS);
        SubjectRequest acknowledged = await(here.acknowledge(BAO, received.id(), 1L));

        assertVersionMismatch(here.acknowledge(BAO, received.id(), 1L));
        assertVersionMismatch(here.extend(BAO, received.id(), 1L, "chờ hồ sơ"));
        assertVersionMismatch(here.close(BAO, received.id(), 1L, State.DONE, null));
        assertThat(stored(received.id())).isEqualTo(acknowledged);
    }

    private SubjectRequest received(Kind kind) {
        return await(here.receive(actor(HOA), asks(HER, kind)));
    }

    private Mono<SubjectRequest> extend(SubjectRequestId id, String reason) {
        return Mono.defer(() -> here.extend(BAO, id, null, reason));
    }

    private Mono<SubjectRequest> closing(SubjectRequestId id, State how, String reason) {
        return Mono.defer(() -> here.close(BAO, id, null, how, reason));
    }

    private SubjectRequest stored(SubjectRequestId id) {
        return await(Asking.requests(world).get(actor(HOA), id));
    }
}
