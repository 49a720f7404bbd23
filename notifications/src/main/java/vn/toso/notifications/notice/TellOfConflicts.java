package vn.toso.notifications.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;
import vn.toso.domain.storage.Store;
import vn.toso.domain.sync.Mutations;
import vn.toso.domain.sync.Receipt;

/**
 * Conflicts: whoever changed what somebody else had changed before is told, also on the other phones. Receipts of pushes
 * are not logged, so this looks for new ones; a look that was cut short comes again and finds the same.
 */
public final class TellOfConflicts {

    /** A receipt gets its time some moments before it can be seen, and clocks of nodes differ. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private static final Duration FIRST_LOOK_BACK = Duration.ofHours(1);
    private static final int PAGE = 500;
    private static final String WORK = "conflicts";

    private final Mutations mutations;
    private final NoticeRules rules;
    private final Notices notices;
    private final Marks marks;
    private final Clock clock;

    public TellOfConflicts(Store store, Mutations mutations, NoticeRules rules, Notices notices, Clock clock) {
        this.mutations = mutations;
        this.rules = rules;
        this.notices = notices;
        this.marks = new Marks(store);
        this.clock = clock;
    }

    /** One look: at most a page, so that the next one goes on from there. */
    public Mono<Void> run() {
        Instant began = clock.instant();
        return rules.current()
                .map(book -> book.of(Occasion.CONFLICT))
                .filter(rule -> rule.tells(Recipient.SENDER))
                .flatMap(rule -> marks.find(WORK)
                        .map(Instant::parse)
                        .defaultIfEmpty(began.minus(FIRST_LOOK_BACK))
                        .flatMap(since -> look(rule, since, began)));
    }

    private Mono<Void> look(NoticeRule rule, Instant since, Instant began) {
        return mutations
                .conflictsSince(since, PAGE)
                .collectList()
                .flatMap(found -> notices.insertNew(found.stream()
                                .map(receipt -> notice(receipt, rule))
                                .toList())
                        .then(marks.set(WORK, reached(found, since, began).toString())));
    }

    private static Instant reached(List<Receipt> found, Instant since, Instant began) {
        if (found.size() == PAGE) {
            return found.get(PAGE - 1).receivedAt();
        }
        Instant safe = began.minus(MARGIN);
        return safe.isAfter(since) ? safe : since;
    }

    private static Notice notice(Receipt receipt, NoticeRule rule) {
        return Notice.of(
                receipt.member(),
                NoticeKind.CONFLICT,
                receipt.id().value(),
                "once",
                Map.of(Fact.MUTATION, receipt.id().toString()),
                rule.urgent(),
                receipt.receivedAt());
    }
}
