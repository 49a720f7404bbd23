package vn.toso.domain.world;

import java.time.LocalDate;
import vn.toso.domain.area.Days;
import vn.toso.domain.id.VisitId;
import vn.toso.domain.service.Outcome;
import vn.toso.domain.service.ServiceState;

/** States of services as one visit leaves them. */
public final class States {

    private States() {}

    public static ServiceState of(Outcome outcome, LocalDate on) {
        return new ServiceState(
                outcome,
                null,
                on,
                outcome == Outcome.ACHIEVED ? on : null,
                outcome == Outcome.REFUSED ? on : null,
                outcome == Outcome.BLOCKED ? on : null,
                on,
                new VisitId(Names.uuid("visit " + outcome + on)),
                Days.startOf(on));
    }
}
