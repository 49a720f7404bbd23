package vn.toso.domain.change;

import java.time.Instant;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.DeviceId;
import vn.toso.domain.id.MemberId;

/**
 * One entry of the change log. It only names what to read; the reader gets the document's current state.
 *
 * @param id {@code kind:entity:version}, with {@code :leave} behind it for a LEAVE: the same write is never logged twice
 * @param stream the slot of the node that appended it
 * @param seq position in the stream, from 1 on, without gaps
 * @param kind the collection's kind, such as {@code household}
 * @param version the document's version after the write
 * @param hamlet whose phones the entry concerns; null when none
 * @param device the phone that it was written with; null when nobody said
 */
public record Change(
        @BsonId String id,
        int stream,
        long seq,
        String kind,
        UUID entity,
        long version,
        @Nullable AreaId hamlet,
        Op op,
        MemberId actor,
        Instant at,
        @Nullable DeviceId device) {

    /** What a phone does with it: take the document, or drop what left its hamlet. */
    public enum Op {
        PUT,
        LEAVE
    }

    /** Written with no phone that is known. */
    public Change(
            String id,
            int stream,
            long seq,
            String kind,
            UUID entity,
            long version,
            @Nullable AreaId hamlet,
            Op op,
            MemberId actor,
            Instant at) {
        this(id, stream, seq, kind, entity, version, hamlet, op, actor, at, null);
    }

    Change at(int newStream, long newSeq) {
        return new Change(id, newStream, newSeq, kind, entity, version, hamlet, op, actor, at, device);
    }
}
