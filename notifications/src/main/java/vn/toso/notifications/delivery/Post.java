package vn.toso.notifications.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import vn.toso.notifications.device.Devices;

/** Sends one batch and notes what came of it. */
final class Post {

    private static final Logger LOG = LoggerFactory.getLogger(Post.class);

    /** Pushes in hand that go out now. */
    record Batch(UUID claim, List<Plan.Going> going) {}

    private final Pushes pushes;
    private final Devices devices;
    private final Envelopes envelopes;
    private final PushSender sender;
    private final Circuit circuit;
    private final PushMeters meters;
    private final Duration patience;
    private final Clock clock;
    private final RandomGenerator dice;

    Post(
            Pushes pushes,
            Devices devices,
            Envelopes envelopes,
            PushSender sender,
            Circuit circuit,
            PushMeters meters,
            Duration patience,
            Clock clock,
            RandomGenerator dice) {
        this.pushes = pushes;
        this.devices = devices;
        this.envelopes = envelopes;
        this.sender = sender;
        this.circuit = circuit;
        this.meters = meters;
        this.patience = patience;
        this.clock = clock;
        this.dice = dice;
    }

    /** Fails never: what can't be noted comes back when the lease ends. */
    Mono<Void> carryOut(Batch batch) {
        return batch.going().isEmpty()
                ? Mono.empty()
                : envelopes
                        .pack(batch.going(), clock.instant())
                        .flatMap(this::send)
                        .flatMap(receipts -> note(batch, receipts))
                        .onErrorResume(failure -> {
                            LOG.warn(
                                    "{} pushes come back when their lease ends",
                                    batch.going().size(),
                                    failure);
                            return Mono.empty();
                        });
    }

    private Mono<List<Receipt>> send(List<Outgoing> messages) {
        return sender.send(messages).timeout(patience).onErrorResume(failure -> {
            LOG.warn("{} pushes were sent without an answer", messages.size(), failure);
            return Mono.just(Collections.nCopies(messages.size(), Receipt.later("no-answer", null)));
        });
    }

    private Mono<Void> note(Batch batch, List<Receipt> receipts) {
        Instant now = clock.instant();
        Verdicts verdicts = new Verdicts(batch.going(), receipts, now, dice);
        judge(verdicts, now);
        meters.receipts(verdicts);
        return pushes.mark(batch.claim(), verdicts.marks(circuit.probeAt()))
                .then(devices.removeTokens(verdicts.deadTokens()));
    }

    private void judge(Verdicts verdicts, Instant now) {
        if (verdicts.isRefused() && circuit.refused(now)) {
            LOG.error(
                    "FCM refuses our credentials: {}. Nothing is sent until they are mended; all stays queued.",
                    verdicts.receipts().get(0).reason());
        } else if (verdicts.isAdmitted() && circuit.admitted()) {
            LOG.info("FCM accepts our credentials again");
        }
        meters.refused(circuit.isRefused());
    }
}
