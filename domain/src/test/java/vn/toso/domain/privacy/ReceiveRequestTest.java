package vn.toso.domain.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.privacy.Asking.AGELESS;
import static vn.toso.domain.privacy.Asking.CHILD;
import static vn.toso.domain.privacy.Asking.ELSEWHERE;
import static vn.toso.domain.privacy.Asking.GROWN;
import static vn.toso.domain.privacy.Asking.HER;
import static vn.toso.domain.privacy.Asking.asks;
import static vn.toso.domain.world.Problems.assertForbidden;
import static vn.toso.domain.world.Problems.assertNotFound;
import static vn.toso.domain.world.Problems.errorsOf;
import static vn.toso.domain.world.TestWorld.DATA_OFFICER;
import static vn.toso.domain.world.TestWorld.DISTRICT_STAFF;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toso.domain.privacy.HandleRequests.Command;
import vn.toso.domain.privacy.SubjectRequest.Kind;
import vn.toso.domain.privacy.SubjectRequest.State;
import vn.toso.domain.team.Member;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.Names;
import vn.toso.domain.world.WorkingWorld;

/** What is taken in of people who ask about their own data, and the terms that they are given. */
class ReceiveRequestTest {

    private final MovingClock clock = new MovingClock();
    private WorkingWorld world;
    private HandleRequests handle;

