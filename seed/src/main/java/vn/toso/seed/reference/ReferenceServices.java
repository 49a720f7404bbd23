package vn.toso.seed.reference;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.toso.domain.service.Eligibility;
import vn.toso.domain.service.Outcome;
import vn.toso.domain.service.Service;
import vn.toso.domain.service.ServiceUnit;
import vn.toso.domain.service.Services;
import vn.toso.domain.storage.Revision;
import vn.toso.seed.reference.Table.Row;

/** The service catalogue as it ships. */
public final class ReferenceServices {

    private ReferenceServices() {}

    /** Every row, a service before those that come after it. */
    public static List<Service> read() {
        return Table.read("services.tsv").stream()
                .map(ReferenceServices::toService)
                .toList();
    }

    private static Service toService(Row row) {
        String code = row.text("code");
        return new Service(
                Services.idOf(code),
                Revision.NONE,
                code,
                row.text("nameVi"),
                row.text("nameEn"),
                ServiceUnit.valueOf(row.text("unit")),
                toEligibility(row),
                row.list("steps"),
                row.yes("alternatives"),
                toOutcomes(row.list("outcomes")),
                row.optional("headline").orElse(null),
                true,
                "reference");
    }

    private static Eligibility toEligibility(Row row) {
        return new Eligibility(
                row.optional("minAge").map(Integer::valueOf).orElse(null),
                row.optional("after").orElse(null),
                row.list("classifications"),
                row.yes("pupilsOnly"));
    }

    private static Set<Outcome> toOutcomes(List<String> names) {
        Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        names.forEach(name -> outcomes.add(Outcome.valueOf(name)));
        return outcomes;
    }
}
