package vn.toso.notifications.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.NoticeId;
import vn.toso.notifications.device.Device;
import vn.toso.notifications.device.Devices;
import vn.toso.notifications.notice.Notice;

/** Where notices are left for delivery, and taken back. */
public final class Outbox {

    /** Devices of so many recipients are read, and pushes to them written, at a time. */
    private static final int AT_A_TIME = 500;

    private final Pushes pushes;
    private final Devices devices;
    private final Bell bell;
    private final Clock clock;

    public Outbox(Pushes pushes, Devices devices, Bell bell, Clock clock) {
        this.pushes = pushes;
        this.devices = devices;
        this.bell = bell;
        this.clock = clock;
    }

    /**
     * Leaves each notice for every phone that its recipient has now. The same notice again makes nothing again.
     */
    public Mono<Void> enqueue(List<Notice> notices) {
        return Flux.fromIterable(notices)
                .buffer(AT_A_TIME)
                .concatMap(this::enqueuePart)
                .then(Mono.fromRunnable(() -> ring(notices)));
    }

    private void ring(List<Notice> notices) {
        notices.stream()
                .map(notice -> Lane.of(notice.kind(), notice.urgent()))
                .distinct()
                .forEach(bell::ring);
    }

    /** Asks phones to pull, each once in each period that has passed since it last synchronised. */
    Mono<Void> wake(List<Device> silent, Duration period) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Push> wakings =
                silent.stream().map(device -> Push.waking(device, period, now)).toList();
        return pushes.insertNew(wakings).then(Mono.fromRunnable(() -> bell.ring(Lane.CROWD)));
    }

    /** Takes back what has not gone out of these notices: they were withdrawn, or read. */
    public Mono<Void> withdraw(Collection<NoticeId> notices) {
        return pushes.drop(notices, "withdrawn").then();
    }

    /** Takes back all that has not gone out about a subject, such as a cancelled announcement. */
    public Mono<Void> withdrawAbout(UUID subject) {
        return pushes.dropAbout(subject, "withdrawn").then();
    }

    private Mono<Void> enqueuePart(List<Notice> notices) {
        Map<MemberId, List<Notice>> byRecipient = new HashMap<>();
        notices.forEach(notice -> byRecipient
                .computeIfAbsent(notice.recipient(), member -> new ArrayList<>())
                .add(notice));
        return devices.reachableOf(byRecipient.keySet())
                .concatMapIterable(device -> pushesTo(device, byRecipient.getOrDefault(device.memberId(), List.of())))
                .buffer(AT_A_TIME)
                .concatMap(pushes::insertNew)
                .then();
    }

    private List<Push> pushesTo(Device device, List<Notice> notices) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return notices.stream().map(notice -> Push.of(notice, device, now)).toList();
    }
}
