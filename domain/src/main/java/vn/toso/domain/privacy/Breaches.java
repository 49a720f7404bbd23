package vn.toso.domain.privacy;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.change.Amendment;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.change.LoggedCollection;
import vn.toso.domain.id.BreachId;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.problem.FieldErrors;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.storage.Page;
import vn.toso.domain.storage.PageToken;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.storage.Store;
import vn.toso.domain.vault.Sealing;

/** The record of breaches that the law asks for, and every statement about it. */
public final class Breaches {

    private static final String NAME = "breaches";
    private static final Sealing SEALING = Sealing.of(NAME, "what", "measures", "whyLate");
    private static final List<IndexModel> INDEXES = List.of(new IndexModel(Indexes.descending("detectedAt", "_id")));

    private final LoggedCollection<Breach> breaches;
    private final Amendment<Breach> amendment;
    private final Clock clock;
    private final IdSource ids;

    public Breaches(Store store, ChangeLog log, Clock clock, IdSource ids) {
        this.breaches = new LoggedCollection<>(
                store, log, clock, "breach", NAME, store.collection(NAME, Breach.class, SEALING), INDEXES);
        this.amendment = new Amendment<>(breaches);
        this.clock = clock;
        this.ids = ids;
    }

    public LoggedCollection<Breach> collection() {
        return breaches;
    }

    /** Records one; the clock runs from when it was detected. */
    public Mono<Breach> record(Actor actor, @Nullable Instant detectedAt, BreachForm form) {
        return Mono.fromSupplier(() -> breach(actor, detectedAt, form))
                .flatMap(breach -> breaches.insert(actor, breach));
    }

    private Breach breach(Actor actor, @Nullable Instant detectedAt, BreachForm form) {
        actor.require(Permission.HANDLE_BREACHES);
        Instant now = now();
        Instant detected = detectedAt == null ? now : detectedAt.truncatedTo(ChronoUnit.MILLIS);
        FieldErrors errors = new FieldErrors();
        errors.check(!detected.isAfter(now), "/detectedAt", "in-the-future");
        BreachForm said = form.checked(detected, now, errors);
        errors.throwIfAny();
        return new Breach(
                new BreachId(ids.next()),
                Revision.NONE,
                detected,
                now,
                actor.memberId(),
                Objects.requireNonNull(said.what()),
                said.data(),
                said.affected(),
                said.areaId(),
                said.measures(),
                said.authorityToldAt(),
                said.peopleToldAt(),
                said.whyLate(),
                said.closed() ? now : null);
    }

    /** Changes what is said of one; {@code not-found} where there is none. */
    public Mono<Breach> amend(Actor actor, BreachId id, @Nullable Long expected, UnaryOperator<BreachForm> change) {
        return amendment.make(actor, get(actor, id), expected, breach -> {
            FieldErrors errors = new FieldErrors();
            BreachForm said = change.apply(BreachForm.of(breach)).checked(breach.detectedAt(), now(), errors);
            errors.throwIfAny();
            Instant closed = said.closed() ? (breach.closedAt() == null ? now() : breach.closedAt()) : null;
            return breach.saying(said, closed);
        });
    }

    public Mono<Breach> get(Actor actor, BreachId id) {
        return Mono.fromRunnable(() -> actor.require(Permission.HANDLE_BREACHES))
                .then(breaches.find(id))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("breach")));
    }

    /** The latest first. */
    public Mono<Page<Breach>> page(Actor actor, int limit, @Nullable String after) {
        return Mono.defer(() -> {
                    actor.require(Permission.HANDLE_BREACHES);
                    PageToken.checkLimit(limit);
                    return Flux.from(breaches.documents()
                                    .find(after == null ? Filters.empty() : behind(after))
                                    .sort(descending("detectedAt", "_id"))
                                    .limit(limit + 1))
                            .collectList();
                })
                .map(found -> Page.of(found, limit, last -> PageToken.of(last.detectedAt(), last.id())));
    }

    private static Bson behind(String token) {
        List<String> parts = PageToken.parts(token, 2);
        try {
            Instant at = Instant.parse(parts.get(0));
            return or(lt("detectedAt", at), and(eq("detectedAt", at), lt("_id", PageToken.uuid(parts.get(1)))));
        } catch (DateTimeParseException notOurs) {
            throw PageToken.foreign();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
