package vn.toso.domain.service;

import java.util.List;
import java.util.Set;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.ServiceId;
import vn.toso.domain.storage.Revision;

/**
 * A row of the catalogue.
 *
 * @param id follows from the code
 * @param code stable, such as {@code VNEID_ACT}
 * @param nameVi Vietnamese name
 * @param nameEn English name
 * @param unit what one count is
 * @param eligible who counts in the denominator
 * @param steps the steps an activity may name, in their order; the last one is what {@code ACHIEVED} means
 * @param alternatives whether the steps are answers (yes, no) of which each is an achievement by itself
 * @param outcomes what may come of an activity
 * @param headline the headline that it feeds: {@code vneid}, {@code payment}, {@code skill}; null for none
 * @param active false for a row that is no longer offered
 * @param source {@code reference} or {@code operator}: an upgrade of the reference data leaves an operator's row alone
 */
public record Service(
        @BsonId ServiceId id,
        Revision revision,
        String code,
        String nameVi,
        String nameEn,
        ServiceUnit unit,
        Eligibility eligible,
        List<String> steps,
        boolean alternatives,
        Set<Outcome> outcomes,
        @Nullable String headline,
        boolean active,
        String source)
        implements Versioned<Service> {

    /** The source of what the province wrote by hand; an upgrade of the reference data leaves it alone. */
    public static final String BY_OPERATOR = "operator";

    @Override
    public ServiceId key() {
        return id;
    }

    @Override
    public @Nullable AreaId hamlet() {
        return null;
    }

    @Override
    public Service revised(Revision next) {
        return new Service(
                id,
                next,
                code,
                nameVi,
                nameEn,
                unit,
                eligible,
                steps,
                alternatives,
                outcomes,
                headline,
                active,
                source);
    }
}
