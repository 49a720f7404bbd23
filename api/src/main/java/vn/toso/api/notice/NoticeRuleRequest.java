package vn.toso.api.notice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toso.notifications.notice.Recipient;

/**
 * A rule as the province wants it.
 *
 * @param enabled false keeps silent about it; absent means true
 * @param days for rules about a day: how many before or behind it, 1 to 60
 * @param hours for rules that go by hours, 1 to 336
 * @param recipients whom it tells; one at least
 * @param urgent whether it may ring at night; absent means no
 */
record NoticeRuleRequest(
        @Nullable Boolean enabled,
        @Nullable Integer days,
        @Nullable Integer hours,
        List<Recipient> recipients,
        @Nullable Boolean urgent) {}
