package vn.toso.notifications.notice;

import java.time.Clock;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.change.LoggedCollection;
import vn.toso.domain.storage.Store;

/** The rules that the province changed; all others are as they ship. */
public final class NoticeRules {

    private final LoggedCollection<NoticeRule> rules;

    public NoticeRules(Store store, ChangeLog log, Clock clock) {
        this.rules =
                new LoggedCollection<>(store, log, clock, "notice-rule", "notice_rules", NoticeRule.class, List.of());
    }

    LoggedCollection<NoticeRule> collection() {
        return rules;
    }

    /** Read anew each time: a dozen rows at most, and a change holds at once on every node. */
    public Mono<RuleBook> current() {
        return Flux.from(rules.documents().find()).collectList().map(RuleBook::new);
    }

    /** All rules in the order of the table. */
    public Mono<List<NoticeRule>> list(Actor actor) {
        return Mono.fromRunnable(() -> actor.require(Permission.READ_NOTICE_RULES))
                .then(Mono.defer(this::current))
                .map(RuleBook::all);
    }
}
