package vn.toso.domain.task;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.area.AreaTrees;
import vn.toso.domain.area.Days;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.Households;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.id.TeamId;
import vn.toso.domain.problem.FieldErrors;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.service.Catalogues;
import vn.toso.domain.service.Service;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.team.Members;
import vn.toso.domain.team.Teams;
import vn.toso.domain.text.Sensitive;

/** Hands out work: one task, or one for each of many households. */
public final class AssignTasks {

    static final int MOST_HOUSEHOLDS = 500;
    static final int MOST_SERVICES = 20;
    static final int LONGEST_NOTE = 1_000;

    /**
     * What is to be done, where and by whom. Exactly one of {@code householdId}, {@code householdIds}, {@code hamletId}
     * names the place, and exactly one of {@code assigneeId}, {@code teamId} the hands.
     *
     * @param householdId one task for this household
     * @param householdIds one task for each of these, 1 to 500
     * @param hamletId a task about the hamlet as a whole for {@code SURVEY_HAMLET}, {@code HOLD_MEETING}, {@code FREE};
     *     for {@code VISIT_HOUSEHOLD}, {@code FOLLOW_UP} one task for each of its households that lacks a wanted service
     * @param services codes of what is wanted; empty when the visit itself is
     * @param due last day, not before today; null when open-ended
     */
    public record Command(
            TaskKind kind,
            @Nullable HouseholdId householdId,
            List<HouseholdId> householdIds,
            @Nullable AreaId hamletId,
            List<String> services,
            @Nullable MemberId assigneeId,
            @Nullable TeamId teamId,
            Priority priority,
            @Nullable LocalDate due,
            @Nullable String note) {

        /** Whether each task is about one household. */
        boolean isForHouseholds() {
            return hamletId == null || kind == TaskKind.VISIT_HOUSEHOLD || kind == TaskKind.FOLLOW_UP;
        }
    }

    /** Where one task is to be done. */
    private record Place(AreaId hamletId, @Nullable HouseholdId householdId) {

        static Place of(Household household) {
            return new Place(household.hamletId(), household.id());
        }
    }

    private final Tasks tasks;
    private final Households households;
    private final Catalogues catalogues;
    private final Hands hands;
    private final Clock clock;
    private final IdSource ids;

