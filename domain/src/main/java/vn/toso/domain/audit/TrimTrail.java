package vn.toso.domain.audit;

import java.time.Clock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes away what is older than the audit is kept, and signs first what it takes, so that nothing else can pass for it. */
public final class TrimTrail {

    private final AuditEntries entries;
    private final Checkpoints checkpoints;
    private final AuditRules rules;
    private final Clock clock;

    public TrimTrail(AuditEntries entries, Checkpoints checkpoints, AuditRules rules, Clock clock) {
        this.entries = entries;
        this.checkpoints = checkpoints;
        this.rules = rules;
        this.clock = clock;
    }

    /** Emits how many chains it took something of. */
    public Mono<Integer> run() {
        return rules.current()
                .map(settings -> clock.instant().minus(settings.kept()))
                .flatMapMany(old -> entries.chainsBefore(old).concatMap(chain -> entries.lastBefore(chain, old)))
                .map(AuditEntry::link)
                .collectList()
                .filter(gone -> !gone.isEmpty())
                .delayUntil(checkpoints::signTrimmed)
                .flatMap(gone -> Flux.fromIterable(gone)
                        .concatMap(link -> entries.delete(link.chain(), link.seq()))
                        .then(Mono.just(gone.size())))
                .defaultIfEmpty(0);
    }
}
