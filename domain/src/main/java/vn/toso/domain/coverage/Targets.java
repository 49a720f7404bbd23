package vn.toso.domain.coverage;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.util.List;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.change.LoggedCollection;
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
}
