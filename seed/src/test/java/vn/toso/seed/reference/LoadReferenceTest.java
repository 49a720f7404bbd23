package vn.toso.seed.reference;

import static com.mongodb.client.model.Filters.empty;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Role;
import vn.toso.domain.access.Scope;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.area.AreaTree;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.AreaType;
import vn.toso.domain.area.Areas;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.change.LoggedCollection;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.coverage.Target;
import vn.toso.domain.coverage.Targets;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.service.Service;
import vn.toso.domain.service.Services;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;

class LoadReferenceTest {

    private static final Actor ADMIN = new Actor(
            new MemberId(UUID.fromString("00000000-0000-7000-8000-00000000000a")), Role.PROVINCE_ADMIN, Scope.all());

    private final Store store = TestStore.open("LoadReference");
    private final Node node = new Node(store);

    /** The collections as one node has them. */
    private record Node(Store store, Areas areas, Services services, Targets targets) {

        Node(Store store) {
            this(store, Clock.fixed(Instant.parse("2026-11-21T02:00:00Z"), ZoneOffset.UTC));
        }

        private Node(Store store, Clock clock) {
            this(store, new ChangeLog(store, clock), clock);
        }

        private Node(Store store, ChangeLog log, Clock clock) {
            this(store, new Areas(store, log, clock), new Services(store, log, clock), new Targets(store, log, clock));
        }

        LoadReference loader() {
            return new LoadReference(store, areas.collection(), services.collection(), targets.collection());
        }

        /** A release that has nothing but these rows of the catalogue. */
        LoadReference release(int number, List<Service> rows) {
            return new LoadReference(
                    store, number, List.of(new UpgradeRows<>(store, services.collection(), Service.class, rows)));
        }
    }

    @AfterEach
    void drop() {
        store.close();
    }

    @ParameterizedTest
    @CsvSource({"2024-11-30,460,21", "2025-06-30,412,20", "2025-07-01,130,0"})
    void theLoadedTreeHasTheUnitsInLawOfTheDay(LocalDate day, long communes, long districts) {
        node.loader().load().block();
        AreaTree tree = new AreaTrees(node.areas()).refresh().block();
        Map<AreaLevel, Map<AreaType, Long>> counts = tree.counts(day);
        assertThat(inLaw(counts.get(AreaLevel.COMMUNE))).isEqualTo(communes);
        assertThat(inLaw(counts.get(AreaLevel.DISTRICT))).isEqualTo(districts);
        assertThat(tree.roots(day))
                .singleElement()
                .satisfies(province -> assertThat(tree.subtree(province.id(), day).stream()
                                .filter(area -> area.level() == AreaLevel.COMMUNE))
                        .hasSize((int) communes));
    }

