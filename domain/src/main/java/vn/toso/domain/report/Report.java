package vn.toso.domain.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.area.Area;
import vn.toso.domain.id.AreaId;

/**
 * What an area reports of a period.
 *
 * @param area as it was on the last day
 * @param above the area right above it on that day; null for none
 * @param until the last day counted: the period's last one, or today while it runs
 * @param asOf everything acknowledged before this moment is counted
 * @param sections in their order in the appendix
 * @param lines one for each area of the next level that counts, in the order of lists
 */
public record Report(
        Kind kind,
        Area area,
        @Nullable Area above,
        Period period,
        LocalDate until,
        Instant asOf,
        List<Section> sections,
        List<Line> lines) {

    /** Which appendix of plan 171/KH-UBND it fills in. */
    public enum Kind {
        /** Phụ lục 05: a commune on its teams, and on what people took up. */
        COMMUNE,
        /** Phụ lục 02: an oversight area, or the province, on the teams of its communes. */
        DISTRICT
    }

    /** @param code of the appendix, such as {@code 3c}, or a word of ours */
    public record Section(String code, List<Figure> figures) {}

    /**
     * One area's part.
     *
     * @param former name of the former commune that tells hamlets of one name apart; null for none
     * @param figures the same codes in every line
     */
    public record Line(AreaId area, String name, @Nullable String former, List<Figure> figures) {}

    /** Whether the period is over. */
    public boolean isComplete() {
        return until.equals(period.to());
    }
}
