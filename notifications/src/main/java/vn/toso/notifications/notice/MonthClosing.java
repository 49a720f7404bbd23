package vn.toso.notifications.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.area.AreaTree;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Days;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.storage.Store;
import vn.toso.domain.team.Member;
import vn.toso.domain.team.Members;

/** Some days before a month ends its leaders hear of it, once a month. */
public final class MonthClosing {

    private static final int PAGE = 500;

    private final Members members;
    private final AreaTrees trees;
    private final NoticeRules rules;
    private final Notices notices;
    private final Marks marks;
    private final Clock clock;

    public MonthClosing(
            Store store, Members members, AreaTrees trees, NoticeRules rules, Notices notices, Clock clock) {
        this.members = members;
        this.trees = trees;
        this.rules = rules;
        this.notices = notices;
        this.marks = new Marks(store);
        this.clock = clock;
    }

    /** Makes what is due by now; where nothing is it costs two reads. */
    public Mono<Void> run() {
        LocalDate today = Days.today(clock);
        return rules.current()
                .map(book -> book.of(Occasion.MONTH_CLOSING))
                .filter(rule -> rule.enabled() && isClose(rule, today))
                .flatMap(rule -> marks.find(rule.code().name())
                        .filter(YearMonth.from(today).toString()::equals)
                        .hasElement()
                        .flatMap(told -> told ? Mono.empty() : tell(rule, YearMonth.from(today))));
    }

    private static boolean isClose(NoticeRule rule, LocalDate today) {
        LocalDate last = YearMonth.from(today).atEndOfMonth();
        return !today.isBefore(last.minusDays(Objects.requireNonNull(rule.days())));
    }

    private Mono<Void> tell(NoticeRule rule, YearMonth month) {
        return Flux.fromIterable(rule.recipients())
                .concatMap(recipient -> pages(recipient, null)
                        .expand(page -> page.size() < PAGE ? Mono.empty() : pages(recipient, lastOf(page)), 1))
                .concatMapIterable(page -> page)
                .map(member -> notice(member, rule, month))
                .buffer(PAGE)
                .concatMap(notices::insertNew)
                .then(marks.set(rule.code().name(), month.toString()));
    }

    private Mono<List<Member>> pages(Recipient recipient, @Nullable MemberId after) {
        return members.activeBehind(null, recipient.role(), after, PAGE).collectList();
    }

    private static MemberId lastOf(List<Member> page) {
        return page.get(page.size() - 1).id();
    }

    private Notice notice(Member member, NoticeRule rule, YearMonth month) {
        AreaTree tree = trees.current();
        Map<String, String> facts = member.areas().isEmpty()
                ? new TreeMap<>()
                : Fact.at(tree, member.areas().get(0));
        Fact.put(facts, Fact.MONTH, month);
        Fact.put(facts, Fact.DUE, month.atEndOfMonth());
        return Notice.of(
                member.id(),
                NoticeKind.MONTH_CLOSING,
                member.id().value(),
                month.toString(),
                facts,
                rule.urgent(),
                clock.instant());
    }
}
