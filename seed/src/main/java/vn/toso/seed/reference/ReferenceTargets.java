package vn.toso.seed.reference;

import java.util.List;
import vn.toso.domain.coverage.Target;
import vn.toso.domain.coverage.Target.Kind;
import vn.toso.domain.coverage.Target.Source;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.TargetId;
import vn.toso.domain.storage.Revision;
import vn.toso.seed.reference.Table.Row;

/** The figures that the province published in 2023: targets, and what had been reached. */
final class ReferenceTargets {

    private ReferenceTargets() {}

    static List<Target> read() {
        return Table.read("targets.tsv").stream()
                .map(ReferenceTargets::toTarget)
                .toList();
    }

    private static Target toTarget(Row row) {
        AreaId area = ReferenceAreas.idOf(row.text("area"));
        String service = row.text("service");
        String period = row.text("period");
        String kind = row.text("kind");
        return new Target(
                TargetId.of(area, service, period, kind),
                Revision.NONE,
                area,
                service,
                period,
                Kind.valueOf(kind),
                Long.valueOf(row.text("number")),
                row.optional("of").map(Long::valueOf).orElse(null),
                null,
                new Source(row.text("document"), null, "reference"));
    }
}
