package vn.toso.domain.change;

import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.VisitId;
import vn.toso.domain.storage.Revision;

/** The simplest document that can be logged. */
record Paper(
        @BsonId VisitId id,
        Revision revision,
        @Nullable AreaId hamlet,
        @Nullable AreaId leftHamlet,
        String text) implements Versioned<Paper> {

    static Paper of(String text) {
        return new Paper(new VisitId(UUID.randomUUID()), Revision.NONE, null, null, text);
    }

    Paper saying(String changed) {
        return new Paper(id, revision, hamlet, null, changed);
    }

    Paper movedTo(AreaId next) {
        return new Paper(id, revision, next, hamlet, text);
    }

    @Override
    public VisitId key() {
        return id;
    }

    @Override
    public Paper revised(Revision next) {
        return new Paper(id, next, hamlet, leftHamlet, text);
    }
}
