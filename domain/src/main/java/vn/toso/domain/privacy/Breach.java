package vn.toso.domain.privacy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.BreachId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.storage.Revision;

/**
 * That personal data were, or may have been, lost, changed or seen by somebody who may not.
 *
 * @param detectedAt when somebody noticed: the clock of 72 hours runs from then (Law 91/2025/QH15)
 * @param data what was concerned, in words: names, phones
 * @param affected how many people, as far as it is known; null when it isn't
 * @param measures what was done about it
 * @param authorityToldAt when the authority was told; null while it wasn't
 * @param peopleToldAt when those concerned were told; null while they weren't
 * @param whyLate required where the authority was told after more than 72 hours
 */
public record Breach(
        @BsonId BreachId id,
        Revision revision,
        Instant detectedAt,
        Instant recordedAt,
        MemberId recordedBy,
        String what,
        List<String> data,
        @Nullable Long affected,
        @Nullable AreaId areaId,
        @Nullable String measures,
        @Nullable Instant authorityToldAt,
        @Nullable Instant peopleToldAt,
        @Nullable String whyLate,
        @Nullable Instant closedAt)
        implements Versioned<Breach> {

    /** Within which the authority is to be told: 72 hours. */
    public static final Duration TERM = Duration.ofDays(3);

    public Breach {
        data = List.copyOf(data);
    }

    public Instant tellBy() {
        return detectedAt.plus(TERM);
    }

    /** Whether the authority should have been told by now, or was told too late. */
    public boolean isLate(Instant now) {
        return (authorityToldAt == null ? now : authorityToldAt).isAfter(tellBy());
    }

    @Override
    public BreachId key() {
        return id;
    }

    /** None: no phone holds it. */
    @Override
    public @Nullable AreaId hamlet() {
        return null;
    }

    Breach saying(BreachForm said, @Nullable Instant closed) {
        return new Breach(
                id,
                revision,
                detectedAt,
                recordedAt,
                recordedBy,
                Objects.requireNonNull(said.what()),
                said.data(),
                said.affected(),
                said.areaId(),
                said.measures(),
                said.authorityToldAt(),
                said.peopleToldAt(),
                said.whyLate(),
                closed);
    }

    @Override
    public Breach revised(Revision next) {
        return new Breach(
                id,
                next,
                detectedAt,
                recordedAt,
                recordedBy,
                what,
                data,
                affected,
                areaId,
                measures,
                authorityToldAt,
                peopleToldAt,
                whyLate,
                closedAt);
    }
}
