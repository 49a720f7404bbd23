package vn.toso.domain.privacy;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.FindPublisher;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.change.LoggedCollection;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.id.SubjectRequestId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.storage.Page;
import vn.toso.domain.storage.PageToken;
import vn.toso.domain.storage.Store;
import vn.toso.domain.vault.Sealing;

/** What people ask about their own data, and every statement about it. */
public final class SubjectRequests {

    private static final String NAME = "subject_requests";
    private static final Sealing SEALING = Sealing.of(NAME, "representative", "note", "reason");
    private static final List<IndexModel> INDEXES = List.of(
            new IndexModel(Indexes.ascending("state", "dueOn", "_id")),
            new IndexModel(Indexes.ascending("hamletId", "dueOn", "_id")),
            new IndexModel(Indexes.ascending("residentId")));

    private final LoggedCollection<SubjectRequest> requests;

    public SubjectRequests(Store store, ChangeLog log, Clock clock) {
        this.requests = new LoggedCollection<>(
                store,
                log,
                clock,
                "subject-request",
                NAME,
                store.collection(NAME, SubjectRequest.class, SEALING),
                INDEXES);
    }

    public LoggedCollection<SubjectRequest> collection() {
        return requests;
    }

    /** The request within the actor's scope, or {@code not-found}. */
    public Mono<SubjectRequest> get(Actor actor, SubjectRequestId id) {
        return Mono.fromRunnable(() -> actor.require(Permission.RECEIVE_DATA_REQUESTS))
                .then(Mono.from(requests.documents()
                        .find(and(eq("_id", id), within(actor)))
                        .first()))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("subject-request")));
    }

    /**
     * Those of the scope, due first at the top.
     *
     * @param state where they stand; null for all that are open
     * @param limit how many, 1 to {@link Page#LARGEST}
     * @param after token of the page before; null for the first
     */
    public Mono<Page<SubjectRequest>> page(
            Actor actor, SubjectRequest.@Nullable State state, int limit, @Nullable String after) {
        return Mono.defer(() -> {
                    actor.require(Permission.RECEIVE_DATA_REQUESTS);
                    PageToken.checkLimit(limit);
                    return Flux.from(statement(actor, state, limit + 1, after)).collectList();
                })
                .map(found -> Page.of(found, limit, last -> PageToken.of(last.dueOn(), last.id())));
    }

    FindPublisher<SubjectRequest> statement(
            Actor actor, SubjectRequest.@Nullable State state, int howMany, @Nullable String after) {
        List<SubjectRequest.State> states = state == null
                ? List.of(SubjectRequest.State.RECEIVED, SubjectRequest.State.ACKNOWLEDGED)
                : List.of(state);
        return requests.documents()
                .find(and(in("state", states), within(actor), after == null ? Filters.empty() : behind(after)))
                .sort(ascending("dueOn", "_id"))
                .limit(howMany);
    }

    /** Those of a person, in no particular order; the caller answers for the scope. */
    Flux<SubjectRequest> of(ResidentId resident) {
        return Flux.from(requests.documents().find(eq("residentId", resident)));
    }

    private static Bson behind(String token) {
        List<String> parts = PageToken.parts(token, 2);
        try {
            LocalDate due = LocalDate.parse(parts.get(0));
            return or(gt("dueOn", due), and(eq("dueOn", due), gt("_id", PageToken.uuid(parts.get(1)))));
        } catch (DateTimeParseException notOurs) {
            throw PageToken.foreign();
        }
    }

    private static Bson within(Actor actor) {
        return actor.scope().everything()
                ? Filters.empty()
                : in("hamletId", actor.scope().hamlets());
    }
}
