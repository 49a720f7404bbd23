package vn.toso.domain.coverage;

import java.time.LocalDate;
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
 * @param number units that are to have achieved by the end of the period, or had: all that ever did, not those of the
 *     period alone; null when the source gives a share
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
     * @param number of the document; null where the citation is all there is
     * @param date of the document; likewise
     * @param issuer who issued it; null when not said
     * @param url where it can be read; null when nowhere
     * @param origin {@code reference} or {@code operator}: an upgrade of the reference data leaves an operator's row alone
     */
    public record Source(
            String document,
            @Nullable String number,
            @Nullable LocalDate date,
            @Nullable String issuer,
            @Nullable String url,
            String origin) {

        /** A citation as a whole. */
        public Source(String document, @Nullable String url, String origin) {
            this(document, null, null, null, url, origin);
        }
    }

    public Target {
        if ((number == null) == (share == null)) {
            throw new IllegalArgumentException("a figure is a number or a share");
        }
    }

    /** The same figure as somebody says it now. */
    Target saying(@Nullable Long units, @Nullable Double part, Source from) {
        return new Target(id, revision, areaId, service, period, kind, units, null, part, from);
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
