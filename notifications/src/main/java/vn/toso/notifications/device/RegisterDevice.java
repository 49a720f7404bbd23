package vn.toso.notifications.device;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import vn.toso.domain.access.Actor;
import vn.toso.domain.id.DeviceId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;

/**
 * Puts a phone into its member's hands. A token stands for one app on one phone: where it shows up is where it is, and
 * whoever had it before has it no more.
 */
public final class RegisterDevice {

    /** Of one member; of more, those that synchronised longest ago are forgotten. */
    static final int MOST_DEVICES = 10;

    /** How often two phones may get into each other's way before the caller is asked to try again. */
    private static final int TRIES = 5;

    /** @param first whether the phone was unknown before */
    public record Registered(Device device, boolean first) {}

    private final Devices devices;
    private final Clock clock;

    public RegisterDevice(Devices devices, Clock clock) {
        this.devices = devices;
        this.clock = clock;
    }

    /**
     * Emits the phone as it is stored now. A phone that was another member's becomes the actor's: who has it in hand is who
     * signs in on it. {@code invalid} for a token, version or locale that is none.
     */
    public Mono<Registered> put(Actor actor, DeviceId id, DeviceForm form) {
        return Mono.fromRunnable(form::check)
                .then(Mono.defer(() -> store(actor, id, form)))
                .retryWhen(Retry.max(TRIES).filter(RegisterDevice::isTaken))
                .onErrorMap(Exceptions::isRetryExhausted, busy -> Problem.of(ProblemCode.CONFLICT, "conflict.busy"))
                .flatMap(registered -> forgetOldest(actor).thenReturn(registered));
    }

    /** Forgets a phone of the actor; one that is not there is forgotten. {@code not-found} for somebody else's. */
    public Mono<Void> delete(Actor actor, DeviceId id) {
        return devices.delete(id, actor.memberId())
                .filter(deleted -> !deleted)
                .flatMap(missing -> devices.find(id))
                .flatMap(other -> Mono.error(() -> Problem.notFound("device")));
    }

    private Mono<Registered> store(Actor actor, DeviceId id, DeviceForm form) {
        String token = form.pushToken() == null ? Device.withoutToken(id) : form.pushToken();
        return devices.otherWith(token, id)
                .flatMap(former -> devices.removeToken(former.id(), token))
                .then(devices.find(id))
                .flatMap(known -> replaced(toDevice(actor, id, form, token, known)))
                .switchIfEmpty(Mono.defer(() -> inserted(toDevice(actor, id, form, token, null))));
    }

    private Mono<Registered> replaced(Device device) {
        return devices.replace(device).filter(there -> there).map(there -> new Registered(device, false));
    }

    private Mono<Registered> inserted(Device device) {
        return devices.insert(device).thenReturn(new Registered(device, true));
    }

    /** In other hands it is another phone, which has yet to synchronise. */
    private Device toDevice(Actor actor, DeviceId id, DeviceForm form, String token, @Nullable Device known) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Device same = known != null && known.memberId().equals(actor.memberId()) ? known : null;
        return new Device(
                id,
                actor.memberId(),
                form.platform(),
                token,
                form.appVersion(),
                form.locale(),
                same == null ? now : same.registeredAt(),
                same == null ? now : same.lastSyncAt());
    }

    private Mono<Void> forgetOldest(Actor actor) {
        return devices.of(actor.memberId())
                .skip(MOST_DEVICES)
                .concatMap(oldest -> devices.delete(oldest.id(), actor.memberId()))
                .then();
    }

    private static boolean isTaken(Throwable failure) {
        return failure instanceof MongoWriteException e && e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
