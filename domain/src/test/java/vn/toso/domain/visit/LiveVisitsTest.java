package vn.toso.domain.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.VisitBuilder.aVisit;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.toso.domain.id.VisitId;
import vn.toso.domain.world.VisitBuilder;

class LiveVisitsTest {

    private final VisitBuilder first = aVisit("first").at("2026-11-01T08:00:00+07:00");
    private final VisitBuilder second = aVisit("second").at("2026-11-02T08:00:00+07:00");
    private final VisitBuilder third = aVisit("third").at("2026-11-03T08:00:00+07:00");

    private static List<VisitId> live(VisitBuilder... visits) {
        return LiveVisits.of(List.of(visits).stream().map(VisitBuilder::build).toList()).stream()
                .map(Visit::id)
                .toList();
    }

    @Test
    void visits_stand_in_the_order_in_which_they_took_place_however_they_arrived() {
        assertThat(live(third, first, second)).containsExactly(first.id(), second.id(), third.id());
    }

    @Test
    void visits_of_one_moment_stand_in_one_order_on_every_node() {
        VisitBuilder twin = aVisit("twin").at("2026-11-01T08:00:00+07:00");

        assertThat(live(twin, first)).isEqualTo(live(first, twin));
    }

    @Test
    void a_void_visit_does_not_count() {
        assertThat(live(first, second.voided())).containsExactly(first.id());
    }

    @Test
    void a_corrected_visit_does_not_count_even_if_the_correction_came_first() {
        second.correcting(first.id());

        assertThat(live(second, first)).containsExactly(second.id());
    }

    @Test
    void a_void_correction_gives_back_what_it_corrected() {
        second.correcting(first.id()).voided();

        assertThat(live(first, second)).containsExactly(first.id());
    }

    @Test
    void of_a_chain_of_corrections_the_last_counts() {
        second.correcting(first.id());
        third.correcting(second.id());

        assertThat(live(first, second, third)).containsExactly(third.id());
    }

    @Test
    void voiding_the_end_of_a_chain_falls_back_to_the_link_before_it() {
        second.correcting(first.id());
        third.correcting(second.id()).voided();

        assertThat(live(first, second, third)).containsExactly(second.id());
    }

    @Test
    void visits_that_correct_each_other_both_go() {
        first.correcting(second.id());
        second.correcting(first.id());

        assertThat(live(first, second, third)).containsExactly(third.id());
    }
}