    public AssignTasks(
            Tasks tasks,
            Households households,
            Members members,
            Teams teams,
            AreaTrees trees,
            Catalogues catalogues,
            Clock clock,
            IdSource ids) {
        this.tasks = tasks;
        this.households = households;
        this.catalogues = catalogues;
        this.hands = new Hands(members, teams, trees, clock);
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * The tasks as stored, in the order of the households asked for. Fails with {@code not-found} for a household or
     * hamlet out of scope, {@code invalid} with everything else that is wrong; nothing is written then.
     */
    public Mono<List<Task>> assign(Actor actor, Command command) {
        return Mono.fromSupplier(() -> checked(actor, command))
                .flatMap(errors -> placesOf(actor, command, errors)
                        .flatMap(places -> checkHands(command, places, errors).thenReturn(places)))
                .map(places -> toTasks(actor, command, places))
                .flatMap(made -> tasks.collection().insertAll(actor, made).collectList());
    }

    private FieldErrors checked(Actor actor, Command command) {
        actor.require(Permission.ASSIGN_TASKS);
        FieldErrors errors = new FieldErrors();
        checkPlace(command, errors);
        checkServices(command, errors);
        boolean inTime = command.due() == null || !command.due().isBefore(Days.today(clock));
        errors.check(inTime, "/due", "in-the-past");
        boolean fits = command.note() == null || command.note().length() <= LONGEST_NOTE;
        errors.check(fits, "/note", "too-long", LONGEST_NOTE);
        Sensitive.check(command.note(), "/note", errors);
        return errors;
    }

    /** Without exactly one place nothing else can be judged. */
    private static void checkPlace(Command command, FieldErrors errors) {
        List<String> named = new ArrayList<>();
        addIf(command.householdId() != null, "/householdId", named);
        addIf(!command.householdIds().isEmpty(), "/householdIds", named);
        addIf(command.hamletId() != null, "/hamletId", named);
        errors.check(!named.isEmpty(), "/householdId", "required");
        named.stream().skip(1).forEach(pointer -> errors.add(pointer, "not-wanted"));
        int many = command.householdIds().size();
        errors.check(many <= MOST_HOUSEHOLDS, "/householdIds", "size", 1, MOST_HOUSEHOLDS);
        boolean ofHamlet = command.kind() == TaskKind.SURVEY_HAMLET || command.kind() == TaskKind.HOLD_MEETING;
        errors.check(!ofHamlet || command.hamletId() != null, "/kind", "wrong-place");
        errors.throwIfAny();
    }

    private static void addIf(boolean given, String pointer, List<String> named) {
        if (given) {
            named.add(pointer);
        }
    }

    private void checkServices(Command command, FieldErrors errors) {
        int many = command.services().size();
        errors.check(many <= MOST_SERVICES, "/services", "size", 0, MOST_SERVICES);
        for (int i = 0; i < many; i++) {
            String code = command.services().get(i);
            String pointer = "/services/" + i;
            Service service =
                    catalogues.current().find(code).filter(Service::active).orElse(null);
            if (service == null) {
                errors.add(pointer, "unknown-service", code);
            } else {
                errors.check(service.unit().isOfHamlet() != command.isForHouseholds(), pointer, "wrong-place");
            }
        }
    }

    private Mono<List<Place>> placesOf(Actor actor, Command command, FieldErrors errors) {
        if (command.householdId() != null) {
            return households.get(actor, command.householdId()).map(household -> List.of(Place.of(household)));
        }
        AreaId hamlet = command.hamletId();
        if (hamlet == null) {
            return households
                    .findAll(actor, Set.copyOf(command.householdIds()))
                    .collectMap(Household::id)
                    .map(found -> placesOf(command.householdIds(), found, errors));
        }
        if (!actor.scope().hasHamlet(hamlet)) {
            return Mono.error(() -> Problem.notFound("hamlet"));
        }
        return command.isForHouseholds()
                ? placesIn(hamlet, command, errors)
                : Mono.just(List.of(new Place(hamlet, null)));
    }

    private static List<Place> placesOf(
            List<HouseholdId> asked, Map<HouseholdId, Household> found, FieldErrors errors) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            Household household = found.get(asked.get(i));
            if (household == null) {
                errors.add("/householdIds/" + i, "unknown-household");
            } else {
                places.add(Place.of(household));
            }
        }
        return places.stream().distinct().toList();
    }

    private Mono<List<Place>> placesIn(AreaId hamlet, Command command, FieldErrors errors) {
        Flux<Household> wanted = command.services().isEmpty()
                ? households.livingIn(List.of(hamlet))
                : households.lacking(hamlet, servicesOf(command));
        return wanted.sort((one, other) -> one.sortKey().compareTo(other.sortKey()))
                .map(Place::of)
                .collectList()
                .doOnNext(places -> errors.check(!places.isEmpty(), "/hamletId", "no-households"));
    }

    private List<Service> servicesOf(Command command) {
        return command.services().stream()
                .flatMap(code -> catalogues.current().find(code).stream())
                .toList();
    }

    private Mono<Void> checkHands(Command command, List<Place> places, FieldErrors errors) {
        Set<AreaId> hamlets = places.stream().map(Place::hamletId).collect(Collectors.toSet());
        return hands.check(command.assigneeId(), command.teamId(), hamlets, errors)
                .doOnNext(FieldErrors::throwIfAny)
                .then();
    }

    private List<Task> toTasks(Actor actor, Command command, List<Place> places) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return places.stream().map(place -> toTask(actor, command, place, now)).toList();
    }

    private Task toTask(Actor actor, Command command, Place place, Instant now) {
        return new Task(
                new TaskId(ids.next()),
                Revision.NONE,
                command.kind(),
                place.hamletId(),
                place.householdId(),
                command.services().stream().distinct().toList(),
                command.assigneeId(),
                command.teamId(),
                actor.memberId(),
                now,
                null,
                command.priority(),
                command.due(),
                tidied(command.note()),
                TaskState.ASSIGNED,
                null,
                null,
                null,
                false);
    }

    private static @Nullable String tidied(@Nullable String note) {
        if (note == null || note.isBlank()) {
            return null;
        }
        return Normalizer.normalize(note, Normalizer.Form.NFC).strip();
    }
}
