package vn.toso.domain.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.NOW;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_5;
import static vn.toso.domain.world.TestWorld.XOM_DONG;
import static vn.toso.domain.world.WorkingWorld.await;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import vn.toso.domain.area.Area;
import vn.toso.domain.coverage.FrozenMonth.Statement;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.team.Member;

class FrozenMonthsTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    private Store store;
    private FrozenMonths months;

    @BeforeEach
    void open() {
        store = TestStore.open("FrozenMonths");
        months = new FrozenMonths(store);
        await(months.createIndexes());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static FrozenMonth frozen(Area hamlet, YearMonth month, Member by, long registered) {
        Figures closing = new Figures(registered, 0, Map.of());
        return FrozenMonth.of(hamlet.id(), month, NOW, by.id(), new Statement(Figures.NONE, closing, Figures.NONE));
    }

    private static List<FrozenMonth> read(Flux<FrozenMonth> found) {
        return await(found.collectList());
    }

    @Test
    void what_somebody_froze_before_stays_and_the_rest_is_written() {
        FrozenMonth first = frozen(XOM_1, OCTOBER, HOA, 10);
        FrozenMonth other = frozen(XOM_5, OCTOBER, LAN, 7);
        await(months.insert(List.of(first)));

        await(months.insert(List.of(frozen(XOM_1, OCTOBER, LAN, 99), other)));

        assertThat(read(months.of(List.of(XOM_1.id(), XOM_5.id(), XOM_DONG.id()), OCTOBER)))
                .containsExactlyInAnyOrder(first, other);
    }

    @Test
    void the_latest_before_a_month_is_each_hamlet_s_own() {
        FrozenMonth august = frozen(XOM_5, OCTOBER.minusMonths(2), HOA, 2);
        FrozenMonth september = frozen(XOM_1, OCTOBER.minusMonths(1), HOA, 3);
        await(months.insert(List.of(
                frozen(XOM_1, OCTOBER.minusMonths(2), HOA, 1), august, september, frozen(XOM_1, OCTOBER, HOA, 4))));

        assertThat(read(months.latestBefore(List.of(XOM_1.id(), XOM_5.id(), XOM_DONG.id()), OCTOBER)))
                .containsExactlyInAnyOrder(august, september);
        assertThat(read(months.latestBefore(List.of(XOM_1.id()), OCTOBER.minusMonths(2))))
                .isEmpty();
    }

    @Test
    void of_no_hamlets_there_is_nothing() {
        await(months.insert(List.of()));
        await(months.insert(List.of(frozen(XOM_1, OCTOBER, HOA, 1))));

        assertThat(read(months.of(List.of(), OCTOBER))).isEmpty();
        assertThat(read(months.latestBefore(List.of(), OCTOBER.plusMonths(1)))).isEmpty();
    }

    @Test
    void a_write_that_fails_is_not_taken_for_one_that_was_there() {
        Store closed = TestStore.open("FrozenMonthsClosed");
        FrozenMonths unreachable = new FrozenMonths(closed);
        closed.close();

        assertThatThrownBy(() -> await(unreachable.insert(List.of(frozen(XOM_1, OCTOBER, HOA, 1)))))
                .isInstanceOf(RuntimeException.class);
    }
}
