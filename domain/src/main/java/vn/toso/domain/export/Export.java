package vn.toso.domain.export;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.access.Role;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.ExportId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.storage.Revision;

/**
 * That somebody took a list away.
 *
 * @param format such as {@code csv}
 * @param rows how many were handed out; null while it runs
 * @param finishedAt null while it runs, and for good when the node died meanwhile
 */
public record Export(
        @BsonId ExportId id,
        Revision revision,
        MemberId memberId,
        Role role,
        Dataset dataset,
        String format,
        ExportFilter filter,
        State state,
        @Nullable Long rows,
        Instant startedAt,
        @Nullable Instant finishedAt)
        implements Versioned<Export> {

    /** How it went. */
    public enum State {
        RUNNING,
        DONE,
        /** The reader went away, or something failed; what the reader has is less than the list. */
        CUT
    }

    Export finished(State how, long handedOut, Instant at) {
        return new Export(id, revision, memberId, role, dataset, format, filter, how, handedOut, startedAt, at);
    }

    @Override
    public ExportId key() {
        return id;
    }

    /** Nobody's phone holds it: in the log it stands under the id of who took it, where pull of others never looks. */
    @Override
    public AreaId hamlet() {
        return new AreaId(memberId.value());
    }

    @Override
    public Export revised(Revision next) {
        return new Export(id, next, memberId, role, dataset, format, filter, state, rows, startedAt, finishedAt);
    }
}
