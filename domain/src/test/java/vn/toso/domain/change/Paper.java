package vn.toso.domain.change;

import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.VisitId;
import vn.toso.domain.storage.Revision;

/**
 * The simplest document that can be logged.
 *
 * @param place its hamlet
 * @param left the hamlet that this version left
 */
public record Paper(
        @BsonId VisitId id,
        Revision revision,
        @Nullable AreaId place,
        @Nullable AreaId left,
        String text) implements Versioned<Paper> {

    /** Runs when a paper's entry is made: its document is in the store, and its entry not yet in the log. */
    static volatile Runnable betweenDocumentAndEntry = () -> {};

    static Paper of(String text) {
        return new Paper(new VisitId(UUID.randomUUID()), Revision.NONE, null, null, text);
    }

    Paper saying(String changed) {
        return new Paper(id, revision, place, null, changed);
    }

    Paper movedTo(AreaId hamlet) {
        return new Paper(id, revision, hamlet, /* left= */ place, text);
    }

    /** The id of this version's PUT. */
    String entry() {
        return ChangeLog.idOf("paper", id.value(), revision.version());
    }

    @Override
    public VisitId key() {
        return id;
    }

    @Override
    public @Nullable AreaId hamlet() {
        betweenDocumentAndEntry.run();
        return place;
    }

    @Override
    public @Nullable AreaId leftHamlet() {
        return left;
    }

    @Override
    public Paper revised(Revision next) {
        return new Paper(id, next, place, left, text);
    }
}
