package vn.toso.domain.service;

import java.util.Collections;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.storage.GroupCommit;
import vn.toso.domain.storage.GroupCommit.Outcome;

/**
 * The present catalogue in this node's memory. Read once at start; read anew by whoever writes rows, and whenever the
 * change log tells of rows that another node wrote.
 */
public final class Catalogues {

    private static final Logger LOG = LoggerFactory.getLogger(Catalogues.class);

    private final Services services;
    private final GroupCommit<Boolean, Catalogue> loads = new GroupCommit<>(10_000, this::load);
    private volatile Catalogue current = Catalogue.EMPTY;
    private volatile boolean loaded;

    public Catalogues(Services services) {
        this.services = services;
    }

    /** The rows as last read; {@code unavailable} before the first {@link #refresh} succeeded. */
    public Catalogue current() {
        if (!loaded) {
            throw Problem.of(ProblemCode.UNAVAILABLE, "unavailable.starting");
        }
        return current;
    }

    /** Reads the rows anew; what was written before the call is in what it emits. Concurrent calls share a read. */
    public Mono<Catalogue> refresh() {
        return loads.submit(Boolean.TRUE);
    }

    /** {@link #refresh} after a write of this node: that it fails must not make the write look failed. */
    Mono<Service> refreshedAfter(Service written) {
        return refresh()
                .doOnError(failure -> LOG.warn("services could not be read again: {}", failure.toString()))
                .onErrorResume(failure -> Mono.empty())
                .thenReturn(written);
    }

    private Mono<List<Outcome<Catalogue>>> load(List<Boolean> asked) {
        return services.all().collectList().map(Catalogue::new).map(catalogue -> {
            current = catalogue;
            loaded = true;
            return Collections.nCopies(asked.size(), new Outcome.Done<>(catalogue));
        });
    }
}
