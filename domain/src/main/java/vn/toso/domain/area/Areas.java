package vn.toso.domain.area;

import java.time.Clock;
import java.util.List;
import reactor.core.publisher.Flux;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.change.LoggedCollection;
import vn.toso.domain.storage.Store;

/** The areas, and every statement about them; whoever only reads asks {@link AreaTrees}. */
public final class Areas {

    private final LoggedCollection<Area> areas;

    public Areas(Store store, ChangeLog log, Clock clock) {
        this.areas = new LoggedCollection<>(store, log, clock, "area", "areas", Area.class, List.of());
    }

    /** For those who write areas without deciding anything: the loader of reference data, the sweep of the log. */
    public LoggedCollection<Area> collection() {
        return areas;
    }

    /** Every area there is or was. */
    Flux<Area> all() {
        return Flux.from(areas.documents().find().batchSize(2_000));
    }
}
