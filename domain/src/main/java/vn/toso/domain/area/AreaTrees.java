package vn.toso.domain.area;

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
 * The present areas in this node's memory. Read once at start; read anew by whoever writes areas, and whenever the change
 * log tells of areas that another node wrote.
 */
public final class AreaTrees {

    private static final Logger LOG = LoggerFactory.getLogger(AreaTrees.class);

    private final Areas areas;
    private final GroupCommit<Boolean, AreaTree> loads = new GroupCommit<>(10_000, this::load);
    private volatile AreaTree current = AreaTree.EMPTY;
    private volatile boolean loaded;

    public AreaTrees(Areas areas) {
        this.areas = areas;
    }

    /** The areas as last read; {@code unavailable} before the first {@link #refresh} succeeded. */
    public AreaTree current() {
        if (!loaded) {
            throw Problem.of(ProblemCode.UNAVAILABLE, "unavailable.starting");
        }
        return current;
    }

    /** Reads the areas anew; what was written before the call is in the tree that it emits. Concurrent calls share a read. */
    public Mono<AreaTree> refresh() {
        return loads.submit(Boolean.TRUE);
    }

    /** {@link #refresh} after a write of this node: that it fails must not make the write look failed. */
    Mono<Area> refreshedAfter(Area written) {
        return refresh()
                .doOnError(failure -> LOG.warn("areas could not be read again: {}", failure.toString()))
                .onErrorResume(failure -> Mono.empty())
                .thenReturn(written);
    }

    private Mono<List<Outcome<AreaTree>>> load(List<Boolean> asked) {
        return areas.all().collectList().map(AreaTree::new).map(tree -> {
            current = tree;
            loaded = true;
            return Collections.nCopies(asked.size(), new Outcome.Done<>(tree));
        });
    }
}
