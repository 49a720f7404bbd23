package vn.toso.domain.team;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.area.Area;
import vn.toso.domain.area.AreaLevel;
import vn.toso.domain.area.AreaTree;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Days;
import vn.toso.domain.storage.Secrets;
import vn.toso.domain.storage.Store;

/** How a member proves at the door to be one: a code that the citizen looks up, good for half an hour. */
public final class Badges {

    private static final String KEY = "badge-codes";

    /** A phone without signal has the codes of a working day. */
    private static final int AHEAD = 64;

    /** @param until the moment from which a newer one is to be shown */
    public record Code(String code, Instant from, Instant until) {}

    /**
     * A member as a citizen may see one.
     *
     * @param team null for somebody without a seat in one
     * @param communes where the member works
     * @param until when the code stops being good
     */
    public record Badge(String name, @Nullable String team, List<String> communes, Instant until) {}

    private final Secrets secrets;
    private final Members members;
    private final Teams teams;
    private final AreaTrees trees;
    private final Clock clock;
    private final Mono<BadgeCodes> codes;

    public Badges(Store store, Members members, Teams teams, AreaTrees trees, Clock clock) {
        this.secrets = new Secrets(store);
        this.members = members;
        this.teams = teams;
        this.trees = trees;
        this.clock = clock;
        this.codes = Mono.defer(() -> secrets.get(KEY)).map(BadgeCodes::new).cacheInvalidateIf(known -> false);
    }

    /** The actor's codes, the present one first and then those to come, a quarter of an hour each. */
    public Mono<List<Code>> codesOf(Actor actor) {
        return Mono.fromRunnable(() -> actor.require(Permission.SHOW_BADGE))
                .then(codes)
                .map(made -> {
                    long now = BadgeCodes.windowOf(clock.instant());
                    return LongStream.range(now, now + AHEAD)
                            .mapToObj(window -> new Code(
                                    made.code(actor.memberId(), window),
                                    BadgeCodes.startOf(window),
                                    BadgeCodes.startOf(window + 1)))
                            .toList();
                });
    }

    /** Who shows this code; empty, and nothing more, for a code that is too old, forged, or of somebody who is no member now. */
    public Mono<Badge> of(String code) {
        return codes.flatMap(made -> Mono.justOrEmpty(made.read(code, clock.instant())))
                .flatMap(read -> members.collection()
                        .find(read.member())
                        .filter(Badges::isOnDuty)
                        .flatMap(member -> toBadge(member, read.until())));
    }

    private static boolean isOnDuty(Member member) {
        return member.status() == MemberStatus.ACTIVE && Permission.SHOW_BADGE.isGivenTo(member.role());
    }

    private Mono<Badge> toBadge(Member member, Instant until) {
        return teams.ofMember(member.id())
                .map(Team::name)
                .collectList()
                .map(seats ->
                        new Badge(member.name(), seats.isEmpty() ? null : seats.get(0), communesOf(member), until));
    }

    private List<String> communesOf(Member member) {
        AreaTree tree = trees.current();
        LocalDate today = Days.today(clock);
        return member.areas().stream()
                .flatMap(home -> Stream.concat(tree.find(home).stream(), tree.pathOf(home, today).stream()))
                .filter(area -> area.level() == AreaLevel.COMMUNE)
                .map(Area::fullName)
                .distinct()
                .toList();
    }
}
