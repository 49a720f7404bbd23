package vn.toso.domain.task;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.MemberId;

/**
 * What somebody did for a task offline, and told when the task was closed already, or somebody else's.
 *
 * @param action {@code START} or {@code COMPLETE}
 * @param reportedAt by the phone's clock, which may be wrong; null when not said
 * @param receivedAt the server's time
 */
public record LateWork(
        MemberId by, TaskAction action, @Nullable OffsetDateTime reportedAt, Instant receivedAt) {

    /** Whether it is the same, told once more over a network that repeats. */
    boolean isSame(LateWork other) {
        return by.equals(other.by) && action == other.action;
    }
}
