package vn.toso.domain.privacy;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.MemberId;

/**
 * How long a kind of thing is kept.
 *
 * @param kind as in {@link Kept}
 * @param decidedBy who decided; null for the usual time
 */
public record RetentionRule(
        @BsonId String kind,
        int days,
        @Nullable MemberId decidedBy,
        @Nullable Instant decidedAt) {}
