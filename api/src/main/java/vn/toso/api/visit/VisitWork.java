package vn.toso.api.visit;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.toso.api.json.StrictReader;
import vn.toso.api.sync.Reading;
import vn.toso.api.sync.WorkReader;
import vn.toso.domain.id.VisitId;
import vn.toso.domain.sync.Work;

/** Visits in push. */
@Component
final class VisitWork implements WorkReader {

    /** The body of {@code visit.void}. */
    record Withdrawal(VisitId visitId, String reason) {}

    private final StrictReader strict;
    private final VisitMapper mapper;

    VisitWork(StrictReader strict, VisitMapper mapper) {
        this.strict = strict;
        this.mapper = mapper;
    }

    @Override
    public Map<String, Reading> kinds() {
        return Map.of(
                "visit.record",
                (body, at, base) -> new Work.RecordsVisit(mapper.toCommand(strict.read(body, VisitRequest.class))),
                "visit.void",
                (body, at, base) -> {
                    Withdrawal withdrawal = strict.read(body, Withdrawal.class);
                    return new Work.VoidsVisit(withdrawal.visitId(), withdrawal.reason());
                });
    }
}