    private static long inLaw(Map<AreaType, Long> counts) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey() != AreaType.KHU_VUC)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    @Test
    void everythingOfTheTablesIsLoaded() {
        String told = node.loader().load().block();
        assertThat(told).startsWith("Reference data: 671 areas (671 new, 0 updated), 19 services (19 new");
        assertThat(stored(node.services().collection())).hasSize(19);
        Target target = stored(node.targets().collection()).stream()
                .filter(figure -> figure.service().equals("VNEID_ACT") && figure.kind() == Target.Kind.TARGET)
                .findFirst()
                .orElseThrow();
        assertThat(target.number()).isEqualTo(1_708_473);
        assertThat(target.source().document()).contains("16/8/2023");
    }

    @Test
    void loadingAgainWritesNothing() {
        node.loader().load().block();
        List<?> before = everything();
        String told = node.loader().load().block();
        assertThat(told)
                .isEqualTo("Reference data: 671 areas up to date, 19 services up to date, 9 targets up to date");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void anEditSurvivesAnUpgradeAndWhatNobodyEditedFollowsIt() {
        node.loader().load().block();
        edit("SAFE", "An toàn mạng theo cách của tỉnh");
        List<Service> next = ReferenceServices.read().stream()
                .map(row -> List.of("SAFE", "SKILL").contains(row.code()) ? named(row, row.nameVi() + " 2") : row)
                .toList();
        String told = node.release(2, next).load().block();
        assertThat(told).isEqualTo("Reference data: 19 services (0 new, 1 updated), 1 edited here kept");
        assertThat(byCode().get("SAFE").nameVi()).isEqualTo("An toàn mạng theo cách của tỉnh");
        assertThat(byCode().get("SKILL").nameVi()).isEqualTo("Phổ cập kỹ năng số 2");
        assertThat(byCode().get("SKILL").revision().version()).isEqualTo(2);
        assertThat(byCode().get("HEALTH").revision().version()).isEqualTo(1);
    }

    @Test
    void anEditThatNoReleaseTouchesIsNotWorthAWord() {
        node.loader().load().block();
        edit("SAFE", "An toàn mạng theo cách của tỉnh");
        assertThat(node.loader().load().block())
                .contains("19 services up to date,")
                .doesNotContain("edited");
        assertThat(byCode().get("SAFE").nameVi()).isEqualTo("An toàn mạng theo cách của tỉnh");
    }

    @Test
    void aRowOfALaterReleaseIsAdded() {
        List<Service> all = ReferenceServices.read();
        node.release(1, all.subList(0, 10)).load().block();
        assertThat(node.release(2, all).load().block()).isEqualTo("Reference data: 19 services (9 new, 0 updated)");
    }

    @Test
    void anOlderNodeThatStartsBesideANewerOneUndoesNothing() {
        List<Service> newer = ReferenceServices.read().stream()
                .map(row -> named(row, row.nameVi() + " 2"))
                .toList();
        node.release(2, newer).load().block();
        assertThat(node.release(1, ReferenceServices.read()).load().block()).contains("left as release 2 wrote it");
        assertThat(byCode().get("SAFE").nameVi()).endsWith(" 2");
    }

    @Test
    void aLoadThatWasKilledBeforeItRememberedWhatItWroteIsFinished() {
        List<Service> rows = ReferenceServices.read();
        node.services().collection().insertAll(Actor.SYSTEM, rows.subList(0, 7)).blockLast();
        assertThat(node.release(1, rows).load().block()).contains("(12 new, 0 updated)");
        List<Service> next =
                rows.stream().map(row -> named(row, row.nameVi() + " 2")).toList();
        assertThat(node.release(2, next).load().block()).contains("(0 new, 19 updated)");
    }

    @Test
    void twoNodesThatLoadAtTheSameTimeWriteEveryRowOnce() {
        Node other = new Node(store);
        Mono.zip(node.loader().load(), other.loader().load()).block();
        assertThat(stored(node.areas().collection()))
                .hasSize(671)
                .allMatch(area -> area.revision().version() == 1);
        assertThat(stored(node.services().collection()))
                .hasSize(19)
                .allMatch(row -> row.revision().version() == 1);
        assertThat(node.loader().load().block()).doesNotContain("new");
    }

    private void edit(String code, String name) {
        node.services()
                .collection()
                .replace(ADMIN, named(byCode().get(code), name))
                .block();
    }

    private Map<String, Service> byCode() {
        return stored(node.services().collection()).stream()
                .collect(Collectors.toMap(Service::code, Function.identity()));
    }

    private List<?> everything() {
        return List.of(
                stored(node.areas().collection()),
                stored(node.services().collection()),
                stored(node.targets().collection()));
    }

    private static <D extends Versioned<D>> List<D> stored(LoggedCollection<D> collection) {
        return Flux.from(collection.documents().find(empty()))
                .sort((a, b) -> a.key().value().compareTo(b.key().value()))
                .collectList()
                .block();
    }

    private static Service named(Service row, String nameVi) {
        return new Service(
                row.id(),
                row.revision(),
                row.code(),
                nameVi,
                row.nameEn(),
                row.unit(),
                row.eligible(),
                row.steps(),
                row.alternatives(),
                row.outcomes(),
                row.headline(),
                row.active(),
                row.source());
    }
}
