package vn.toso.domain.coverage;

import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.TargetId;
import vn.toso.domain.storage.Revision;

/**
 * A sourced figure for an area and a period: what it is to reach, or what it had reached. Exactly one of {@code number},
 * {@code share} is given.
 *
 * @param id follows from area, service, period and kind, so that loading the same figure again finds it
 * @param service code in the catalogue; for figures outside it (teams, members) a code of its own such as {@code TEAMS}
 * @param period what it is for: a year {@code 2023}, a month {@code 2023-08}, or the day of a baseline {@code 2023-08-16}
 * @param number units, as the service counts them; null when the source gives a share
 * @param of the denominator that the source gives for {@code number}; null when none
 * @param share 0 to 1; null when the source gives a number
 * @param source the document it stands in
 */
public record Target(
        @BsonId TargetId id,
        Revision revision,
        AreaId areaId,
        String service,
        String period,
        Kind kind,
        @Nullable Long number,
        @Nullable Long of,
        @Nullable Double share,
        Source source)
        implements Versioned<Target> {

    /** To be reached, or reached already. */
    public enum Kind {
        TARGET,
        BASELINE
    }

    /**
     * @param document title, number and date, as one would cite it
     * @param url where it can be read; null when nowhere
     * @param origin {@code reference} or {@code operator}: an upgrade of the reference data leaves an operator's row alone
     */
    public record Source(String document, @Nullable String url, String origin) {}

    public Target {
        if ((number == null) == (share == null)) {
            throw new IllegalArgumentException("a figure is a number or a share");
        }
    }

    @Override
    public TargetId key() {
        return id;
    }

    @Override
    public @Nullable AreaId hamlet() {
        return null;
    }

    @Override
    public Target revised(Revision next) {
        return new Target(id, next, areaId, service, period, kind, number, of, share, source);
    }
}
