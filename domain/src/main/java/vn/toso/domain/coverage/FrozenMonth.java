package vn.toso.domain.coverage;

import java.time.Instant;
import java.time.YearMonth;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.FrozenMonthId;
import vn.toso.domain.id.MemberId;

/**
 * A month of one hamlet as it was handed in; never changed again.
 *
 * @param month {@code 2026-11}
 * @param opening what had been counted at the end of the month before, as known when it was frozen
 * @param closing what had been counted at its end
 * @param carried what arrived for the latest month frozen before this one, between that freeze and this one
 */
public record FrozenMonth(
        @BsonId FrozenMonthId id,
        AreaId hamletId,
        String month,
        Instant frozenAt,
        MemberId frozenBy,
        Figures opening,
        Figures closing,
        Figures carried) {

    static FrozenMonth of(AreaId hamlet, YearMonth month, Instant at, MemberId by, Statement statement) {
        return new FrozenMonth(
                FrozenMonthId.of(hamlet, month),
                hamlet,
                month.toString(),
                at,
                by,
                statement.opening(),
                statement.closing(),
                statement.carried());
    }

    Statement statement() {
        return new Statement(opening, closing, carried);
    }

    /**
     * What is said of a month: how it began, how it ended, and what came in for months handed in before. All statements
     * in a row add up to what is known: the one's closing and the next one's carried make the next one's opening.
     */
    record Statement(Figures opening, Figures closing, Figures carried) {
        static final Statement NONE = new Statement(Figures.NONE, Figures.NONE, Figures.NONE);

        Statement plus(Statement other) {
            return new Statement(opening.plus(other.opening), closing.plus(other.closing), carried.plus(other.carried));
        }
    }
}
