package vn.toso.notifications.announcement;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Days;
import vn.toso.domain.change.StaleVersion;
import vn.toso.domain.team.Member;
import vn.toso.domain.team.Members;
import vn.toso.notifications.announcement.Announcement.State;
import vn.toso.notifications.notice.Fact;
import vn.toso.notifications.notice.Notice;
import vn.toso.notifications.notice.NoticeKind;
import vn.toso.notifications.notice.Notices;

/**
 * Brings announcements to everybody, page by page of members by their ids: first the notices of a page, then how far it
 * has come. A node that dies between both leaves a page that the next one makes again, which makes nothing twice. Of two
 * nodes at the same announcement one finds it at another version, and leaves it to the other.
 */
public final class FanOut {

    static final int PAGE = 500;

    private final Announcements announcements;
    private final Members members;
    private final AreaTrees trees;
    private final Notices notices;
    private final Clock clock;

    public FanOut(Announcements announcements, Members members, AreaTrees trees, Notices notices, Clock clock) {
        this.announcements = announcements;
        this.members = members;
        this.trees = trees;
        this.notices = notices;
        this.clock = clock;
    }

    /** Goes on with all that are under way, until they are done. Of each a page is in memory at a time. */
    public Mono<Void> run() {
        return announcements.atWork().concatMap(this::finish).then();
    }

    private Mono<Void> finish(Announcement begun) {
        return Mono.just(begun)
                .expand(said -> step(said), 1)
                .onErrorResume(StaleVersion.class, another -> settle(begun))
                .then();
    }

    /** The next page; emits the announcement while there is more to do. */
    Mono<Announcement> step(Announcement said) {
        return switch (said.state()) {
            case SENDING -> send(said);
            case CANCELLING -> takeBack(said);
            case SENT, CANCELLED -> Mono.empty();
        };
    }

    private Mono<Announcement> send(Announcement said) {
        return members.activeBehind(
                        Audience.of(trees.current(), said.areaId(), Days.today(clock)), null, said.reached(), PAGE)
                .collectList()
                .flatMap(page -> tell(said, page).then(Mono.defer(() -> note(said, page))));
    }

    private Mono<Void> tell(Announcement said, List<Member> page) {
        return notices.insertNew(
                        page.stream().map(member -> notice(said, member)).toList())
                .then();
    }

    private Mono<Announcement> note(Announcement said, List<Member> page) {
        Announcement next = page.size() < PAGE
                ? said.sent(page.size(), now())
                : said.reached(page.size(), page.get(page.size() - 1).id());
        return announcements.collection().replace(Actor.SYSTEM, next);
    }

    private Notice notice(Announcement said, Member member) {
        String place = trees.current().find(said.areaId()).map(Area::fullName).orElse("");
        Map<String, String> facts = Map.of(
                Fact.ANNOUNCEMENT,
                said.id().toString(),
                Fact.AREA,
                said.areaId().toString(),
                Fact.PLACE,
                place);
        return Notice.of(member.id(), NoticeKind.ANNOUNCEMENT, said.subject(), "once", facts, said.urgent(), said.at())
                .saying(said.text());
    }

    private Mono<Announcement> takeBack(Announcement said) {
        return withdrawPage(said)
                .flatMap(left -> left
                        ? Mono.just(said)
                        : announcements.collection().replace(Actor.SYSTEM, said.cancelled(now())));
    }

    /** Emits whether there was something to take back, and so perhaps more. */
    private Mono<Boolean> withdrawPage(Announcement said) {
        return notices.unreadAbout(said.subject(), NoticeKind.ANNOUNCEMENT, PAGE)
                .collectList()
                .flatMap(unread -> notices.withdraw(Actor.SYSTEM, unread).then(Mono.just(!unread.isEmpty())));
    }

    /** Somebody took it back while a page went out: that page may have come behind the taking back. */
    private Mono<Announcement> settle(Announcement begun) {
        return announcements
                .collection()
                .find(begun.id())
                .filter(now -> now.state() == State.CANCELLED)
                .flatMap(now -> Mono.just(true)
                        .expand(more -> more ? withdrawPage(now) : Mono.empty())
                        .then(Mono.just(now)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
