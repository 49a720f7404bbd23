package vn.toso.domain.coverage;

import com.mongodb.client.model.IndexModel;
import java.time.Clock;
import java.util.List;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.change.LoggedCollection;
import vn.toso.domain.storage.Store;

/** What was counted in each hamlet: as of now, and as of the end of each day on which something changed. */
public final class Coverages {

    private static final List<IndexModel> INDEXES = List.of();

    private final LoggedCollection<HamletCoverage> current;

    public Coverages(Store store, ChangeLog log, Clock clock) {
        this.current = new LoggedCollection<>(store, log, clock, "coverage", "coverage", HamletCoverage.class, INDEXES);
    }

    public LoggedCollection<HamletCoverage> collection() {
        return current;
    }
}
