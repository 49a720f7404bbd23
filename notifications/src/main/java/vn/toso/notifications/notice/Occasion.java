package vn.toso.notifications.notice;

import static vn.toso.notifications.notice.Recipient.ASSIGNEE;
import static vn.toso.notifications.notice.Recipient.ASSIGNER;
import static vn.toso.notifications.notice.Recipient.LEADERS;
import static vn.toso.notifications.notice.Recipient.MEMBERS;
import static vn.toso.notifications.notice.Recipient.OVERSIGHT;
import static vn.toso.notifications.notice.Recipient.PROVINCE;
import static vn.toso.notifications.notice.Recipient.SENDER;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The table of notices: what is told, when it ships to be told, and to whom. The names are the codes of the rules, of
 * which the province may change when and to whom ({@link NoticeRule}).
 */
public enum Occasion {
    //                     what                            after                          whom, as shipped   whom it may
    // tell
    TASK_ASSIGNED(NoticeKind.TASK_ASSIGNED, Period.AT_ONCE, List.of(ASSIGNEE), Set.of(ASSIGNEE)),
    TASK_REASSIGNED(NoticeKind.TASK_REASSIGNED, Period.AT_ONCE, List.of(ASSIGNEE), Set.of(ASSIGNEE)),
    TASK_CANCELLED(NoticeKind.TASK_CANCELLED, Period.AT_ONCE, List.of(ASSIGNEE), Set.of(ASSIGNEE)),
    /** Days before the last one. */
    TASK_DUE(NoticeKind.TASK_DUE, Period.days(2), List.of(ASSIGNEE), Audience.OF_TASKS),
    /** Days behind the last one: the three steps of an escalation. */
    TASK_OVERDUE_FIRST(
            NoticeKind.TASK_OVERDUE, Period.days(1), List.of(ASSIGNEE, ASSIGNER, LEADERS), Audience.OF_TASKS),
    TASK_OVERDUE_SECOND(NoticeKind.TASK_OVERDUE, Period.days(7), List.of(OVERSIGHT), Audience.OF_TASKS),
    TASK_OVERDUE_THIRD(NoticeKind.TASK_OVERDUE, Period.days(14), List.of(PROVINCE), Audience.OF_TASKS),
    CAMPAIGN_LAUNCHED(NoticeKind.CAMPAIGN_LAUNCHED, Period.AT_ONCE, List.of(MEMBERS), Set.of(MEMBERS)),
    CAMPAIGN_ENDED(NoticeKind.CAMPAIGN_ENDED, Period.AT_ONCE, List.of(MEMBERS), Set.of(MEMBERS)),
    WORK_QUARANTINED(
            NoticeKind.WORK_QUARANTINED, Period.AT_ONCE, List.of(LEADERS), Set.of(LEADERS, OVERSIGHT, PROVINCE)),
    WORK_ACCEPTED(NoticeKind.WORK_ACCEPTED, Period.AT_ONCE, List.of(SENDER), Set.of(SENDER)),
    WORK_REJECTED(NoticeKind.WORK_REJECTED, Period.AT_ONCE, List.of(SENDER), Set.of(SENDER)),
    CONFLICT(NoticeKind.CONFLICT, Period.AT_ONCE, List.of(SENDER), Set.of(SENDER)),
    /** Days before the month's last one. */
    MONTH_CLOSING(NoticeKind.MONTH_CLOSING, Period.days(3), List.of(LEADERS), Set.of(LEADERS, OVERSIGHT, PROVINCE)),
    ANNOUNCEMENT(NoticeKind.ANNOUNCEMENT, Period.AT_ONCE, List.of(MEMBERS), Set.of(MEMBERS)),
    /** Hours that a phone hasn't synchronised though there is news for it; and hours between two such signals. */
    SYNC_WANTED(NoticeKind.SYNC_WANTED, Period.hours(12), List.of(MEMBERS), Set.of(MEMBERS));

    /** After how long; one of both, or none for what is told at once. */
    record Period(@Nullable Integer inDays, @Nullable Integer inHours) {

        static final Period AT_ONCE = new Period(null, null);

        static Period days(int days) {
            return new Period(days, null);
        }

        static Period hours(int hours) {
            return new Period(null, hours);
        }
    }

    /** Those whom rules of the same sort may tell. */
    private static final class Audience {
        static final Set<Recipient> OF_TASKS = Set.of(ASSIGNEE, ASSIGNER, LEADERS, OVERSIGHT, PROVINCE);
    }

    private final NoticeKind kind;

    @SuppressWarnings("ImmutableEnumChecker") // a record of two boxed numbers
    private final Period period;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Recipient> shipped;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<Recipient> allowed;

    Occasion(NoticeKind kind, Period period, List<Recipient> shipped, Set<Recipient> allowed) {
        this.kind = kind;
        this.period = period;
        this.shipped = shipped;
        this.allowed = allowed;
    }

    public NoticeKind kind() {
        return kind;
    }

    Period period() {
        return period;
    }

    List<Recipient> shipped() {
        return shipped;
    }

    /** Those whom the rule may be told to reach. */
    Set<Recipient> allowed() {
        return allowed;
    }

    /** The one of that code, if there is any. */
    static Optional<Occasion> find(String code) {
        return Arrays.stream(values())
                .filter(occasion -> occasion.name().equals(code))
                .findFirst();
    }
}
