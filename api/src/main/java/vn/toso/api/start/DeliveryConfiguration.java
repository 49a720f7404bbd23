package vn.toso.api.start;

import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import vn.toso.domain.change.ChangeFollower;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.change.ScheduledWork;
import vn.toso.domain.storage.Store;
import vn.toso.domain.team.Members;
import vn.toso.notifications.delivery.Bell;
import vn.toso.notifications.delivery.Delivery;
import vn.toso.notifications.delivery.DeliveryRules;
import vn.toso.notifications.delivery.EnqueueNotices;
import vn.toso.notifications.delivery.HamletNews;
import vn.toso.notifications.delivery.LogSender;
import vn.toso.notifications.delivery.Outbox;
import vn.toso.notifications.delivery.Pace;
import vn.toso.notifications.delivery.PushMeters;
import vn.toso.notifications.delivery.PushSender;
import vn.toso.notifications.delivery.Pushes;
import vn.toso.notifications.delivery.WakePhones;
import vn.toso.notifications.device.Devices;
import vn.toso.notifications.device.RegisterDevice;
import vn.toso.notifications.device.SilentDevices;
import vn.toso.notifications.device.SyncTimes;
import vn.toso.notifications.fcm.BadFirebaseSettings;
import vn.toso.notifications.fcm.FirebaseSender;
import vn.toso.notifications.notice.NoticeTexts;
import vn.toso.notifications.notice.Notices;

/** Phones and delivery as beans: from the outbox to Firebase, or to the log where no credentials are set. */
@Configuration(proxyBeanMethods = false)
@Import({
    Devices.class,
    RegisterDevice.class,
    SyncTimes.class,
    SilentDevices.class,
    Pushes.class,
    DeliveryRules.class,
    Bell.class,
    Outbox.class,
    EnqueueNotices.class,
    HamletNews.class,
    WakePhones.class,
    PushMeters.class
})
class DeliveryConfiguration {

    private static final Duration BETWEEN_WAKINGS = Duration.ofMinutes(10);
    private static final Duration BETWEEN_RETENTIONS = Duration.ofHours(1);

    @Bean(destroyMethod = "close")
    PushSender pushSender(TosoSettings settings, Clock clock) {
        try {
            return settings.firebase()
                    .sender()
                    .<PushSender>map(firebase -> FirebaseSender.open(firebase, clock))
                    .orElseGet(LogSender::new);
        } catch (BadFirebaseSettings e) {
            throw new CannotStart(
                    String.valueOf(e.getMessage()),
                    "Mend toso.firebase.*, or take it away: pushes then go to the log, and the inbox works the same.");
        }
    }

    @Bean
    ChangeFollower pushesFollower(Store store, ChangeLog log, EnqueueNotices enqueue) {
        return new ChangeFollower(store, log, enqueue);
    }

    @Bean
    Delivery delivery(
            Pushes pushes,
            Devices devices,
            Members members,
            Notices notices,
            NoticeTexts texts,
            DeliveryRules rules,
            PushSender sender,
            Bell bell,
            PushMeters meters,
            Clock clock,
            RandomGenerator dice) {
        return new Delivery(
                pushes, devices, members, notices, texts, rules, sender, bell, meters, Pace.USUAL, clock, dice);
    }

    @Bean
    DeliveryLifecycle deliveryLifecycle(
            Delivery delivery, Pushes pushes, Devices devices, SyncTimes syncTimes, SilentDevices silentDevices) {
        return new DeliveryLifecycle(delivery, pushes, devices, syncTimes, silentDevices);
    }

    @Bean
    ChangeFollower hamletNewsFollower(Store store, ChangeLog log, HamletNews news) {
        return new ChangeFollower(store, log, news);
    }

    @Bean
    ScheduledWork wakingOfPhones(WakePhones wakePhones) {
        return new ScheduledWork("waking-of-phones", BETWEEN_WAKINGS, wakePhones::run);
    }

    @Bean
    ScheduledWork pushRetention(Delivery delivery) {
        return new ScheduledWork("pushes-retention", BETWEEN_RETENTIONS, delivery::forgetOld);
    }
}
