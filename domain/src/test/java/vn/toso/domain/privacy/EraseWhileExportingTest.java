package vn.toso.domain.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.HouseholdBuilder.aHousehold;
import static vn.toso.domain.world.ResidentBuilder.aResident;
import static vn.toso.domain.world.TestWorld.DATA_OFFICER;
import static vn.toso.domain.world.TestWorld.XOM_1;
import static vn.toso.domain.world.TestWorld.XOM_5;
import static vn.toso.domain.world.TestWorld.actor;
import static vn.toso.domain.world.WorkingWorld.await;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;
import vn.toso.domain.area.Area;
import vn.toso.domain.export.Dataset;
import vn.toso.domain.export.ExportFilter;
import vn.toso.domain.export.ExportRow;
import vn.toso.domain.export.Exports;
import vn.toso.domain.export.TakeExport;
import vn.toso.domain.export.TakeExport.Opened;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.world.HouseholdBuilder;
import vn.toso.domain.world.Names;
import vn.toso.domain.world.TestWorld;
import vn.toso.domain.world.WorkingWorld;

/** A list that somebody takes away while a person in it is erased. */
class EraseWhileExportingTest {

    private static final String HER = "Moong Thị Xuyến";

    /** Two pages of a list, so that she comes on the third. */
    private static final int OTHERS = 2_000;

    private static final ExportFilter WITH_NAMES = new ExportFilter(null, null, null, null, null, true);

    private WorkingWorld world;
    private TakeExport taking;
    private ErasePerson erasing;

    @BeforeEach
    void open() {
        world = WorkingWorld.open("EraseWhileExporting", TestWorld.CLOCK);
        Exports exports = new Exports(world.store, world.log, world.clock);
        await(exports.collection().createIndexes());
        taking = new TakeExport(
                world.store,
                exports,
                world.visits,
                world.people.households,
                world.tasks,
                world.coverages,
                world.people.trees,
                world.people.catalogues,
                world.clock,
                IdSource.timeOrdered());
        erasing = Erasing.in(world);
        List<Area> hamlets = Stream.of(XOM_1, XOM_5)
                .sorted(Comparator.comparing(hamlet -> hamlet.id().toString()))
                .toList();
        world.people.put(IntStream.range(0, OTHERS)
                .mapToObj(i -> aHousehold("Lô Văn " + i).in(hamlets.get(0)))
                .toArray(HouseholdBuilder[]::new));
        world.people.put(aHousehold(HER).in(hamlets.get(1)).with(aResident(HER)));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void what_is_not_yet_read_says_nothing_of_her() {
        assertThat(names(whole())).contains(HER);
        Opened opened = request();
        List<List<ExportRow>> later = new ArrayList<>();

        StepVerifier.create(opened.pages(), 1)
                .expectNextMatches(page -> !page.isEmpty())
                .then(() -> await(erasing.erase(actor(DATA_OFFICER), Names.resident(HER), "đơn", null)))
                .thenRequest(Long.MAX_VALUE)
                .recordWith(() -> later)
                .thenConsumeWhile(page -> true)
                .expectComplete()
                .verify(WorkingWorld.SOON);

        assertThat(later.stream().mapToInt(List::size).sum()).isPositive();
        assertThat(names(later)).doesNotContain(HER);
        assertThat(names(whole())).doesNotContain(HER);
    }

    private List<List<ExportRow>> whole() {
        return await(request().pages().collectList());
    }

    private Opened request() {
        return await(taking.open(actor(DATA_OFFICER), Dataset.HOUSEHOLDS, WITH_NAMES, "csv"));
    }

    private static List<Object> names(List<List<ExportRow>> pages) {
        return pages.stream()
                .flatMap(List::stream)
                .flatMap(row -> row.values().stream())
                .toList();
    }
}
