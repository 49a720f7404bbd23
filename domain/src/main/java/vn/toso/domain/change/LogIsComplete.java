package vn.toso.domain.change;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.storage.Invariant;

/** Whoever follows the log hears of every document: its version is in there, as long as the log reaches back. */
public final class LogIsComplete implements Invariant {

    private static final int PAGE = 500;

    /** Entries on the verge of being forgotten may be forgotten while we look. */
    private static final Duration VERGE = Duration.ofDays(1);

    private final ChangeLog log;

    public LogIsComplete(ChangeLog log) {
        this.log = log;
    }

    @Override
    public String promise() {
        return "the change log knows the version of every document";
    }

    @Override
    public Flux<Broken> broken() {
        return log.streams()
                .forgottenBefore()
                .map(this::reachesBackTo)
                .flatMapMany(kept ->
                        Flux.fromIterable(log.collections()).concatMap(collection -> unlogged(collection, kept)));
    }

    /** Entries may have been taken out before their time. */
    private Instant reachesBackTo(Instant forgotten) {
        Instant usual = log.clock().instant().minus(log.settings().retention()).plus(VERGE);
        return forgotten.isAfter(usual) ? forgotten : usual;
    }

    private Flux<Broken> unlogged(LoggedCollection<?> collection, Instant kept) {
        return Flux.from(ChangeSweep.writtenSince(collection, kept))
                .map(document -> idOf(collection.kind(), document))
                .buffer(PAGE)
                .concatMap(this::unknown)
                .map(id -> new Broken(id, "is not in the change log"));
    }

    private Flux<String> unknown(List<String> ids) {
        return Mono.from(log.entries().known(ids))
                .flatMapIterable(
                        known -> ids.stream().filter(id -> !known.contains(id)).toList());
    }

    private static String idOf(String kind, Document document) {
        long version = document.get("revision", Document.class)
                .get("version", Number.class)
                .longValue();
        return ChangeLog.idOf(kind, document.get("_id", UUID.class), version);
    }
}
