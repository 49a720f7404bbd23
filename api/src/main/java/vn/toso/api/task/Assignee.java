package vn.toso.api.task;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toso.api.json.Ids;
import vn.toso.domain.access.Actor;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.problem.FieldError;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;

/** Whose tasks a list shows. */
final class Assignee {

    private Assignee() {}

    /** @param text a member's id, or {@code me}; null for anybody's */
    static @Nullable MemberId of(Actor actor, @Nullable String text) {
        if (text == null || text.equals("me")) {
            return text == null ? null : actor.memberId();
        }
        try {
            return new MemberId(Ids.uuid(text));
        } catch (IllegalArgumentException notAnId) {
            throw Problem.of(
                    ProblemCode.MALFORMED, "malformed.parameter", List.of(FieldError.of("/assignee", "not-a-uuid")));
        }
    }
}
