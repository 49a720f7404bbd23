package vn.toso.domain.team;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.FindPublisher;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.access.Role;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.change.LoggedCollection;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.storage.Page;
import vn.toso.domain.storage.Store;
import vn.toso.domain.text.RankedList;
import vn.toso.domain.text.Search;

/** The members, and every statement about them. Members are seen by whoever has one of their home areas in scope. */
public final class Members {

    private static final List<IndexModel> INDEXES = List.of(
            // Sparse, so that the many without a subject do not collide.
            new IndexModel(
                    Indexes.ascending("subject"),
                    new IndexOptions().unique(true).sparse(true)),
            new IndexModel(Indexes.ascending("invitation.codeHash"), new IndexOptions().sparse(true)),
            new IndexModel(Indexes.ascending("areas", "sortKey", "_id")),
            new IndexModel(Indexes.ascending("sortKey", "_id")));

    /**
     * What to list.
     *
     * @param areas only members with one of these home areas; null for the whole scope
     * @param role only members in this role; null for any
     * @param status only members whose membership stands there; null for any
     * @param limit how many, 1 to {@link Page#LARGEST}
     * @param after token of the page before; null for the first
     */
    public record Question(
            @Nullable Collection<AreaId> areas,
            @Nullable Role role,
            @Nullable MemberStatus status,
            Search search,
            int limit,
            @Nullable String after) {}

    /** So many ids in one statement. */
    private static final int MOST_NAMED = 1_000;

    private final LoggedCollection<Member> members;
    private final RankedList<Member> lists;

    public Members(Store store, ChangeLog log, Clock clock) {
        this.members = new LoggedCollection<>(store, log, clock, "member", "members", Member.class, INDEXES);
        this.lists = new RankedList<>(members.documents());
    }

    /** For those who write members without deciding anything: the loader of demo data, the sweep of the log. */
    public LoggedCollection<Member> collection() {
        return members;
    }

