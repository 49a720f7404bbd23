package vn.toso.domain.privacy;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.ErasureId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.id.SubjectRequestId;
import vn.toso.domain.storage.Revision;

/**
 * That a person is being erased, or was; when it is done nothing in it is about them but ids.
 *
 * @param name by which words about them are found while it runs; null when it is done
 * @param requestId the request that it answers; null for none
 * @param visits how many visits were changed; likewise tasks, and content in the quarantine and of conflicts
 * @param finishedAt null while it runs
 */
public record Erasure(
        @BsonId ErasureId id,
        Revision revision,
        AreaId hamletId,
        HouseholdId householdId,
        ResidentId residentId,
        @Nullable SubjectRequestId requestId,
        String basis,
        MemberId startedBy,
        Instant startedAt,
        @Nullable String name,
        long visits,
        long tasks,
        long contents,
        @Nullable Instant finishedAt)
        implements Versioned<Erasure> {

    Erasure finished(long inVisits, long inTasks, long inContents, Instant now) {
        return new Erasure(
                id,
                revision,
                hamletId,
                householdId,
                residentId,
                requestId,
                basis,
                startedBy,
                startedAt,
                null,
                inVisits,
                inTasks,
                inContents,
                now);
    }

    @Override
    public ErasureId key() {
        return id;
    }

    /** None: no phone holds it; phones hear of the household and the visits. */
    @Override
    public @Nullable AreaId hamlet() {
        return null;
    }

    @Override
    public Erasure revised(Revision next) {
        return new Erasure(
                id,
                next,
                hamletId,
                householdId,
                residentId,
                requestId,
                basis,
                startedBy,
                startedAt,
                name,
                visits,
                tasks,
                contents,
                finishedAt);
    }
}
