package vn.toso.domain.coverage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Days;
import vn.toso.domain.change.Change;
import vn.toso.domain.change.ChangeListener;
import vn.toso.domain.coverage.CoverageOf.AreaCoverage;
import vn.toso.domain.coverage.Coverages.Count;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.MemberId;

/**
 * The areas that somebody looks at right now, kept up to date on this node. An area is summed once for however many look
 * at it, a few times a second at most, and only from the hamlets whose counts changed.
 */
public final class LiveCoverage implements ChangeListener {

    private static final Logger LOG = LoggerFactory.getLogger(LiveCoverage.class);

    /** Short enough to be seen as at once, long enough that an evening of pushes costs no more than five sums a second. */
    private static final Duration BETWEEN_PICTURES = Duration.ofMillis(200);

    /** A new day changes the tree without any entry in the log. */
    private static final Duration LONGEST_REST = Duration.ofSeconds(5);

    /**
     * How far an area has come at a moment.
     *
     * @param changed the children that differ from the picture before; all of them in the first one
     * @param number 1, 2, … in the order of this node's pictures of the area
     * @param mark says what the counts are: two pictures with one mark show the same, on whichever node
     * @param asOf everything acknowledged before this moment is counted
     */
    public record Picture(
            AreaCoverage area,
            List<AreaCoverage> children,
            Set<AreaId> changed,
            long number,
            String mark,
            Instant asOf) {}

    private final Coverages coverages;
    private final AreaTrees trees;
    private final CountedUpTo countedUpTo;
    private final Clock clock;
    private final Map<AreaId, LiveArea> areas = new ConcurrentHashMap<>();
    private final Set<AreaId> changed = ConcurrentHashMap.newKeySet();
    private final Sinks.Many<Boolean> wake = Sinks.many().multicast().directBestEffort();
    private final Sinks.Many<Set<MemberId>> members = Sinks.many().multicast().directBestEffort();
    private volatile Instant sampled = Instant.EPOCH;
    private volatile Instant heard = Instant.EPOCH;

    public LiveCoverage(Coverages coverages, AreaTrees trees, CountedUpTo countedUpTo, Clock clock) {
        this.coverages = coverages;
        this.trees = trees;
        this.countedUpTo = countedUpTo;
        this.clock = clock;
    }

    /**
     * The area as it is, and whenever it changes; who is slow gets the latest picture only. Fails with {@code not-found}
     * for an area out of scope, and when the area goes away.
     */
    public Flux<Picture> follow(Actor actor, AreaId area) {
        return Flux.defer(() -> {
            check(actor, area);
            LiveArea live = areas.compute(area, (id, known) -> (known == null ? new LiveArea(id) : known).joined());
            wake();
            return live.pictures().onBackpressureLatest().doFinally(end -> leave(area));
        });
    }

    /** Fails with {@code not-found} when the actor may not (any more) follow that area. */
    public void check(Actor actor, AreaId area) {
        actor.require(Permission.READ_COVERAGE);
        View.of(actor, trees.current(), Days.today(clock), area);
    }

    /** Members whose role, status or areas may have changed. */
    public Flux<Set<MemberId>> members() {
        return members.asFlux();
    }

    /** Everything acknowledged before this moment is in the pictures. */
    public Instant asOf() {
        return heard;
    }

    /** How many areas are looked at. */
    public int size() {
        return areas.size();
    }

    /** Keeps the areas up to date until it is cancelled. To be run once a node. */
    public Mono<Void> run() {
        return Flux.merge(wake.asFlux(), Flux.interval(LONGEST_REST).map(tick -> rested()))
                .onBackpressureLatest()
                .concatMap(woken -> refresh().then(Mono.delay(BETWEEN_PICTURES)), 1)
                .then();
    }

    @Override
    public String name() {
        return "live coverage";
    }

    @Override
    public Mono<Void> handle(List<Change> changes) {
        return Mono.fromRunnable(() -> {
            tellOfMembers(changes);
            changes.stream()
                    .filter(change -> change.kind().equals("coverage") && change.hamlet() != null)
                    .forEach(change -> changed.add(change.hamlet()));
            hear();
            if (!changed.isEmpty()
                    || changes.stream().anyMatch(change -> change.kind().equals("area"))) {
                wake();
            }
        });
    }

    /** Another tree, which is read anew as well, has every area's hamlets read anew. */
    @Override
    public Mono<Void> startOver() {
        return trees.refresh().then(Mono.fromRunnable(this::wake));
    }

    /** What was counted at the time of the last call was told in a batch since, or in an earlier one. */
    private synchronized void hear() {
        heard = sampled;
        sampled = countedUpTo.get();
    }

    private void tellOfMembers(List<Change> changes) {
        Set<MemberId> ids = changes.stream()
                .filter(change -> change.kind().equals("member"))
                .map(change -> new MemberId(change.entity()))
                .collect(Collectors.toSet());
        if (!ids.isEmpty()) {
            members.emitNext(ids, Sinks.EmitFailureHandler.busyLooping(BETWEEN_PICTURES));
        }
    }

    private void leave(AreaId area) {
        areas.computeIfPresent(area, (id, known) -> known.left() ? null : known);
    }

    private boolean rested() {
        hear();
        return true;
    }

    private void wake() {
        wake.emitNext(true, Sinks.EmitFailureHandler.busyLooping(BETWEEN_PICTURES));
    }

    private Mono<Void> refresh() {
        return Mono.defer(() -> {
                    Set<AreaId> taken = Set.copyOf(changed);
                    changed.removeAll(taken);
                    return draw(taken).doOnError(failure -> changed.addAll(taken));
                })
                .onErrorResume(failure -> {
                    LOG.warn("Live coverage could not be read and is tried again: {}", failure.toString());
                    return Mono.empty();
                });
    }

    private Mono<Void> draw(Set<AreaId> taken) {
        LocalDate today = Days.today(clock);
        Collection<LiveArea> watched = List.copyOf(areas.values());
        Set<AreaId> wanted = new HashSet<>();
        watched.forEach(area -> wanted.addAll(area.wanted(trees.current(), today, taken)));
        Instant asOf = countedUpTo.get();
        return coverages
                .now(wanted, null)
                .collectMap(Count::hamletId)
                .doOnNext(counts -> watched.forEach(area -> area.draw(counts, asOf, heard)))
                .then();
    }
}
