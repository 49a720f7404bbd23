package vn.toso.domain.coverage;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Days;
import vn.toso.domain.coverage.HamletBook.Finding;
import vn.toso.domain.id.AreaId;

/**
 * Counts hamlets and stores what it found. Any number of nodes may count one hamlet at the same time: the coverage is
 * read before what it is counted from, and stored only in place of the version that was read; days are stored after it
 * and never over those of a later version. So of two counts that store something the one from later documents stands.
 * A count that finds everything right stores nothing, and nothing holds back the other one then: see
 * {@link vn.toso.domain.change.ChangeListener#handleContested} and {@link RecountDue}.
 */
final class CountHamlets {

    private static final int AT_ONCE = 4;

    private final Coverages coverages;
    private final HamletBooks books;
    private final AreaTrees trees;
    private final Clock clock;

    CountHamlets(Coverages coverages, HamletBooks books, AreaTrees trees, Clock clock) {
        this.coverages = coverages;
        this.books = books;
        this.trees = trees;
        this.clock = clock;
    }

    /**
     * Emits when the coverage of these hamlets is stored as their documents say, with whether anything had to be stored for
     * that.
     *
     * @param always whether to store also what did not change, so that it reads as counted now
     */
    Mono<Boolean> count(Collection<AreaId> hamlets, boolean always) {
        if (hamlets.isEmpty()) {
            return Mono.just(false);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return Flux.fromIterable(hamlets)
                .flatMap(books::book, AT_ONCE)
                .collectList()
                .map(opened -> found(opened, now, always))
                .flatMap(found ->
                        store(found).flatMap(stale -> count(stale, always)).thenReturn(!found.isEmpty()));
    }

    private Map<HamletBook, Finding> found(List<HamletBook> opened, Instant now, boolean always) {
        LocalDate today = Days.of(now);
        Map<HamletBook, Finding> findings = new HashMap<>();
        for (HamletBook book : opened) {
            Finding finding = book.recount(trees.current().find(book.hamlet()).orElse(null), today, now, always);
            if (finding != null) {
                findings.put(book, finding);
            }
        }
        return findings;
    }

    /** Emits the hamlets that somebody else counted meanwhile; their books are closed. */
    private Mono<Set<AreaId>> store(Map<HamletBook, Finding> findings) {
        List<HamletCoverage> added = new ArrayList<>();
        List<HamletCoverage> changed = new ArrayList<>();
        findings.values().stream()
                .map(Finding::coverage)
                .forEach(coverage -> (coverage.revision().version() == 0 ? added : changed).add(coverage));
        return Flux.concat(
                        coverages.collection().insertAll(Actor.SYSTEM, added),
                        coverages.collection().replaceAll(Actor.SYSTEM, changed))
                .collectMap(HamletCoverage::hamletId)
                .flatMap(stored -> storeDays(findings, stored).thenReturn(notIn(findings, stored)))
                .doOnNext(books::close);
    }

    private Mono<Void> storeDays(Map<HamletBook, Finding> findings, Map<AreaId, HamletCoverage> stored) {
        List<CoverageDay> days = new ArrayList<>();
        findings.forEach((book, finding) -> {
            HamletCoverage coverage = stored.get(book.hamlet());
            if (coverage != null) {
                days.addAll(finding.daysOf(coverage));
            }
        });
        return coverages
                .days()
                .write(days)
                .doOnSuccess(done -> findings.forEach((book, finding) -> {
                    HamletCoverage coverage = stored.get(book.hamlet());
                    if (coverage != null) {
                        book.store(coverage, finding);
                    }
                }));
    }

    private static Set<AreaId> notIn(Map<HamletBook, Finding> findings, Map<AreaId, HamletCoverage> stored) {
        Set<AreaId> rest = new HashSet<>();
        findings.keySet().stream()
                .map(HamletBook::hamlet)
                .filter(hamlet -> !stored.containsKey(hamlet))
                .forEach(rest::add);
        return rest;
    }
}
