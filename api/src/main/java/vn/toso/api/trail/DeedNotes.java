package vn.toso.api.trail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.audit.AuditAction;
import vn.toso.domain.audit.AuditRules;
import vn.toso.domain.audit.AuditSettings;
import vn.toso.domain.audit.Deed;
import vn.toso.domain.audit.ManyReads;
import vn.toso.domain.audit.Trail;
import vn.toso.domain.id.IdSource;

/** Writes down what the change log can't tell: what somebody was shown, and what somebody was refused. */
@Component
public final class DeedNotes {

    private static final Logger LOG = LoggerFactory.getLogger(DeedNotes.class);
    private static final Duration SETTINGS_KEPT = Duration.ofMinutes(1);
    private static final int MOST_WAITING = 10_000;

    /** Phones hold their hamlets' households; that they fetch them alarms nobody. */
    private static final String PULL = "GET /v1/sync/pull";

    private final Trail trail;
    private final ManyReads manyReads;
    private final IdSource ids;
    private final Clock clock;
    private final Mono<AuditSettings> settings;
    private final Counter alarms;
    private final Counter lost;
    private final AtomicInteger waiting = new AtomicInteger();

    DeedNotes(Trail trail, AuditRules rules, IdSource ids, Clock clock, MeterRegistry meters) {
        this.trail = trail;
        this.manyReads = new ManyReads(clock);
        this.ids = ids;
        this.clock = clock;
        this.settings = rules.current().cache(settings -> SETTINGS_KEPT, failure -> Duration.ZERO, () -> Duration.ZERO);
        this.alarms = meters.counter("toso.audit.alarms");
        this.lost = meters.counter("toso.audit.refusals.lost");
    }

    /** Completes when it is stored: nobody is shown anything that is not written down. */
    public Mono<Void> shown(Actor who, String operation, List<UUID> households) {
        if (households.isEmpty()) {
            return Mono.empty();
        }
        Deed read = deed(who, AuditAction.READ, operation, households);
        return (operation.equals(PULL) ? Mono.just(false) : isAlarming(who, households))
                .flatMap(alarming -> trail.write(alarming ? List.of(read, alarm(who, operation)) : List.of(read)));
    }

    private Mono<Boolean> isAlarming(Actor who, List<UUID> households) {
        return settings.map(now -> manyReads.isAlarming(who.memberId(), households, now));
    }

    private Deed alarm(Actor who, String operation) {
        alarms.increment();
        LOG.warn("Member {} was shown very many households in a short time, last by {}", who.memberId(), operation);
        return deed(who, AuditAction.ALARM, operation, List.of());
    }

    /** Completes when a change is stored that the change log doesn't know. */
    public Mono<Void> changed(Actor who, String operation, List<UUID> entities) {
        return trail.write(List.of(deed(who, AuditAction.CHANGED, operation, entities)));
    }

    /** Doesn't hold up the refusal; when too many wait, some are counted only. */
    public void refused(Actor who, String operation, List<UUID> entities, String code) {
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            lost.increment();
            return;
        }
        Deed denied = deed(who, AuditAction.DENIED, operation, entities).refusedWith(code);
        trail.write(List.of(denied))
                .doFinally(end -> waiting.decrementAndGet())
                .subscribe(done -> {}, failure -> lost.increment());
    }

    private Deed deed(Actor who, AuditAction what, String operation, List<UUID> entities) {
        return Deed.of(who, what, operation, new ArrayList<>(entities), ids.next(), clock.instant());
    }
}
