package vn.toso.api.privacy;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.privacy.BreachForm;

/**
 * A breach of personal data.
 *
 * @param detectedAt when somebody noticed; absent for now
 * @param what what happened
 * @param data what was concerned: names, phones
 * @param affected how many people, as far as it is known
 * @param measures what was done about it
 */
@Schema(name = "NewBreach")
record BreachRequest(
        @Nullable OffsetDateTime detectedAt,
        String what,
        List<String> data,
        @Nullable Long affected,
        @Nullable AreaId areaId,
        @Nullable String measures) {

    BreachForm toForm() {
        return new BreachForm(what, data, affected, areaId, measures, null, null, null, false);
    }
}
