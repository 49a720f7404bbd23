package vn.toso.domain.visit;

import static com.mongodb.client.model.Projections.include;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.area.Days;
import vn.toso.domain.change.DuplicateDocument;
import vn.toso.domain.household.Households;
import vn.toso.domain.household.Location;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.FrozenMonthId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.Id;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.id.VisitId;
import vn.toso.domain.problem.FieldError;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.service.Catalogues;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.storage.Store;
import vn.toso.domain.visit.Surroundings.Assignment;
import vn.toso.domain.visit.Surroundings.Corrected;
import vn.toso.domain.visit.Surroundings.Door;
import vn.toso.domain.visit.Surroundings.Frozen;

/**
 * Takes in a visit as a phone sends it. The busiest door of all: at most one look-up, shared with whoever asks at the
 * same moment, then the insert.
 */
public final class RecordVisit {

    /** How far a device's clock may be ahead before the visit is marked as skewed. */
    static final Duration TOLERANCE = Duration.ofMinutes(10);

    /** No visit was made before: a device that says so lost its clock. The teams were founded from 2022 on. */
    static final Instant PROGRAMME_BEGAN = Instant.parse("2020-01-01T00:00:00Z");

    /**
     * What the phone says.
     *
     * @param householdId the door; null for a session in a hamlet
     * @param hamletId the hamlet of a session; null for a visit to a household
     * @param memberIds who came along, the actor not among them
     * @param occurredAt the device's time
     */
    public record Command(
            VisitId id,
            @Nullable HouseholdId householdId,
            @Nullable AreaId hamletId,
            List<MemberId> memberIds,
            OffsetDateTime occurredAt,
            @Nullable Integer durationMinutes,
            @Nullable Location location,
            List<Activity> activities,
            @Nullable String note,
            @Nullable TaskId taskId,
            @Nullable VisitId supersedes) {

        public Command {
            memberIds = List.copyOf(memberIds);
            activities = List.copyOf(activities);
        }
    }

    /**
     * @param repeated whether the same visit was there already: a repeat of the request
     */
    public record Recorded(Visit visit, boolean repeated) {}

    private final Visits visits;
    private final Catalogues catalogues;
    private final Clock clock;
    private final SharedLookup<Door> doors;
    private final SharedLookup<Assignment> tasks;
    private final SharedLookup<Corrected> corrected;
    private final SharedLookup<Frozen> frozen;

    public RecordVisit(Store store, Visits visits, Households households, Catalogues catalogues, Clock clock) {
        this.visits = visits;
        this.catalogues = catalogues;
        this.clock = clock;
        this.doors = new SharedLookup<>(
                households.collection().documents().withDocumentClass(Door.class),
                include("hamletId", "residents.id"),
                Door::id);
        this.tasks = new SharedLookup<>(
                store.collection("tasks", Assignment.class), include("hamletId", "householdId"), Assignment::id);
        this.corrected = new SharedLookup<>(
                visits.collection().documents().withDocumentClass(Corrected.class),
                include("hamletId", "householdId"),
                Corrected::id);
        this.frozen =
                new SharedLookup<>(store.collection("frozen_months", Frozen.class), include("frozenAt"), Frozen::id);
    }

    /**
     * Completes when the visit is stored and logged. Fails with {@code not-found} when the household or hamlet is
     * unknown or out of scope (the two look the same), {@code invalid} with every broken rule, {@code conflict} when the
     * id exists with other content. A visit that was taken in once stays taken in: its repeat succeeds even when the
     * household left the actor's scope meanwhile. No device time is refused.
     */
    public Mono<Recorded> record(Actor actor, Command command) {
        return Mono.fromRunnable(() -> actor.require(Permission.RECORD_VISITS))
                .then(surroundingsOf(command))
                .map(found -> toVisit(actor, command, found))
                .flatMap(this::marked)
                .flatMap(visit -> visits.collection().insert(actor, visit))
                .map(visit -> new Recorded(visit, false))
                .onErrorResume(failure -> earlier(actor, command, failure));
    }

    /** A visit of this month needs no look at what is frozen: only a month that is over can be. */
    private Mono<Visit> marked(Visit visit) {
        YearMonth month = YearMonth.from(visit.day());
        return month.isBefore(YearMonth.from(Days.of(visit.receivedAt())))
                ? frozen.find(FrozenMonthId.of(visit.hamletId(), month))
                        .map(found -> found.map(Frozen::frozenAt)
                                .map(visit::afterFreeze)
                                .orElse(visit))
                : Mono.just(visit);
    }

