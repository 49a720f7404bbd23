package vn.toso.domain.visit;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.household.Households;
import vn.toso.domain.household.Location;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.id.VisitId;
import vn.toso.domain.problem.FieldError;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.service.Catalogues;
import vn.toso.domain.storage.GroupCommit.Outcome;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.storage.Store;
import vn.toso.domain.visit.Surroundings.Door;

/**
 * Takes in visits as phones send them, one by one or many at once; nobody else decides about them. The busiest door of
 * all: at most one look-up, shared with whoever asks at the same moment, then the insert.
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
    private final ConsentRule consent;
    private final Clock clock;
    private final SurroundingsLookup surroundings;
    private final FrozenMonthMarks frozen;
    private final RepeatedVisits repeats;

    public RecordVisit(
            Store store,
            Visits visits,
            Households households,
            Catalogues catalogues,
            ConsentRule consent,
            Clock clock) {
        this.visits = visits;
        this.catalogues = catalogues;
        this.consent = consent;
        this.clock = clock;
        this.surroundings = new SurroundingsLookup(store, visits, households);
        this.frozen = new FrozenMonthMarks(store);
        this.repeats = new RepeatedVisits(visits);
    }

    /**
     * Completes when the visit is stored and logged. Fails with {@code not-found} when the household or hamlet is
     * unknown or out of scope (the two look the same), {@code invalid} with every broken rule, {@code conflict} when the
     * id exists with other content. A visit that was taken in once stays taken in: its repeat succeeds even when the
     * household left the actor's scope meanwhile. No device time is refused. What was done for somebody who has not
     * consented to being named is taken in as done for nobody: it counts, and says of whom to no one.
     */
    public Mono<Recorded> record(Actor actor, Command command) {
        return recordAll(actor, List.of(command))
                .flatMap(outcomes -> outcomes.get(0).toMono());
    }

    /**
     * Like {@link #record} for many, with a handful of statements for all: what became of each, in their order. Those
     * that are taken in are in the log in their order. Fails only when nobody knows what became of them.
     *
     * @param commands none of which corrects another
     */
    public Mono<List<Outcome<Recorded>>> recordAll(Actor actor, List<Command> commands) {
        return surroundings
                .of(commands)
                .map(found -> commands.stream()
                        .map(command -> judged(actor, command, found.apply(command)))
                        .toList())
                .flatMap(frozen::mark)
                .flatMap(marked -> stored(actor, marked))
                .flatMap(stored -> repeats.tell(actor, commands, stored));
    }

    /** Those that may be taken in, taken in; the outcomes of the others as they are. */
    private Mono<List<Outcome<Visit>>> stored(Actor actor, List<Outcome<Visit>> judged) {
        List<Visit> added =
                judged.stream().flatMap(outcome -> outcome.value().stream()).toList();
        return visits.collection().insertEach(actor, added).map(written -> {
            Iterator<Outcome<Visit>> next = written.iterator();
            return judged.stream()
                    .map(outcome -> outcome.value().isPresent() ? next.next() : outcome)
                    .toList();
        });
    }

    /** A fault of ours in one of many must not take the others with it. */
    private Outcome<Visit> judged(Actor actor, Command command, Surroundings found) {
        try {
            actor.require(Permission.RECORD_VISITS);
            return new Outcome.Done<>(toVisit(actor, command, found));
        } catch (RuntimeException failure) {
            return new Outcome.Failed<>(failure);
        }
    }

    private Visit toVisit(Actor actor, Command command, Surroundings found) {
        AreaId hamlet = hamletOf(actor, command, found);
        List<FieldError> errors = VisitChecks.of(command, found, catalogues.current());
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return toVisit(actor, command, Objects.requireNonNull(hamlet), activities(command, found), now);
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

    private static Visit toVisit(Actor actor, Command command, AreaId hamlet, List<Activity> activities, Instant now) {
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
                activities,
                tidied(command.note()),
                command.taskId(),
                command.supersedes(),
                null,
                false);
    }

    private List<Activity> activities(Command command, Surroundings found) {
        return command.activities().stream()
                .map(RecordVisit::tidied)
                .map(activity -> mayBeNamed(activity.residentId(), found) ? activity : activity.anonymous())
                .toList();
    }

    private boolean mayBeNamed(@Nullable ResidentId resident, Surroundings found) {
        return resident == null
                || consent.allowsNaming(
                        found.door().map(door -> door.said(resident)).orElse(null));
    }

    static List<MemberId> membersOf(Actor actor, Command command) {
        Set<MemberId> members = new LinkedHashSet<>();
        members.add(actor.memberId());
        members.addAll(command.memberIds());
        return new ArrayList<>(members);
    }

    static Activity tidied(Activity activity) {
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
    static @Nullable String tidied(@Nullable String note) {
        if (note == null || note.isBlank()) {
            return null;
        }
        return Normalizer.normalize(note, Normalizer.Form.NFC).strip();
    }
}
