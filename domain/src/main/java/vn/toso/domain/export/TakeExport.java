package vn.toso.domain.export;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.area.AreaTree;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Days;
import vn.toso.domain.coverage.Coverages;
import vn.toso.domain.household.Households;
import vn.toso.domain.household.HouseholdsByHamlet;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.ExportId;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.service.Catalogues;
import vn.toso.domain.storage.ByHamlet;
import vn.toso.domain.storage.ByHamlet.Place;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.storage.Secrets;
import vn.toso.domain.storage.Store;
import vn.toso.domain.task.Tasks;
import vn.toso.domain.task.TasksByHamlet;
import vn.toso.domain.visit.Visits;
import vn.toso.domain.visit.VisitsByHamlet;

/** Hands out whole lists within somebody's scope, and writes down that it did. */
public final class TakeExport {

    private static final String KEY = "export-pseudonyms";

    /**
     * An export that can begin.
     *
     * @param columns names of the values of a row
     * @param pages the rows, page by page, each read when it is asked for. Whatever ends them, the record is closed
     */
    public record Opened(Export export, List<String> columns, Flux<List<ExportRow>> pages) {}

    private record Listed(List<String> columns, Flux<List<ExportRow>> pages) {}

    private final Exports exports;
    private final Visits visits;
    private final Households households;
    private final Tasks tasks;
    private final Coverages coverages;
    private final AreaTrees trees;
    private final Catalogues catalogues;
    private final Secrets secrets;
    private final Clock clock;
    private final IdSource ids;

    public TakeExport(
            Store store,
            Exports exports,
            Visits visits,
            Households households,
            Tasks tasks,
            Coverages coverages,
            AreaTrees trees,
            Catalogues catalogues,
            Clock clock,
            IdSource ids) {
        this.exports = exports;
        this.visits = visits;
        this.households = households;
        this.tasks = tasks;
        this.coverages = coverages;
        this.trees = trees;
        this.catalogues = catalogues;
        this.secrets = new Secrets(store);
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Opens an export; that it was taken is stored before the first row. {@code forbidden} without the right,
     * {@code not-found} for an area out of scope, {@code invalid} for a service, day or cursor that makes no sense.
     *
     * @param format such as {@code csv}: for the record
     */
    public Mono<Opened> open(Actor actor, Dataset dataset, ExportFilter filter, String format) {
        return Mono.defer(() -> {
            check(actor, dataset, filter);
            List<AreaId> hamlets = hamlets(actor, filter.area());
            return secrets.get(KEY)
                    .map(key -> list(dataset, filter, hamlets, new Pseudonyms(key)))
                    .flatMap(listed -> record(actor, dataset, filter, format)
                            .map(export ->
                                    new Opened(export, listed.columns(), tracked(actor, export, listed.pages()))));
        });
    }

    private void check(Actor actor, Dataset dataset, ExportFilter filter) {
        actor.require(Permission.EXPORT_DATA);
        actor.require(dataset.reading());
        if (filter.personal()) {
            actor.require(Permission.EXPORT_PERSONAL_DATA);
        }
        if (filter.service() != null
                && catalogues.current().find(filter.service()).isEmpty()) {
            throw Problem.invalid("/service", "unknown-service");
        }
        LocalDate today = Days.today(clock);
        if (filter.to() != null && dataset == Dataset.COVERAGE && filter.to().isAfter(today)) {
            throw Problem.invalid("/to", "in-the-future");
        }
        if (filter.from() != null && filter.to() != null && filter.to().isBefore(filter.from())) {
            throw Problem.invalid("/to", "before-from");
        }
    }

    /** In the order of their ids' bytes, as the database sorts them. */
    private List<AreaId> hamlets(Actor actor, @Nullable AreaId area) {
        AreaTree tree = trees.current();
        Stream<AreaId> all;
        if (area != null) {
            if (!actor.scope().hasArea(area) || tree.find(area).isEmpty()) {
                throw Problem.notFound("area");
            }
            all = tree.hamletsUnder(area, Days.today(clock)).stream().map(Area::id);
        } else if (actor.scope().everything()) {
            all = tree.all().stream().filter(a -> a.level() == AreaLevel.HAMLET).map(Area::id);
        } else {
            all = actor.scope().hamlets().stream();
        }
        return all.sorted(Comparator.comparing(AreaId::toString)).toList();
    }

    private Listed list(Dataset dataset, ExportFilter filter, List<AreaId> hamlets, Pseudonyms pseudonyms) {
        LocalDate today = Days.today(clock);
        Naming naming = new Naming(trees.current(), today, pseudonyms, filter.personal());
        LocalDate from = filter.from();
        LocalDate to = filter.to();
        String service = filter.service();
        return switch (dataset) {
            case VISITS ->
                walk(
                        new VisitsByHamlet(visits, from, to, service),
                        true,
                        Lists.visits(naming),
                        naming,
                        hamlets,
                        filter);
            case HOUSEHOLDS ->
                walk(
                        new HouseholdsByHamlet(households, from, to, service),
                        false,
                        Lists.households(naming),
                        naming,
                        hamlets,
                        filter);
            case TASKS ->
                walk(new TasksByHamlet(tasks, from, to, service), false, Lists.tasks(naming), naming, hamlets, filter);
            case COVERAGE ->
                new Listed(CoverageList.COLUMNS, new CoverageList(coverages, naming, filter, today).pages(hamlets));
        };
    }

    /** @param timed whether a moment is part of a document's place */
    private static <D> Listed walk(
            ByHamlet<D> documents,
            boolean timed,
            List<Column<D>> columns,
            Naming naming,
            List<AreaId> hamlets,
            ExportFilter filter) {
        Place after = filter.after() == null ? null : ExportCursor.read(filter.after(), timed, naming.pseudonyms());
        List<String> names = new ArrayList<>(columns.stream().map(Column::name).toList());
        names.add("cursor");
        Function<D, ExportRow> row = document -> row(document, documents, columns, naming);
        return new Listed(
                names,
                Flux.defer(() -> new Walk<>(documents, hamlets, after).pages())
                        .map(page -> page.stream().map(row).toList()));
    }

    private static <D> ExportRow row(D document, ByHamlet<D> documents, List<Column<D>> columns, Naming naming) {
        List<@Nullable Object> values = new ArrayList<>(columns.size() + 1);
        columns.forEach(column -> values.add(column.value().apply(document)));
        values.add(ExportCursor.of(documents.placeOf(document), naming.pseudonyms()));
        return new ExportRow(values);
    }

    private Mono<Export> record(Actor actor, Dataset dataset, ExportFilter filter, String format) {
        return exports.collection()
                .insert(
                        actor,
                        new Export(
                                new ExportId(ids.next()),
                                Revision.NONE,
                                actor.memberId(),
                                actor.role(),
                                dataset,
                                format,
                                filter,
                                Export.State.RUNNING,
                                null,
                                clock.instant(),
                                null));
    }

    private Flux<List<ExportRow>> tracked(Actor actor, Export export, Flux<List<ExportRow>> pages) {
        AtomicLong rows = new AtomicLong();
        Function<Export.State, Mono<?>> close =
                how -> exports.collection().replace(actor, export.finished(how, rows.get(), clock.instant()));
        return Flux.usingWhen(
                Mono.just(rows),
                counted -> pages.doOnNext(page -> counted.addAndGet(page.size())),
                counted -> close.apply(Export.State.DONE),
                (counted, failure) -> close.apply(Export.State.CUT),
                counted -> close.apply(Export.State.CUT));
    }
}
