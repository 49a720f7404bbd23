package vn.toso.notifications.delivery;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.change.Eventually;
import vn.toso.domain.id.DeviceId;
import vn.toso.domain.storage.Store;
import vn.toso.domain.storage.TestStore;
import vn.toso.domain.team.Member;
import vn.toso.domain.world.MovingClock;
import vn.toso.domain.world.StoredWorld;
import vn.toso.notifications.device.Device;
import vn.toso.notifications.device.DeviceForm;
import vn.toso.notifications.device.Devices;
import vn.toso.notifications.device.Platform;
import vn.toso.notifications.device.RegisterDevice;
import vn.toso.notifications.fcm.FakeFcm;
import vn.toso.notifications.fcm.FirebaseSender;
import vn.toso.notifications.fcm.FirebaseSettings;
import vn.toso.notifications.notice.Notice;
import vn.toso.notifications.notice.NoticeKind;
import vn.toso.notifications.notice.NoticeTexts;
import vn.toso.notifications.notice.Notices;

/** People with phones, a clock that the test moves, a fake of FCM, and as many nodes as the test wants. */
final class DeliveryWorld implements AutoCloseable {

    static final Duration SOON = Duration.ofSeconds(30);

    /** The tests' pace: the clock stands still unless it is moved, so only the poll runs by itself. */
    private static final Pace PACE = new Pace(Duration.ofMinutes(5), Duration.ofSeconds(20), Duration.ofMillis(10), 3);

    final Store store;
    final MovingClock clock = new MovingClock();
    final ChangeLog log;
    final StoredWorld people;
    final Devices devices;
    final RegisterDevice registerDevice;
    final Notices notices;
    final Pushes pushes;
    final DeliveryRules rules;
    final Outbox outbox;
    final Bell bell = new Bell();
    final FakeFcm fcm = FakeFcm.start();
    final FirebaseSender sender;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<Delivery> nodes = new ArrayList<>();

    DeliveryWorld(String name, Path folder) {
        store = TestStore.open(name);
        log = new ChangeLog(store, clock);
        people = new StoredWorld(store, log, clock);
        devices = new Devices(store);
        registerDevice = new RegisterDevice(devices, clock);
        notices = new Notices(store, log, clock);
        pushes = new Pushes(store);
        rules = new DeliveryRules(store, clock);
        outbox = new Outbox(pushes, devices, bell, clock);
        sender = FirebaseSender.open(
                new FirebaseSettings(
                        fcm.credentials(folder),
                        null,
                        URI.create(fcm.url()),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5)),
                clock);
        await(Mono.when(
                devices.createIndexes(),
                pushes.createIndexes(),
                notices.collection().createIndexes()));
    }

    static <T> T await(Mono<T> mono) {
        return mono.block(SOON);
    }

    /** This database, for another process. */
    String uri() {
        return TestStore.uri()
                .replaceFirst("(://[^/]+)/?([^?]*)", "$1/" + store.database().getName());
    }

    /** A node on the same database, that already runs. */
    Delivery startNode() {
        Delivery node = new Delivery(
                new Pushes(store),
                new Devices(store),
                people.members,
                notices,
                new NoticeTexts(),
                rules,
                sender,
                bell,
                new PushMeters(meters),
                PACE,
                clock,
                new Random(1));
        node.start();
        nodes.add(node);
        return node;
    }

    /** A phone of that member, whose token is its name. */
    Device phone(Member member, String name) {
        return phone(member, name, Platform.ANDROID);
    }

    Device phone(Member member, String name, Platform platform) {
        Actor actor = new Actor(member.id(), member.role(), vn.toso.domain.access.Scope.all());
        DeviceId id = new DeviceId(UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return await(registerDevice.put(actor, id, new DeviceForm(platform, name, "1.0", "vi-VN")))
                .device();
    }

    /** Tells a member of a task that nobody else was told of. */
    Notice assigned(Member member) {
        return notice(member, NoticeKind.TASK_ASSIGNED, false);
    }

    Notice urgent(Member member) {
        return notice(member, NoticeKind.TASK_OVERDUE, true);
    }

    Notice notice(Member member, NoticeKind kind, boolean urgent) {
        return Notice.of(member.id(), kind, UUID.randomUUID(), "test", Map.of(), urgent, clock.instant());
    }

    void enqueue(Notice... told) {
        await(notices.insertNew(List.of(told)).then());
        await(outbox.enqueue(List.of(told)));
    }

    List<Push> outboxContent() {
        return await(Flux.from(store.collection("pushes", Push.class).find()).collectList());
    }

    List<Push> in(Push.State state) {
        return outboxContent().stream().filter(push -> push.state() == state).toList();
    }

    /** Waits until nothing is due, so that whatever is to be sent has been. */
    void awaitCalm() {
        Eventually.holds(() -> {
            if (outboxContent().stream()
                    .anyMatch(push -> push.state() == Push.State.WAITING
                            && !push.dueAt().isAfter(clock.instant().plus(PACE.lease())))) {
                throw new AssertionError("still due: " + in(Push.State.WAITING));
            }
        });
    }

    double metered(String name) {
        return meters.find(name).counters().stream()
                .mapToDouble(io.micrometer.core.instrument.Counter::count)
                .sum();
    }

    @Override
    public void close() {
        nodes.forEach(node -> node.close().block(SOON));
        sender.close();
        fcm.close();
        store.close();
    }
}
