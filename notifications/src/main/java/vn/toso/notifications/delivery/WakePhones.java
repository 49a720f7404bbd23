package vn.toso.notifications.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Scope;
import vn.toso.domain.area.AreaTree;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Days;
import vn.toso.domain.area.Scopes;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.team.Member;
import vn.toso.domain.team.Members;
import vn.toso.notifications.device.Device;
import vn.toso.notifications.device.Devices;
import vn.toso.notifications.notice.NoticeRule;
import vn.toso.notifications.notice.NoticeRules;
import vn.toso.notifications.notice.Occasion;

/**
 * Asks phones to pull that have not synchronised for as long as the rule {@code SYNC_WANTED} says though there is news for
 * them: by a message that nobody sees, once in that time. To be run every few minutes; run twice it asks once.
 */
public final class WakePhones {

    private static final int AT_A_TIME = 500;

    /** What a phone sends is followed by what the server reckons from it, which alone is no news. */
    private static final Duration ECHO = Duration.ofMinutes(1);

    private final Devices devices;
    private final Members members;
    private final HamletNews news;
    private final NoticeRules rules;
    private final AreaTrees trees;
    private final Outbox outbox;
    private final Clock clock;

    public WakePhones(
            Devices devices,
            Members members,
            HamletNews news,
            NoticeRules rules,
            AreaTrees trees,
            Outbox outbox,
            Clock clock) {
        this.devices = devices;
        this.members = members;
        this.news = news;
        this.rules = rules;
        this.trees = trees;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Completes when all that are to be asked are in the outbox. */
    public Mono<Void> run() {
        return rules.current()
                .map(book -> book.of(Occasion.SYNC_WANTED))
                .filter(NoticeRule::enabled)
                .flatMap(rule -> wake(Duration.ofHours(Objects.requireNonNullElse(rule.hours(), 12))));
    }

    private Mono<Void> wake(Duration silence) {
        Instant since = clock.instant().minus(silence);
        return news.all()
                .flatMapMany(latest -> devices.reachableSilentSince(since)
                        .buffer(AT_A_TIME)
                        .concatMap(silent -> withNews(silent, latest)))
                .concatMap(wanted -> outbox.wake(wanted, silence))
                .then();
    }

    private Mono<List<Device>> withNews(List<Device> silent, Map<AreaId, Instant> latest) {
        Set<MemberId> people = silent.stream().map(Device::memberId).collect(Collectors.toSet());
        return members.collection()
                .findAll(List.copyOf(people))
                .filter(Member::isActive)
                .collectMap(Member::id, this::scopeOf)
                .map(scopes -> silent.stream()
                        .filter(device -> hasNews(device, scopes.get(device.memberId()), latest))
                        .toList());
    }

    private Scope scopeOf(Member member) {
        AreaTree tree = trees.current();
        LocalDate today = Days.today(clock);
        return Scopes.of(tree, member.areas(), today);
    }

    private static boolean hasNews(Device device, @Nullable Scope scope, Map<AreaId, Instant> latest) {
        Instant held = device.lastSyncAt().plus(ECHO);
        if (scope == null) {
            return false;
        }
        Stream<Instant> moments = scope.everything()
                ? latest.values().stream()
                : scope.hamlets().stream().map(latest::get).filter(Objects::nonNull);
        return moments.anyMatch(at -> at.isAfter(held));
    }
}
