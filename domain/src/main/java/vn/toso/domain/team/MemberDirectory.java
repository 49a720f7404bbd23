package vn.toso.domain.team;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.area.AreaTree;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Days;
import vn.toso.domain.area.Scopes;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;

/**
 * Who stands behind a subject, from this node's memory. A change of a member shows at once where it was made, elsewhere
 * as soon as the change log tells ({@link #forget}), and everywhere within 30 seconds at the latest.
 */
public final class MemberDirectory {

    /** Leaves a read that hangs its time within the promised 30 seconds. */
    static final Duration OLDEST = Duration.ofSeconds(25);

    private static final int MOST_MEMBERS = 50_000;

    /** A member, and what follows from one tree on one day. */
    private static final class Known {
        final Member member;
        private volatile @Nullable Standing standing;

        private record Standing(AreaTree tree, LocalDate day, Actor actor) {}

        Known(Member member) {
            this.member = member;
        }

        Actor actor(AreaTree tree, LocalDate day) {
            Standing known = standing;
            if (known == null || known.tree() != tree || !known.day().equals(day)) {
                known = new Standing(
                        tree, day, new Actor(member.id(), member.role(), Scopes.of(tree, member.areas(), day)));
                standing = known;
            }
            return known.actor();
        }
    }

    private final Members members;
    private final AreaTrees trees;
    private final Clock clock;
    private final AsyncCache<String, Known> bySubject;

    public MemberDirectory(Members members, AreaTrees trees, Clock clock) {
        this(members, trees, clock, Ticker.systemTicker());
    }

    MemberDirectory(Members members, AreaTrees trees, Clock clock, Ticker ticker) {
        this.members = members;
        this.trees = trees;
        this.clock = clock;
        this.bySubject = Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterWrite(OLDEST)
                .maximumSize(MOST_MEMBERS)
                .buildAsync();
    }

    /**
     * The actor behind a subject, with the scope of today's tree. {@code forbidden} with the reason {@code unbound} (sign in
     * with an invitation code first), {@code suspended}, {@code left}.
     */
    public Mono<Actor> actorOf(String subject) {
        return known(subject)
                .switchIfEmpty(Mono.error(() -> refusal("unbound")))
                .map(this::admitted);
    }

    /** Which member stands behind a subject, whether it may act or not; empty when nobody is bound to it. */
    public Mono<MemberId> idOf(String subject) {
        return known(subject).map(known -> known.member.id());
    }

    private Mono<Known> known(String subject) {
        return Mono.fromFuture(() -> bySubject.get(subject, (key, executor) -> read(key)), true);
    }

    /** Drops what is known of a member; reads under way are dropped too, since they may have seen the old one. */
    public void forget(MemberId id) {
        bySubject.asMap().forEach((subject, known) -> {
            if (!known.isDone() || isOf(known, id)) {
                bySubject.asMap().remove(subject, known);
            }
        });
    }

    /** Drops all that is known. */
    public void forgetAll() {
        bySubject.asMap().clear();
    }

    private CompletableFuture<Known> read(String subject) {
        return members.findBySubject(subject).map(Known::new).toFuture();
    }

    private Actor admitted(Known known) {
        return switch (known.member.status()) {
            case ACTIVE -> known.actor(trees.current(), Days.today(clock));
            case SUSPENDED -> throw refusal("suspended");
            case LEFT -> throw refusal("left");
            case INVITED -> throw refusal("unbound");
        };
    }

    private static boolean isOf(CompletableFuture<Known> known, MemberId id) {
        Known member = known.isCompletedExceptionally() ? null : known.getNow(null);
        return member != null && member.member.id().equals(id);
    }

    private static Problem refusal(String reason) {
        return Problem.of(ProblemCode.FORBIDDEN, "forbidden." + reason);
    }
}
