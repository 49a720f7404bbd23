package vn.toso.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toso.domain.world.TestWorld.HOA;
import static vn.toso.domain.world.TestWorld.LAN;
import static vn.toso.domain.world.TestWorld.THUY;
import static vn.toso.notifications.delivery.DeliveryWorld.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toso.domain.access.Actor;
import vn.toso.domain.area.Days;
import vn.toso.domain.change.Change;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.world.TestWorld;
import vn.toso.notifications.device.Platform;
import vn.toso.notifications.fcm.Received;
import vn.toso.notifications.notice.NoticeRules;

/** Phones that have been away for long are asked to pull when there is something to fetch. */
class WakePhonesTest {

    @TempDir
    private Path folder;

    private DeliveryWorld world;
    private HamletNews news;
    private WakePhones wakePhones;

    @BeforeEach
    void open() {
        world = new DeliveryWorld("WakePhones", folder);
        news = new HamletNews(world.store, world.people.trees);
        wakePhones = new WakePhones(
                world.devices,
                world.people.members,
                news,
                new NoticeRules(world.store, world.log, world.clock),
                world.people.trees,
                world.outbox,
                world.clock);
        world.startNode();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void newsIn(AreaId hamlet) {
        UUID entity = UUID.randomUUID();
        await(news.handle(List.of(new Change(
                "task:" + entity + ":1",
                0,
                1,
                "task",
                entity,
                1,
                hamlet,
                Change.Op.PUT,
                Actor.SYSTEM.memberId(),
                world.clock.instant()))));
    }

    private List<String> woken() {
        await(wakePhones.run());
        world.awaitCalm();
        return world.fcm.received().stream().map(Received::token).sorted().toList();
    }

    @Test
    void only_phones_with_news_that_were_away_for_half_a_day_are_woken_and_once() {
        world.phone(LAN, "lan");
        world.phone(LAN, "lan-iphone", Platform.IOS);
        world.phone(THUY, "thuy");
        world.clock.advance(Duration.ofHours(2));
        newsIn(TestWorld.XOM_1.id());
        world.clock.advance(Duration.ofHours(9));
        world.phone(HOA, "hoa");
        assertThat(woken()).isEmpty();

        world.clock.advance(Duration.ofHours(2));
        assertThat(woken()).containsExactly("lan", "lan-iphone");
        assertThat(woken()).containsExactly("lan", "lan-iphone");
        Received silent = world.fcm.receivedFor("lan-iphone").get(0);
        assertThat(silent.at("notification")).isEmpty();
        assertThat(silent.data("kind")).isEqualTo("SYNC_WANTED");
        assertThat(silent.at("apns", "payload", "aps", "content-available")).isEqualTo("1");

        world.clock.advance(Duration.ofHours(12));
        assertThat(woken()).containsExactly("lan", "lan", "lan-iphone", "lan-iphone");
    }

    @Test
    void what_follows_from_the_phones_own_work_is_no_news() {
        world.phone(LAN, "lan");
        world.clock.advance(Duration.ofSeconds(20));
        newsIn(TestWorld.XOM_1.id());
        world.clock.advance(Duration.ofHours(13));

        assertThat(woken()).isEmpty();
    }

    @Test
    void silent_messages_go_at_night_and_are_not_counted() {
        world.phone(LAN, "lan");
        world.clock.advance(Duration.ofHours(1));
        newsIn(TestWorld.XOM_1.id());
        world.clock.advance(Duration.ofHours(27));

        assertThat(woken()).containsExactly("lan");
        assertThat(await(world.pushes
                        .rungOn(Days.today(world.clock).toString(), List.of(LAN.id()), UUID.randomUUID())
                        .collectList()))
                .isEmpty();
    }
}