    @BeforeEach
    void open() {
        world = WorkingWorld.open("ReceiveRequest", clock);
        Asking.settle(world);
        handle = Asking.in(world);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ACCESS, 2026-11-30",
        "CORRECTION, 2026-11-30",
        "WITHDRAWAL, 2026-12-07", // 5 December is a Saturday
        "ERASURE, 2026-12-10"
    })
    void what_is_asked_on_a_friday_is_acknowledged_by_tuesday_and_done_in_the_days_of_its_kind(
            Kind kind, LocalDate due) {
        SubjectRequest received = await(handle.receive(actor(HOA), asks(HER, kind)));

        assertThat(received.acknowledgeBy()).isEqualTo(LocalDate.of(2026, 11, 24));
        assertThat(received.dueOn()).isEqualTo(due);
        assertThat(received.state()).isEqualTo(State.RECEIVED);
    }

    @Test
    void the_term_begins_on_the_day_in_vietnam() {
        clock.set(Instant.parse("2026-11-22T17:30:00Z")); // half past midnight of Monday there

        SubjectRequest received = await(handle.receive(actor(HOA), asks(HER, Kind.ACCESS)));

        assertThat(received.acknowledgeBy()).isEqualTo(LocalDate.of(2026, 11, 25));
        assertThat(received.dueOn()).isEqualTo(LocalDate.of(2026, 12, 3));
    }

    @Test
    void the_terms_go_by_the_holidays_and_the_swapped_days_that_were_entered() {
        LocalDate wednesday = LocalDate.of(2027, 2, 3);
        LocalDate saturday = LocalDate.of(2027, 2, 13);
        await(new Holidays(world.store)
                .enter(
                        actor(DATA_OFFICER),
                        new YearOfHolidays(
                                2027, Set.of(wednesday.plusDays(1), wednesday.plusDays(2)), Set.of(saturday))));
        clock.set(Instant.parse("2027-02-03T02:00:00Z"));

        SubjectRequest received = await(handle.receive(actor(HOA), asks(HER, Kind.ACCESS)));

        assertThat(received.acknowledgeBy()).isEqualTo(LocalDate.of(2027, 2, 9));
        assertThat(received.dueOn()).isEqualTo(saturday);
    }

    @Test
    void who_asked_what_and_how_is_kept_as_it_was_said() {
        SubjectRequest received = await(handle.receive(
                actor(HOA), new Command(CHILD, Kind.CORRECTION, " paper ", "Moong Thị  Xuyến, mẹ", "  ")));

        SubjectRequest stored = await(Asking.requests(world).get(actor(HOA), received.id()));
        assertThat(stored).isEqualTo(received);
        assertThat(stored.residentId()).isEqualTo(CHILD);
        assertThat(stored.householdId()).isEqualTo(Names.household("Moong Thị Xuyến"));
        assertThat(stored.hamletId()).isEqualTo(XOM_1.id());
        assertThat(stored.kind()).isEqualTo(Kind.CORRECTION);
        assertThat(stored.channel()).isEqualTo("paper");
        assertThat(stored.representative()).isEqualTo("Moong Thị Xuyến, mẹ");
        assertThat(stored.note()).isNull();
        assertThat(stored.receivedBy()).isEqualTo(HOA.id());
        assertThat(stored.receivedAt()).isEqualTo(clock.instant());
    }

    @Test
    void somebody_else_asks_for_who_may_be_under_16_and_for_nobody_else() {
        assertThat(errorsOf(handle.receive(actor(HOA), asks(CHILD, Kind.ACCESS))))
                .containsExactly("/representative representative");
        assertThat(errorsOf(handle.receive(actor(HOA), new Command(CHILD, Kind.ACCESS, "phone", " ", null))))
                .containsExactly("/representative representative");

        await(handle.receive(actor(HOA), new Command(CHILD, Kind.ACCESS, "phone", "Xuyến, mẹ", null)));
        await(handle.receive(actor(HOA), asks(GROWN, Kind.ACCESS)));
        await(handle.receive(actor(HOA), asks(AGELESS, Kind.ACCESS)));

        assertThat(listed()).extracting(SubjectRequest::residentId).containsExactlyInAnyOrder(CHILD, GROWN, AGELESS);
    }

    @Test
    void one_answer_names_every_field_that_is_missing() {
        assertThat(errorsOf(handle.receive(actor(HOA), new Command(null, null, null, null, null))))
                .containsExactly("/residentId required", "/kind required", "/channel required");
        assertThat(errorsOf(handle.receive(actor(HOA), new Command(HER, Kind.ACCESS, " ", null, null))))
                .containsExactly("/channel required");
        assertThat(listed()).isEmpty();
    }

    @Test
    void texts_are_as_long_as_they_may_be_and_hold_no_number_of_a_person() {
        assertThat(errorsOf(handle.receive(
                        actor(HOA), new Command(HER, Kind.ACCESS, "c".repeat(61), "r".repeat(121), "n".repeat(1_001)))))
                .containsExactly("/channel too-long", "/representative too-long", "/note too-long");
        assertThat(errorsOf(handle.receive(
                        actor(HOA),
                        new Command(HER, Kind.ACCESS, "zalo 0912345678", "CCCD 040196001234", "mã OTP 482193"))))
                .containsExactly("/channel sensitive", "/representative sensitive", "/note sensitive-code");
        assertThat(listed()).isEmpty();

        await(handle.receive(
                actor(HOA), new Command(HER, Kind.ACCESS, "c".repeat(60), "r".repeat(120), "n".repeat(1_000))));
        assertThat(listed()).hasSize(1);
    }

    @Test
    void neither_team_members_nor_district_staff_take_requests_in_and_they_learn_nothing_of_the_form() {
        for (Member member : List.of(LAN, DISTRICT_STAFF)) {
            assertForbidden(handle.receive(actor(member), asks(HER, Kind.ACCESS)));
            assertForbidden(handle.receive(actor(member), new Command(null, null, null, null, null)));
        }
        assertThat(listed()).isEmpty();
    }

    @Test
    void of_people_out_of_scope_unknown_or_erased_nobody_asks_anything() {
        await(Erasing.in(world).erase(actor(DATA_OFFICER), HER, "đơn", null));

        assertNotFound(handle.receive(actor(HOA), asks(ELSEWHERE, Kind.ACCESS)));
        assertNotFound(handle.receive(actor(DATA_OFFICER), asks(Names.resident("ai đó"), Kind.ACCESS)));
        assertNotFound(handle.receive(actor(DATA_OFFICER), asks(HER, Kind.ACCESS)));
        assertThat(listed()).isEmpty();

        await(handle.receive(actor(DATA_OFFICER), asks(ELSEWHERE, Kind.ACCESS)));
        assertThat(listed()).extracting(SubjectRequest::residentId).containsExactly(ELSEWHERE);
    }

    private List<SubjectRequest> listed() {
        return await(Asking.requests(world).page(actor(DATA_OFFICER), null, 500, null))
                .items();
    }
}
