package vn.toso.domain.change;

import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.change.Change.Op;

/** The gapless log of what changed. PLACEHOLDER signatures; the change-log helper writes the real thing. */
public final class ChangeLog {

    /** The entries of one document version: a PUT for its hamlet, and a LEAVE for the hamlet it left with it. */
    static <D extends Versioned<D>> List<Change> entriesOf(String kind, D document) {
        String id = kind + ":" + document.key() + ":" + document.revision().version();
        List<Change> entries = new ArrayList<>();
        var revision = document.revision();
        entries.add(new Change(
                id,
                -1,
                0,
                kind,
                document.key().value(),
                revision.version(),
                document.hamlet(),
                Op.PUT,
                revision.updatedBy(),
                revision.updatedAt()));
        if (document.leftHamlet() != null) {
            entries.add(new Change(
                    id + ":leave",
                    -1,
                    0,
                    kind,
                    document.key().value(),
                    revision.version(),
                    document.leftHamlet(),
                    Op.LEAVE,
                    revision.updatedBy(),
                    revision.updatedAt()));
        }
        return entries;
    }

    /** Completes when every entry is in the log, durably; entries that are there already are left alone. */
    public Mono<Void> append(List<Change> entries) {
        return Mono.empty();
    }

    /** At most {@code limit} entries past the cursor, each stream in its order. */
    public Flux<Change> after(Cursor cursor, int limit) {
        return Flux.empty();
    }

    /** The position behind everything that is in the log now. */
    public Mono<Cursor> head() {
        return Mono.just(Cursor.START);
    }
}
