package vn.toso.api.start;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Mono;
import vn.toso.domain.change.ChangeFollower;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.change.ScheduledWork;
import vn.toso.domain.storage.Store;
import vn.toso.notifications.announcement.Announce;
import vn.toso.notifications.announcement.Announcements;
import vn.toso.notifications.announcement.FanOut;
import vn.toso.notifications.notice.AmendNoticeRule;
import vn.toso.notifications.notice.FollowChanges;
import vn.toso.notifications.notice.Inbox;
import vn.toso.notifications.notice.MonthClosing;
import vn.toso.notifications.notice.NoticeRules;
import vn.toso.notifications.notice.NoticeShelf;
import vn.toso.notifications.notice.NoticeTexts;
import vn.toso.notifications.notice.Notices;
import vn.toso.notifications.notice.Reminders;
import vn.toso.notifications.notice.TellOfConflicts;

/** Notices as beans, and what makes them: the follower of the change log, and the clock. */
@Configuration(proxyBeanMethods = false)
@Import({
    Notices.class,
    NoticeRules.class,
    AmendNoticeRule.class,
    NoticeTexts.class,
    NoticeShelf.class,
    Inbox.class,
    FollowChanges.class,
    Reminders.class,
    MonthClosing.class,
    TellOfConflicts.class,
    Announcements.class,
    Announce.class,
    FanOut.class
})
class NoticeConfiguration {

    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);
    private static final Duration BETWEEN_FAN_OUTS = Duration.ofSeconds(1);

    @Bean
    ChangeFollower noticesFollower(Store store, ChangeLog log, FollowChanges notices) {
        return new ChangeFollower(store, log, notices);
    }

    @Bean
    ScheduledWork remindersByTheClock(Reminders reminders, MonthClosing month, TellOfConflicts conflicts) {
        return new ScheduledWork(
                "reminders", BETWEEN_LOOKS, () -> Mono.whenDelayError(reminders.run(), month.run(), conflicts.run()));
    }

    @Bean
    ScheduledWork announcementsGoingOut(FanOut fanOut) {
        return new ScheduledWork("announcements", BETWEEN_FAN_OUTS, fanOut::run);
    }
}
