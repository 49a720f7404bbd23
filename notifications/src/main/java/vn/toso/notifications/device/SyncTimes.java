package vn.toso.notifications.device;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.id.DeviceId;
import vn.toso.domain.id.MemberId;
import vn.toso.notifications.device.Devices.Sync;

/**
 * Remembers who synchronised, and writes it down in bulk now and then: a pull that brings nothing must not cost a
 * statement. A node that is killed forgets a few seconds' worth, which the next pull mends.
 */
public final class SyncTimes {

    private static final int AT_A_TIME = 500;

    private record Who(MemberId member, @Nullable DeviceId device) {}

    private final Devices devices;
    private final Clock clock;
    private final Map<Who, Instant> noted = new ConcurrentHashMap<>();

    public SyncTimes(Devices devices, Clock clock) {
        this.devices = devices;
        this.clock = clock;
    }

    /** @param device which phone it was; null when it did not say, which stands for all phones of the member */
    public void note(MemberId member, @Nullable DeviceId device) {
        noted.put(new Who(member, device), clock.instant());
    }

    /** Writes down what was noted until now; what can't be written is kept for the next time. */
    public Mono<Void> flush() {
        return Flux.defer(() -> Flux.fromIterable(taken()))
                .buffer(AT_A_TIME)
                .concatMap(syncs -> devices.noteSyncs(syncs).doOnError(failure -> putBack(syncs)))
                .then();
    }

    private List<Sync> taken() {
        List<Sync> syncs = new ArrayList<>();
        noted.forEach((who, at) -> {
            if (noted.remove(who, at)) {
                syncs.add(new Sync(who.member(), who.device(), at));
            }
        });
        return syncs;
    }

    private void putBack(List<Sync> syncs) {
        syncs.forEach(sync -> noted.putIfAbsent(new Who(sync.member(), sync.device()), sync.at()));
    }
}
