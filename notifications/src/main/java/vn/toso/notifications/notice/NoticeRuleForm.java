package vn.toso.notifications.notice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.problem.FieldErrors;

/** What the province says of a rule; see {@link NoticeRule} for what each part means. */
public record NoticeRuleForm(
        boolean enabled, @Nullable Integer days, @Nullable Integer hours, List<Recipient> recipients, boolean urgent) {

    private static final int MOST_DAYS = 60;
    private static final int MOST_HOURS = 24 * 14;

    public NoticeRuleForm {
        recipients = List.copyOf(recipients);
    }

    /** Notes what is wrong with it for that occasion. */
    void check(Occasion occasion, FieldErrors errors) {
        checkPeriod(days, occasion.period().inDays() != null, "/days", MOST_DAYS, errors);
        checkPeriod(hours, occasion.period().inHours() != null, "/hours", MOST_HOURS, errors);
        errors.check(!recipients.isEmpty(), "/recipients", "required");
        for (int i = 0; i < recipients.size(); i++) {
            Recipient recipient = recipients.get(i);
            List<Recipient> allowed = occasion.allowed().stream().sorted().toList();
            errors.check(allowed.contains(recipient), "/recipients/" + i, "not-allowed", allowed);
            errors.check(recipients.indexOf(recipient) == i, "/recipients/" + i, "duplicate");
        }
    }

    private static void checkPeriod(
            @Nullable Integer period, boolean wanted, String pointer, int most, FieldErrors errors) {
        if (!wanted) {
            errors.check(period == null, pointer, "not-wanted");
        } else if (period == null) {
            errors.add(pointer, "required");
        } else {
            errors.check(period >= 1 && period <= most, pointer, "range", 1, most);
        }
    }
}
