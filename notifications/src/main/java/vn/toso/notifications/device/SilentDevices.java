package vn.toso.notifications.device;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Days;
import vn.toso.domain.id.AreaId;
import vn.toso.notifications.device.Devices.Silent;

/**
 * How many phones of an area did not synchronise for 24 hours, so that work may be missing in its coverage. Counted now and
 * then for the whole province and remembered in between: whoever asks for coverage costs no statement more.
 */
public final class SilentDevices {

    private static final Duration SILENCE = Duration.ofHours(24);

    private final Devices devices;
    private final AreaTrees trees;
    private final Clock clock;
    private volatile List<Silent> counted = List.of();

    public SilentDevices(Devices devices, AreaTrees trees, Clock clock) {
        this.devices = devices;
        this.trees = trees;
        this.clock = clock;
    }

    /** Counts anew; to be done every half minute. */
    public Mono<Void> count() {
        return Mono.defer(() ->
                        devices.silentSince(clock.instant().minus(SILENCE)).collectList())
                .doOnNext(counts -> counted = counts)
                .then();
    }

    /** Of members whose home lies in the area today; whoever is of several such homes counts once. None before a count. */
    public long in(AreaId area) {
        return in(List.of(area));
    }

    /** The same of several areas together. */
    public long in(Collection<AreaId> areas) {
        List<Silent> known = counted;
        if (known.isEmpty()) {
            return 0;
        }
        LocalDate today = Days.today(clock);
        Set<AreaId> within = areas.stream()
                .flatMap(area -> trees.current().subtree(area, today).stream())
                .map(Area::id)
                .collect(Collectors.toSet());
        return known.stream()
                .filter(silent -> silent.areas().stream().anyMatch(within::contains))
                .mapToLong(Silent::devices)
                .sum();
    }
}
