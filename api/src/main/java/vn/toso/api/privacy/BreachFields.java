package vn.toso.api.privacy;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.privacy.BreachForm;

/**
 * What is said of a breach.
 *
 * @param data what was concerned: names, phones
 * @param affected how many people, as far as it is known
 * @param whyLate required where the authority was told after more than 72 hours
 * @param closed whether nothing is left to do
 */
@Schema(name = "BreachFields")
record BreachFields(
        String what,
        List<String> data,
        @Nullable Long affected,
        @Nullable AreaId areaId,
        @Nullable String measures,
        @Nullable OffsetDateTime authorityToldAt,
        @Nullable OffsetDateTime peopleToldAt,
        @Nullable String whyLate,
        @Nullable Boolean closed) {

    BreachForm toForm() {
        return new BreachForm(
                what,
                data,
                affected,
                areaId,
                measures,
                instant(authorityToldAt),
                instant(peopleToldAt),
                whyLate,
                Boolean.TRUE.equals(closed));
    }

    static BreachFields of(BreachForm form) {
        return new BreachFields(
                form.what() == null ? "" : form.what(),
                form.data(),
                form.affected(),
                form.areaId(),
                form.measures(),
                time(form.authorityToldAt()),
                time(form.peopleToldAt()),
                form.whyLate(),
                form.closed());
    }

    static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
