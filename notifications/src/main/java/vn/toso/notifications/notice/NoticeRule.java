package vn.toso.notifications.notice;

import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.NoticeRuleId;
import vn.toso.domain.storage.Revision;

/**
 * When and to whom something is told, as the province wants it.
 *
 * @param enabled false keeps silent about it
 * @param days before or behind the day that it is about; null for what has no day
 * @param hours null for what doesn't go by hours
 * @param urgent whether it may ring at night
 */
public record NoticeRule(
        @BsonId NoticeRuleId id,
        Revision revision,
        Occasion code,
        boolean enabled,
        @Nullable Integer days,
        @Nullable Integer hours,
        List<Recipient> recipients,
        boolean urgent)
        implements Versioned<NoticeRule> {

    public NoticeRule {
        recipients = List.copyOf(recipients);
    }

    /** What ships; its version is 0, since nobody wrote it. */
    static NoticeRule shipped(Occasion occasion) {
        return new NoticeRule(
                NoticeRuleId.of(occasion.name()),
                Revision.NONE,
                occasion,
                true,
                occasion.period().inDays(),
                occasion.period().inHours(),
                occasion.shipped(),
                false);
    }

    boolean tells(Recipient recipient) {
        return enabled && recipients.contains(recipient);
    }

    /** The same row with what the province says now. */
    NoticeRule saying(NoticeRuleForm form) {
        return new NoticeRule(
                id, revision, code, form.enabled(), form.days(), form.hours(), form.recipients(), form.urgent());
    }

    @Override
    public NoticeRuleId key() {
        return id;
    }

    @Override
    public @Nullable AreaId hamlet() {
        return null;
    }

    @Override
    public NoticeRule revised(Revision next) {
        return new NoticeRule(id, next, code, enabled, days, hours, recipients, urgent);
    }
}
