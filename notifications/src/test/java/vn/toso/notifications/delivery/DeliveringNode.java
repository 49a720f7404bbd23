package vn.toso.notifications.delivery;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import vn.toso.domain.area.Days;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.team.Members;
import vn.toso.notifications.device.Devices;
import vn.toso.notifications.fcm.FirebaseSender;
import vn.toso.notifications.fcm.FirebaseSettings;
import vn.toso.notifications.notice.NoticeTexts;
import vn.toso.notifications.notice.Notices;

/**
 * A node in a process of its own, which delivers until it is killed. Arguments: the database, the service account's file,
 * the fake's address, what time it is.
 */
final class DeliveringNode {

    private DeliveringNode() {}

    public static void main(String[] arguments) throws InterruptedException {
        Store store = Store.connect(arguments[0], TestStore.vault());
        Clock clock = Clock.fixed(Instant.parse(arguments[3]), Days.ZONE);
        ChangeLog log = new ChangeLog(store, clock);
        new Delivery(
                        new Pushes(store),
                        new Devices(store),
                        new Members(store, log, clock),
                        new Notices(store, log, clock),
                        new NoticeTexts(),
                        new DeliveryRules(store, clock),
                        FirebaseSender.open(
                                FirebaseSettings.of(Path.of(arguments[1]), null, URI.create(arguments[2])), clock),
                        new Bell(),
                        new PushMeters(new SimpleMeterRegistry()),
                        Pace.USUAL,
                        clock,
                        new Random(1))
                .start();
        Thread.sleep(Duration.ofMinutes(5).toMillis());
    }
}
