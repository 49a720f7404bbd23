package vn.toso.domain.sync;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.MutationId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;

/**
 * One piece of work as a phone sends it.
 *
 * @param kind the word for what is to be done: {@code visit.record}
 * @param at when it was done, by the phone's clock; null when not said
 * @param baseVersion the version of the document that the member saw; null when not said
 * @param body JSON as sent, in one form however its fields were ordered; nobody but a reader of that kind looks into it
 * @param work what the body says
 */
public record Mutation(
        MutationId id,
        String kind,
        @Nullable OffsetDateTime at,
        @Nullable Long baseVersion,
        String body,
        Work work) {

    /** The version that an amendment was made from; {@code invalid} when there is none. */
    long requiredBase() {
        if (baseVersion == null) {
            throw Problem.invalid("/baseVersion", "required");
        }
        return baseVersion;
    }

    /** Tells this content from other content under the same id; another member's is other content. */
    long digest(MemberId sender) {
        String content = Arrays.asList(sender, kind, at, baseVersion, body).toString();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The same content under an id of its own, refused: another mutation has its id. It is kept like every other. */
    Mutation underTakenId(MemberId sender) {
        String name = "taken:" + id + ":" + digest(sender);
        return new Mutation(
                new MutationId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))),
                kind,
                at,
                baseVersion,
                body,
                new Work.Unreadable(Problem.of(ProblemCode.CONFLICT, "conflict.mutation-id-taken")));
    }
}
