package vn.toso.api.export;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;

/** So many exports run at once on a node: each takes some megabytes. */
@Component
final class ExportDesk {

    private static final int SEATS = 8;
    private static final int SEATS_OF_ONE = 2;

    private final Map<MemberId, Integer> taken = new HashMap<>();
    private int inAll;

    /** {@code too-many-requests} for somebody who has two already, {@code unavailable} when every seat is taken. */
    synchronized MemberId sit(MemberId member) {
        if (taken.getOrDefault(member, 0) == SEATS_OF_ONE) {
            throw Problem.of(ProblemCode.TOO_MANY_REQUESTS, "too-many-requests.exports");
        }
        if (inAll == SEATS) {
            throw Problem.of(ProblemCode.UNAVAILABLE, "unavailable.exports");
        }
        taken.merge(member, 1, Integer::sum);
        inAll++;
        return member;
    }

    synchronized void leave(MemberId member) {
        taken.computeIfPresent(member, (id, seats) -> seats == 1 ? null : Integer.valueOf(seats - 1));
        inAll--;
    }
}
