package vn.toso.domain.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.DeviceId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;

/**
 * Who acts: the first argument of every use case.
 *
 * @param device the phone that is acted with, as it named itself; null when it didn't
 */
public record Actor(
        MemberId memberId, Role role, Scope scope, @Nullable DeviceId device) {

    /** The server itself, when a listener or a loader writes what follows from something else. */
    public static final Actor SYSTEM = new Actor(new MemberId(new UUID(0, 0)), Role.PROVINCE_ADMIN, Scope.all());

    public Actor(MemberId memberId, Role role, Scope scope) {
        this(memberId, role, scope, null);
    }

    /** The same one, with that phone in hand. */
    public Actor on(@Nullable DeviceId phone) {
        return phone == null ? this : new Actor(memberId, role, scope, phone);
    }

    /** Throws {@code forbidden} when the role lacks the permission. */
    public void require(Permission permission) {
        if (!permission.isGivenTo(role)) {
            throw Problem.of(ProblemCode.FORBIDDEN, "forbidden." + permission);
        }
    }
}
