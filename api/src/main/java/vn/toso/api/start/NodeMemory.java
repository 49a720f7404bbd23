package vn.toso.api.start;

import java.util.List;
import reactor.core.publisher.Mono;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.change.Change;
import vn.toso.domain.change.ChangeListener;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.service.Catalogues;
import vn.toso.domain.team.MemberDirectory;

/** Keeps what this node has in memory abreast of what other nodes write. */
final class NodeMemory implements ChangeListener {

    private final AreaTrees trees;
    private final Catalogues catalogues;
    private final MemberDirectory directory;

    NodeMemory(AreaTrees trees, Catalogues catalogues, MemberDirectory directory) {
        this.trees = trees;
        this.catalogues = catalogues;
        this.directory = directory;
    }

    @Override
    public String name() {
        return "memory";
    }

    /** Reads all of it. */
    Mono<Void> load() {
        return Mono.when(trees.refresh(), catalogues.refresh());
    }

    @Override
    public Mono<Void> handle(List<Change> changes) {
        changes.stream()
                .filter(change -> change.kind().equals("member"))
                .forEach(change -> directory.forget(new MemberId(change.entity())));
        return Mono.when(
                has(changes, "area") ? trees.refresh() : Mono.empty(),
                has(changes, "service") ? catalogues.refresh() : Mono.empty());
    }

    @Override
    public Mono<Void> startOver() {
        directory.forgetAll();
        return load();
    }

    private static boolean has(List<Change> changes, String kind) {
        return changes.stream().anyMatch(change -> change.kind().equals(kind));
    }
}
