package vn.toso.api.privacy;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.toso.api.trail.AboutCitizens;
import vn.toso.domain.id.DeviceId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.ResidentId;

/**
 * All that is held of a person.
 *
 * @param household the household, the person among its residents
 * @param visits those to the household
 * @param tasks those about it
 * @param heldWork work about the person that was not carried out
 * @param exports lists with names that were taken since the person is registered, whoever was on them
 * @param seenBy who saw or changed the household and what belongs to it, the latest first
 * @param seenMore whether the audit holds more than `seenBy` shows
 */
@Schema(name = "Dossier")
record DossierResponse(
        ResidentId residentId,
        HouseholdId householdId,
        @Schema(implementation = Object.class) Object household,

        @ArraySchema(schema = @Schema(implementation = Object.class))
        List<Object> visits,

        @ArraySchema(schema = @Schema(implementation = Object.class))
        List<Object> tasks,

        @ArraySchema(schema = @Schema(implementation = Object.class))
        List<Object> heldWork,

        List<SubjectRequestResponse> requests,
        List<Taken> exports,
        List<Seen> seenBy,
        boolean seenMore)
        implements AboutCitizens {

    @Override
    public Stream<UUID> households() {
        return Stream.of(householdId.value());
    }

    /** A list with names that somebody took. */
    @Schema(name = "TakenList")
    record Taken(MemberId memberId, String dataset, Instant startedAt) {}

    /**
     * That somebody saw or changed something.
     *
     * @param operation what was asked for
     */
    @Schema(name = "SeenBy")
    record Seen(Instant at, MemberId memberId, @Nullable DeviceId device, String action, String operation) {}
}
