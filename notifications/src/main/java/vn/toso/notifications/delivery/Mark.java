package vn.toso.notifications.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is noted of a push that was in hand. Pushes with equal marks are noted in one statement.
 *
 * @param state where it stands now
 * @param reason why; null for one that went out
 * @param dueAt when it may be claimed again; null unless it waits
 * @param heldUntil set when it is held for the morning
 * @param failed whether this counts as a try in vain
 * @param rang whether it counts among the member's pushes of the day
 */
record Mark(
        Push.State state,
        @Nullable String reason,
        @Nullable Instant dueAt,
        @Nullable Instant heldUntil,
        boolean failed,
        boolean rang) {

    static final Mark SENT = new Mark(Push.State.SENT, null, null, null, false, true);
    static final Mark GIVEN_UP = new Mark(Push.State.GIVEN_UP, "too-old", null, null, false, false);

    static Mark dropped(String reason) {
        return new Mark(Push.State.DROPPED, reason, null, null, false, false);
    }

    static Mark held(Instant until) {
        return new Mark(Push.State.WAITING, "held", until, until, false, false);
    }

    /** To be tried again; it was tried in vain. */
    static Mark again(String reason, Instant dueAt) {
        return new Mark(Push.State.WAITING, reason, dueAt, null, true, false);
    }

    /** To be tried again through no fault of its own. */
    static Mark postponed(String reason, Instant dueAt) {
        return new Mark(Push.State.WAITING, reason, dueAt, null, false, false);
    }
}
