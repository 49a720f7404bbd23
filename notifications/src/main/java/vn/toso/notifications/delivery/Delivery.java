package vn.toso.notifications.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import reactor.core.publisher.Mono;
import vn.toso.domain.team.Members;
import vn.toso.notifications.device.Devices;
import vn.toso.notifications.notice.NoticeTexts;
import vn.toso.notifications.notice.Notices;

/** A node's part of delivery, put together; and what is said about all of it. */
public final class Delivery {

    /** How long what went out is remembered: for as long as somebody may ask who was reached. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final Pushes pushes;
    private final PushMeters meters;
    private final Clock clock;
    private final Deliver deliver;

    public Delivery(
            Pushes pushes,
            Devices devices,
            Members members,
            Notices notices,
            NoticeTexts texts,
            DeliveryRules rules,
            PushSender sender,
            Bell bell,
            PushMeters meters,
            Pace pace,
            Clock clock,
            RandomGenerator dice) {
        this.pushes = pushes;
        this.meters = meters;
        this.clock = clock;
        Circuit circuit = new Circuit();
        Envelopes envelopes = new Envelopes(notices, pushes, texts);
        Survey survey = new Survey(pushes, devices, members, rules, meters);
        Post post = new Post(pushes, devices, envelopes, sender, circuit, meters, pace.patience(), clock, dice);
        this.deliver = new Deliver(pushes, survey, post, circuit, bell, pace, clock);
    }

    /** Begins to take pushes out of the outbox. */
    public void start() {
        deliver.start();
    }

    /** Completes when the batches under way are sent and noted. */
    public Mono<Void> close() {
        return deliver.close();
    }

    /** How long the oldest push waits that nothing holds; zero when none does. */
    public Mono<Duration> ageOfOldest() {
        return pushes.oldest().map(since -> Duration.between(since, now())).defaultIfEmpty(Duration.ZERO);
    }

    /** Counts the queue for the meters; to be done every few seconds. */
    public Mono<Void> count() {
        return Mono.zip(pushes.waiting(), ageOfOldest())
                .doOnNext(seen -> meters.queue(seen.getT1(), seen.getT2().toSeconds()))
                .then();
    }

    /** Forgets what is long past; to be done now and then by one node. */
    public Mono<Void> forgetOld() {
        return Mono.defer(() -> pushes.removeBefore(now().minus(KEPT)));
    }

    private Instant now() {
        return clock.instant();
    }
}
