package vn.toso.domain.coverage;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.FindPublisher;
import java.time.Clock;
import java.util.List;
import reactor.core.publisher.Flux;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.change.LoggedCollection;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.storage.Store;

/** Sourced figures: what areas are to reach, and what they had reached. */
public final class Targets {

    private static final List<IndexModel> INDEXES =
            List.of(new IndexModel(Indexes.ascending("areaId", "service", "period")));

    private final LoggedCollection<Target> targets;

    public Targets(Store store, ChangeLog log, Clock clock) {
        this.targets = new LoggedCollection<>(store, log, clock, "target", "targets", Target.class, INDEXES);
    }

    public LoggedCollection<Target> collection() {
        return targets;
    }

    /** The figures of an area by service and period, the latest period last. */
    Flux<Target> of(AreaId area) {
        return Flux.from(statementOf(area));
    }

    FindPublisher<Target> statementOf(AreaId area) {
        return targets.documents().find(eq("areaId", area)).sort(ascending("service", "period"));
    }
}
