package vn.toso.domain.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.Problems.assertForbidden;
import static vn.toso.domain.world.Problems.assertNotFound;
import static vn.toso.domain.world.Problems.assertVersionMismatch;
import static vn.toso.domain.world.Problems.errorsOf;
import static vn.toso.domain.world.TestWorld.DATA_OFFICER;
import static vn.toso.domain.world.TestWorld.DISTRICT_STAFF;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.PROVINCE_ADMIN;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.id.BreachId;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.storage.Page;
import vn.toso.domain.storage.PageToken;
import vn.toso.domain.team.Member;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.Names;
import vn.toso.domain.world.WorkingWorld;

/** The record of breaches: its clock of 72 hours, who keeps it, and what is changed in it. */
class BreachesTest {

    private static final Actor BAO = actor(DATA_OFFICER);
    private static final BreachForm LOST =
            new BreachForm("Mất điện thoại", List.of("họ tên"), null, XOM_1.id(), null, null, null, null, false);

    private final MovingClock clock = new MovingClock();
    private WorkingWorld world;
    private Breaches breaches;
    private Breaches elsewhere;

    @BeforeEach
    void open() {
        world = WorkingWorld.open("Breaches", clock);
        breaches = new Breaches(world.store, world.log, clock, IdSource.timeOrdered());
        elsewhere = new Breaches(world.store, world.log, clock, IdSource.timeOrdered());
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void the_clock_runs_from_when_it_was_detected_or_else_from_now() {
        Instant detected = clock.instant().minus(Duration.ofHours(10));

        Breach noticed = await(breaches.record(BAO, detected, LOST));
        Breach heard = await(breaches.record(BAO, null, LOST));

        assertThat(noticed.detectedAt()).isEqualTo(detected);
        assertThat(noticed.tellBy()).isEqualTo(detected.plus(Duration.ofDays(3)));
        assertThat(noticed.recordedAt()).isEqualTo(clock.instant());
        assertThat(noticed.recordedBy()).isEqualTo(DATA_OFFICER.id());
        assertThat(heard.tellBy()).isEqualTo(clock.instant().plus(Duration.ofDays(3)));
        assertThat(await(breaches.get(BAO, noticed.id()))).isEqualTo(noticed);
    }

    @Test
    void what_the_authority_was_not_told_of_is_late_after_72_hours() {
        Breach breach = await(breaches.record(BAO, null, LOST));

        assertThat(breach.isLate(breach.tellBy())).isFalse();
        assertThat(breach.isLate(breach.tellBy().plusMillis(1))).isTrue();
    }

    @Test
    void what_the_authority_was_told_of_in_time_is_never_late_and_what_too_late_always() {
        Breach breach = await(breaches.record(BAO, null, LOST));
        Instant inTime = breach.tellBy();
        Instant tooLate = inTime.plusMillis(1);
        clock.advance(Duration.ofDays(30));

        Breach told = await(breaches.amend(BAO, breach.id(), null, telling(inTime, null)));
        assertThat(told.isLate(clock.instant())).isFalse();
        assertThat(errorsOf(breaches.amend(BAO, breach.id(), null, telling(tooLate, null))))
                .containsExactly("/whyLate required");
        Breach toldLate = await(breaches.amend(BAO, breach.id(), null, telling(tooLate, "mất điện cả xã")));
        assertThat(toldLate.isLate(inTime)).isTrue();
    }

    @Test
    void nobody_detects_a_breach_tomorrow_and_one_answer_names_all_that_is_wrong() {
        Instant tomorrow = clock.instant().plus(Duration.ofDays(1));

        assertThat(errorsOf(breaches.record(BAO, tomorrow, LOST))).containsExactly("/detectedAt in-the-future");
        assertThat(errorsOf(breaches.record(
                        BAO, tomorrow, new BreachForm(" ", List.of(), null, null, null, null, null, null, true))))
                .containsExactly(
                        "/detectedAt in-the-future", "/what required", "/authorityToldAt required", "/data size");
        assertThat(await(breaches.page(BAO, 500, null)).items()).isEmpty();
    }

    @Test
    void what_is_over_when_it_is_recorded_is_recorded_closed() {
        Instant detected = clock.instant().minus(Duration.ofHours(10));
        BreachForm over = telling(detected.plusSeconds(60), null).apply(LOST);

        Breach breach = await(breaches.record(BAO, detected, closing(true).apply(over)));

        assertThat(breach.closedAt()).isEqualTo(clock.instant());
    }

    @Test
    void a_breach_is_closed_when_the_authority_was_told_and_keeps_that_moment_until_it_is_opened_again() {
        BreachId id = await(breaches.record(BAO, null, LOST)).id();
        assertThat(errorsOf(breaches.amend(BAO, id, null, closing(true)))).containsExactly("/authorityToldAt required");
        await(breaches.amend(BAO, id, null, telling(clock.instant(), null)));

        Breach closed = await(breaches.amend(BAO, id, null, closing(true)));
        clock.advance(Duration.ofHours(5));
        Breach noted = await(breaches.amend(BAO, id, null, affecting(7)));

        assertThat(closed.closedAt()).isEqualTo(clock.instant().minus(Duration.ofHours(5)));
        assertThat(noted.affected()).isEqualTo(7);
        assertThat(noted.closedAt()).isEqualTo(closed.closedAt());
        assertThat(await(breaches.amend(BAO, id, null, closing(false))).closedAt())
                .isNull();
        assertThat(await(breaches.amend(BAO, id, null, closing(true))).closedAt())
                .isEqualTo(clock.instant());
    }

    @Test
    void the_same_said_again_changes_nothing() {
        BreachId id = await(breaches.record(BAO, null, LOST)).id();
        UnaryOperator<BreachForm> change = telling(clock.instant(), null).andThen(closing(true))::apply;

        Breach amended = await(breaches.amend(BAO, id, null, change));
        clock.advance(Duration.ofHours(1));

        assertThat(await(breaches.amend(BAO, id, null, change))).isEqualTo(amended);
        assertThat(amended.revision().version()).isEqualTo(2);
    }

    @Test
    void what_two_nodes_note_at_once_is_both_noted() {
        BreachId id = await(breaches.record(BAO, null, LOST)).id();

        Mono.when(
                        breaches.amend(BAO, id, null, affecting(12)),
                        elsewhere.amend(actor(PROVINCE_ADMIN), id, null, telling(clock.instant(), null)))
                .block(WorkingWorld.SOON);

        Breach both = await(breaches.get(BAO, id));
        assertThat(both.affected()).isEqualTo(12);
        assertThat(both.authorityToldAt()).isEqualTo(clock.instant());
        assertThat(both.revision().version()).isEqualTo(3);
    }

    @Test
    void who_saw_another_version_changes_nothing_and_what_is_unknown_is_not_found() {
        Breach breach = await(breaches.record(BAO, null, LOST));
        BreachId nobodys = new BreachId(Names.uuid("không có"));

        assertVersionMismatch(breaches.amend(BAO, breach.id(), 2L, affecting(12)));
        assertNotFound(breaches.amend(BAO, nobodys, null, affecting(12)));
        assertNotFound(breaches.get(BAO, nobodys));
        assertThat(await(breaches.get(BAO, breach.id()))).isEqualTo(breach);
        assertThat(await(breaches.amend(BAO, breach.id(), 1L, affecting(12))).affected())
                .isEqualTo(12);
    }

    @Test
    void only_those_who_answer_for_the_province_see_and_say_anything_of_breaches() {
        Breach breach = await(breaches.record(actor(PROVINCE_ADMIN), null, LOST));

        for (Member member : List.of(LAN, HOA, DISTRICT_STAFF)) {
            Actor who = actor(member);
            assertForbidden(breaches.record(who, null, LOST));
            assertForbidden(breaches.amend(who, breach.id(), null, affecting(12)));
            assertForbidden(breaches.get(who, breach.id()));
            assertForbidden(breaches.page(who, 500, null));
        }
        assertThat(await(breaches.page(BAO, 500, null)).items()).containsExactly(breach);
    }

    @Test
    void page_by_page_each_comes_once_and_the_latest_first_though_many_were_detected_at_once() {
        Instant now = clock.instant();
        for (int hours : new int[] {5, 1, 3, 3, 3, 8}) {
            await(breaches.record(BAO, now.minus(Duration.ofHours(hours)), LOST));
        }

        List<Breach> paged = new ArrayList<>();
        String token = null;
        do {
            Page<Breach> page = await(breaches.page(BAO, 2, token));
            paged.addAll(page.items());
            token = page.next();
        } while (token != null && paged.size() < 10);

        assertThat(paged)
                .hasSize(6)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(Comparator.comparing(Breach::detectedAt).reversed());
    }

    @Test
    void pages_have_a_size_and_begin_where_a_token_of_ours_says() {
        for (int limit : new int[] {0, 501}) {
            assertThat(errorsOf(breaches.page(BAO, limit, null))).containsExactly("/limit range");
        }
        for (String foreign : List.of(
                "&",
                PageToken.of(clock.instant()),
                PageToken.of("hôm nay", Names.uuid("một")),
                PageToken.of(clock.instant(), "một"))) {
            assertThat(errorsOf(breaches.page(BAO, 2, foreign))).containsExactly("/after page-token");
        }
    }

    @Test
    void what_happened_is_sealed_in_the_database() {
        Instant detected = clock.instant().minus(Duration.ofDays(4));
        BreachForm form = new BreachForm(
                "Mất điện thoại",
                List.of("họ tên"),
                null,
                null,
                "đã khóa máy",
                clock.instant(),
                null,
                "mất điện cả xã",
                false);
        Breach breach = await(breaches.record(BAO, detected, form));

        String raw = Flux.from(world.store.database().getCollection("breaches").find())
                .map(Document::toJson)
                .collectList()
                .block(WorkingWorld.SOON)
                .toString();

        assertThat(raw).contains("họ tên").doesNotContain("điện").doesNotContain("khóa máy");
        assertThat(await(breaches.get(BAO, breach.id()))).isEqualTo(breach);
    }

    private static UnaryOperator<BreachForm> telling(Instant authority, String whyLate) {
        return form -> new BreachForm(
                form.what(),
                form.data(),
                form.affected(),
                form.areaId(),
                form.measures(),
                authority,
                form.peopleToldAt(),
                whyLate,
                form.closed());
    }

    private static UnaryOperator<BreachForm> affecting(long people) {
        return form -> new BreachForm(
                form.what(),
                form.data(),
                people,
                form.areaId(),
                form.measures(),
                form.authorityToldAt(),
                form.peopleToldAt(),
                form.whyLate(),
                form.closed());
    }

    private static UnaryOperator<BreachForm> closing(boolean closed) {
        return form -> new BreachForm(
                form.what(),
                form.data(),
                form.affected(),
                form.areaId(),
                form.measures(),
                form.authorityToldAt(),
                form.peopleToldAt(),
                form.whyLate(),
                closed);
    }
}
