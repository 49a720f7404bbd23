package vn.toso.domain.access;

import java.util.UUID;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;

/** Who acts: the first argument of every use case. */
public record Actor(MemberId memberId, Role role, Scope scope) {

    /** The server itself, when a listener or a loader writes what follows from something else. */
    public static final Actor SYSTEM = new Actor(new MemberId(new UUID(0, 0)), Role.PROVINCE_ADMIN, Scope.all());

    /** Throws {@code forbidden} when the role lacks the permission. */
    public void require(Permission permission) {
        if (!permission.isGivenTo(role)) {
            throw Problem.of(ProblemCode.FORBIDDEN, "forbidden." + permission);
        }
    }
}
