package vn.toso.domain.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.storage.Revision;

/**
 * Everything counted in one hamlet as of now: what coverage above it sums.
 *
 * @param computedAt when it was counted from the hamlet's households
 * @param day the day of that moment, in Asia/Ho_Chi_Minh
 * @param services cell by service code; a service without eligible or reached units has no entry
 * @param team the hamlet's team; null when it has none
 * @param changesOn the next day on which a count changes by itself, since somebody comes of age or an announced move takes
 *     place; null when none is in sight
 * @param catalogueAt when the catalogue that it was counted by was last changed
 */
public record HamletCoverage(
        @BsonId AreaId hamletId,
        Revision revision,
        Instant computedAt,
        LocalDate day,
        HouseholdCount households,
        Map<String, Cell> services,
        TeamCount.@Nullable OfHamlet team,
        @Nullable LocalDate changesOn,
        Instant catalogueAt)
        implements Versioned<HamletCoverage> {

    @Override
    public AreaId key() {
        return hamletId;
    }

    @Override
    public AreaId hamlet() {
        return hamletId;
    }

    @Override
    public HamletCoverage revised(Revision next) {
        return new HamletCoverage(hamletId, next, computedAt, day, households, services, team, changesOn, catalogueAt);
    }
}
