package vn.toso.seed.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import vn.toso.domain.access.Actor;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Areas;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.coverage.Coverages;
import vn.toso.domain.coverage.FreezeMonth;
import vn.toso.domain.coverage.FrozenMonths;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;
import vn.toso.seed.reference.ReferenceAreas;

class FreezeHomeMonthTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T02:00:00Z"), ZoneOffset.UTC);

    private final Store store = TestStore.open("FreezeHomeMonth");
    private final ChangeLog log = new ChangeLog(store, CLOCK);
    private final Areas areas = new Areas(store, log, CLOCK);
    private final AreaTrees trees = new AreaTrees(areas);
    private Instant countedUpTo = Instant.EPOCH;

    private final FreezeHomeMonth freezing = new FreezeHomeMonth(
            store,
            new FreezeMonth(new Coverages(store, log, CLOCK), new FrozenMonths(store), trees, CLOCK),
            () -> countedUpTo,
            CLOCK);

    @BeforeEach
    void place() {
        areas.collection().insertAll(Actor.SYSTEM, ReferenceAreas.read()).blockLast();
        DemoPlan plan = DemoPlan.of(1, DemoSize.HAMLET);
        MakeHamlet make = new MakeHamlet(1, LocalDate.parse("2026-11-21"));
        areas.collection()
                .insert(Actor.SYSTEM, make.areaOf(plan.hamlets().get(0)))
                .then(trees.refresh())
                .block();
    }

    @AfterEach
    void drop() {
        store.close();
    }

    private Flux<String> frozen() {
        return Flux.from(store.collection("frozen_months", Document.class).find())
                .map(month -> month.getString("month"));
    }

    @Test
    void theMonthBeforeTheDemosDayIsFrozenOnceEverythingIsLoadedAndCounted() {
        DemoMarks marks = new DemoMarks(store);
        freezing.run().block();
        marks.beginWith(DemoMark.begun(DemoSize.HAMLET, 1, LocalDate.parse("2026-11-21")))
                .block();
        freezing.run().block();
        marks.complete().block();
        freezing.run().block();
        freezing.run().block();
        assertThat(frozen().collectList().block()).isEmpty();

        countedUpTo = CLOCK.instant().plus(Duration.ofSeconds(1));
        freezing.run().block();
        freezing.run().block();

        assertThat(frozen().collectList().block()).containsExactly("2026-10");
    }
}
