package vn.toso.domain.change;

import java.time.Instant;
import reactor.core.publisher.Mono;
import vn.toso.domain.storage.Store;

/** Takes old entries out of the change log before its own time is up; who follows it from there fetches everything anew. */
public final class ForgetChanges {

    private final ChangeLog log;
    private final Retention retention;

    public ForgetChanges(Store store, ChangeLog log) {
        this.log = log;
        this.retention = new Retention(store, log);
    }

    /** How many entries are older. */
    public Mono<Long> due(Instant before) {
        return log.entries().countBefore(before);
    }

    /** Removes those that are older and that every listener has handled; emits how many that were. */
    public Mono<Long> remove(Instant before) {
        return due(before)
                .flatMap(old -> retention.run(before).then(due(before)).map(left -> old - left));
    }
}