    private Mono<Surroundings> surroundingsOf(Command command) {
        return Mono.zip(
                        request(doors, command.householdId()),
                        request(tasks, command.taskId()),
                        request(corrected, command.supersedes()))
                .map(found -> new Surroundings(found.getT1(), found.getT2(), found.getT3()));
    }

    private static <T> Mono<Optional<T>> request(SharedLookup<T> lookup, @Nullable Id id) {
        return id == null ? Mono.just(Optional.empty()) : lookup.find(id);
    }

    private Visit toVisit(Actor actor, Command command, Surroundings found) {
        AreaId hamlet = hamletOf(actor, command, found);
        List<FieldError> errors = VisitChecks.of(command, found, catalogues.current());
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return toVisit(
                actor, command, Objects.requireNonNull(hamlet), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** Where it takes place; when the command names no single place, the checks say so. */
    private static @Nullable AreaId hamletOf(Actor actor, Command command, Surroundings found) {
        if ((command.householdId() == null) == (command.hamletId() == null)) {
            return command.hamletId();
        }
        AreaId hamlet = command.householdId() == null
                ? command.hamletId()
                : found.door().map(Door::hamletId).orElse(null);
        if (hamlet == null || !actor.scope().hasHamlet(hamlet)) {
            throw Problem.notFound(command.householdId() == null ? "hamlet" : "household");
        }
        return hamlet;
    }

    private static Visit toVisit(Actor actor, Command command, AreaId hamlet, Instant now) {
        Instant reported = command.occurredAt().toInstant();
        boolean lost = reported.isBefore(PROGRAMME_BEGAN);
        boolean ahead = reported.isAfter(now.plus(TOLERANCE));
        return new Visit(
                command.id(),
                Revision.NONE,
                hamlet,
                command.householdId(),
                membersOf(actor, command),
                lost || reported.isAfter(now) ? now : reported.truncatedTo(ChronoUnit.MILLIS),
                command.occurredAt(),
                now,
                lost || ahead,
                command.durationMinutes(),
                command.location(),
                command.activities().stream().map(RecordVisit::tidied).toList(),
                tidied(command.note()),
                command.taskId(),
                command.supersedes(),
                null,
                false);
    }

    /** What became of the same id before; when nothing did, the failure stands. */
    private Mono<Recorded> earlier(Actor actor, Command command, Throwable failure) {
        if (!(failure instanceof DuplicateDocument) && !(failure instanceof Problem)) {
            return Mono.error(failure);
        }
        return visits.collection()
                .find(command.id())
                .filter(stored -> failure instanceof DuplicateDocument || isSame(actor, command, stored))
                .switchIfEmpty(Mono.error(failure))
                .flatMap(stored -> isSame(actor, command, stored)
                        ? visits.collection().ensureLogged(stored)
                        : Mono.error(() -> Problem.of(ProblemCode.CONFLICT, "conflict.visit-exists")))
                .map(stored -> new Recorded(stored, true));
    }

    /** Compares what was sent, not what the server made of it. */
    private static boolean isSame(Actor actor, Command command, Visit stored) {
        return Objects.equals(stored.householdId(), command.householdId())
                && (command.householdId() != null || stored.hamletId().equals(command.hamletId()))
                && stored.members().equals(membersOf(actor, command))
                && stored.reportedAt().equals(command.occurredAt())
                && Objects.equals(stored.durationMinutes(), command.durationMinutes())
                && Objects.equals(stored.location(), command.location())
                && stored.activities()
                        .equals(command.activities().stream()
                                .map(RecordVisit::tidied)
                                .toList())
                && Objects.equals(stored.note(), tidied(command.note()))
                && Objects.equals(stored.taskId(), command.taskId())
                && Objects.equals(stored.supersedes(), command.supersedes());
    }

    private static List<MemberId> membersOf(Actor actor, Command command) {
        Set<MemberId> members = new LinkedHashSet<>();
        members.add(actor.memberId());
        members.addAll(command.memberIds());
        return new ArrayList<>(members);
    }

    private static Activity tidied(Activity activity) {
        return new Activity(
                activity.service(),
                activity.residentId(),
                activity.outcome(),
                activity.step(),
                activity.reason(),
                activity.attendance(),
                tidied(activity.note()));
    }

    /** NFC without blanks around it, its lines kept; nothing but blanks is no note. */
    private static @Nullable String tidied(@Nullable String note) {
        if (note == null || note.isBlank()) {
            return null;
        }
        return Normalizer.normalize(note, Normalizer.Form.NFC).strip();
    }
}
