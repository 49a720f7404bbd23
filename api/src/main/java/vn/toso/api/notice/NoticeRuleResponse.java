package vn.toso.api.notice;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toso.notifications.notice.NoticeKind;
import vn.toso.notifications.notice.Occasion;
import vn.toso.notifications.notice.Recipient;

/**
 * When and to whom something is told.
 *
 * @param code the rule
 * @param kind what its notices tell
 * @param enabled whether it tells anything
 * @param days before or behind the day that it is about; absent for rules without a day
 * @param hours absent for rules that don't go by hours
 * @param urgent whether its notices may ring at night
 * @param version 0 for a rule as it ships
 */
@Schema(name = "NoticeRule")
record NoticeRuleResponse(
        Occasion code,
        NoticeKind kind,
        boolean enabled,
        @Nullable Integer days,
        @Nullable Integer hours,
        List<Recipient> recipients,
        boolean urgent,
        long version) {}