    /** Oneself, or a member within the actor's scope; else {@code not-found}. */
    public Mono<Member> get(Actor actor, MemberId id) {
        return Mono.fromRunnable(() -> actor.require(Permission.READ_TEAMS))
                .then(first(and(eq("_id", id), or(eq("_id", actor.memberId()), within(actor)))))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("member")));
    }

    /** Those of the named ones who are within the actor's scope, in no particular order. */
    public Flux<Member> findAll(Actor actor, Collection<MemberId> ids) {
        return ids.isEmpty() ? Flux.empty() : Flux.from(members.documents().find(and(in("_id", ids), within(actor))));
    }

    /** The members within the actor's scope by given name; in a search those with the exact accents first. */
    public Mono<Page<Member>> list(Actor actor, Question question) {
        return Mono.fromRunnable(() -> actor.require(Permission.READ_TEAMS))
                .then(lists.page(asked(actor, question), question.search(), question.limit(), question.after()));
    }

    /** Oneself and those within the actor's scope who have not left; in no particular order. */
    public Flux<Member> colleagues(Actor actor) {
        Bson present = and(within(actor), ne("status", MemberStatus.LEFT));
        return Flux.from(members.documents().find(or(eq("_id", actor.memberId()), present)));
    }

    /** The active members whose home is one of these areas. */
    public Flux<Member> activeOf(Collection<AreaId> areas) {
        return areas.isEmpty()
                ? Flux.empty()
                : Flux.from(members.documents().find(and(in("areas", areas), eq("status", MemberStatus.ACTIVE))));
    }

    public record Key(@BsonId MemberId id) {}

    /** Those of the named ones who have not left, without who they are; in no particular order. */
    public Flux<MemberId> present(Collection<MemberId> ids) {
        return Flux.fromIterable(ids)
                .buffer(MOST_NAMED)
                .concatMap(some -> members.documents()
                        .find(and(in("_id", some), ne("status", MemberStatus.LEFT)), Key.class)
                        .projection(include("_id")))
                .map(Key::id);
    }

    /**
     * Active members by id, page by page: everybody of some areas, however many these are.
     *
     * @param areas only those with one of these as a home area; null for all
     * @param role only those in this role; null for any
     * @param after the last one seen; null for none
     */
    public Flux<Member> activeBehind(
            @Nullable Collection<AreaId> areas, @Nullable Role role, @Nullable MemberId after, int limit) {
        return Flux.from(statementBehind(areas, role, after, limit));
    }

    FindPublisher<Member> statementBehind(
            @Nullable Collection<AreaId> areas, @Nullable Role role, @Nullable MemberId after, int limit) {
        List<Bson> conditions = activeIn(areas);
        if (role != null) {
            conditions.add(eq("role", role));
        }
        if (after != null) {
            conditions.add(gt("_id", after));
        }
        return members.documents()
                .find(and(conditions))
                .sort(ascending("_id"))
                .limit(limit)
                .batchSize(limit + 1);
    }

    /** How many active members have one of these areas as a home; of all when null. */
    public Mono<Long> countActive(@Nullable Collection<AreaId> areas) {
        return Mono.from(members.documents().countDocuments(and(activeIn(areas))));
    }

    private static List<Bson> activeIn(@Nullable Collection<AreaId> areas) {
        List<Bson> conditions = new ArrayList<>(List.of(eq("status", MemberStatus.ACTIVE)));
        if (areas != null) {
            conditions.add(in("areas", areas));
        }
        return conditions;
    }

    /** The members whose home is one of these areas and who have not left; for lists that are compared with them. */
    Flux<Member> presentIn(Collection<AreaId> areas) {
        return areas.isEmpty()
                ? Flux.empty()
                : Flux.from(members.documents().find(and(in("areas", areas), ne("status", MemberStatus.LEFT))));
    }

    /** Whom the identity provider knows under this subject; empty when nobody is bound to it. */
    public Mono<Member> findBySubject(String subject) {
        return first(eq("subject", subject));
    }

    /**
     * Members by the look of their subject, in its order: how a demo lists whom it made up.
     *
     * @param pattern a regular expression that says how a subject begins ({@code ^demo:}), which lets an index serve it
     */
    public Flux<Member> withSubject(String pattern, int limit) {
        return Flux.from(members.documents()
                .find(regex("subject", pattern))
                .sort(ascending("subject"))
                .limit(limit));
    }

    Mono<Member> findByInvitation(String codeHash) {
        return first(eq("invitation.codeHash", codeHash));
    }

    /** Whether somebody active administers that province. */
    Mono<Boolean> isAdministered(AreaId province) {
        return first(and(eq("areas", province), eq("role", Role.PROVINCE_ADMIN), eq("status", MemberStatus.ACTIVE)))
                .hasElement();
    }

    /** Whether somebody of this name and phone number belongs to one of these areas already. */
    Mono<Boolean> hasTwin(Member member) {
        return member.phone() == null
                ? Mono.just(false)
                : first(and(
                                in("areas", member.areas()),
                                eq("sortKey", member.sortKey()),
                                eq("phone", member.phone()),
                                ne("status", MemberStatus.LEFT)))
                        .hasElement();
    }

    private Mono<Member> first(Bson filter) {
        return Mono.from(members.documents().find(filter).first());
    }

    private static Bson asked(Actor actor, Question question) {
        List<Bson> conditions = new ArrayList<>();
        conditions.add(within(actor));
        if (question.areas() != null) {
            conditions.add(in("areas", question.areas()));
        }
        if (question.role() != null) {
            conditions.add(eq("role", question.role()));
        }
        if (question.status() != null) {
            conditions.add(eq("status", question.status()));
        }
        return and(conditions);
    }

    private static Bson within(Actor actor) {
        return actor.scope().everything()
                ? Filters.empty()
                : in("areas", actor.scope().areas());
    }
}
