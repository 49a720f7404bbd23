package vn.toso.domain.privacy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.change.Amendment;
import vn.toso.domain.change.DuplicateDocument;
import vn.toso.domain.household.EraseResident;
import vn.toso.domain.id.ErasureId;
import vn.toso.domain.id.Id;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.id.SubjectRequestId;
import vn.toso.domain.problem.FieldErrors;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.sync.ForgetInQuarantine;
import vn.toso.domain.task.ForgetInTasks;
import vn.toso.domain.text.Wording;
import vn.toso.domain.visit.ForgetInVisits;

/**
 * Erases a person everywhere: household, visits, tasks, quarantine, what lost conflicts, requests; phones and exports that
 * are under way hear of it by what is stored. What was done stays counted, of nobody, and frozen months stay as they are.
 * It is noted before it begins and survives the death of whoever does it: every part can be done again.
 */
public final class ErasePerson {

    /** As long as a phone may come back with something about the person that was said before. */
    static final Duration LATE_WORDS = Duration.ofDays(185);

    /** What was held while a clock was behind, or a request under way. */
    private static final Duration MARGIN = Duration.ofMinutes(10);

    private static final Duration LOOKED_BACK_AT_START = Duration.ofDays(2);

    private final People people;
    private final Erasures erasures;
    private final SubjectRequests requests;
    private final EraseResident eraseResident;
    private final ForgetInVisits inVisits;
    private final ForgetInTasks inTasks;
    private final ForgetInQuarantine inQuarantine;
    private final Clock clock;
    private volatile @Nullable Instant looked;

    public ErasePerson(
            People people,
            Erasures erasures,
            SubjectRequests requests,
            EraseResident eraseResident,
            ForgetInVisits inVisits,
            ForgetInTasks inTasks,
            ForgetInQuarantine inQuarantine,
            Clock clock) {
        this.people = people;
        this.erasures = erasures;
        this.requests = requests;
        this.eraseResident = eraseResident;
        this.inVisits = inVisits;
        this.inTasks = inTasks;
        this.inQuarantine = inQuarantine;
        this.clock = clock;
    }

    /**
     * Emits the erasure when it is done; asked again it emits what was done. {@code not-found} for a person out of scope.
     *
     * @param basis why: the paper, the law
     * @param request the request that it answers; null for none
     */
    public Mono<Erasure> erase(
            Actor actor, ResidentId person, @Nullable String basis, @Nullable SubjectRequestId request) {
        return Mono.fromSupplier(() -> checked(actor, basis))
                .flatMap(why ->
                        erasures.of(actor, person).switchIfEmpty(Mono.defer(() -> begin(actor, person, why, request))))
                .flatMap(this::finish);
    }

    private static String checked(Actor actor, @Nullable String basis) {
        actor.require(Permission.ERASE_RESIDENTS);
        FieldErrors errors = new FieldErrors();
        String why = Wording.note(basis, "/basis", errors);
        errors.require(why, "/basis");
        errors.throwIfAny();
        return Objects.requireNonNull(why);
    }

    private Mono<Erasure> begin(Actor actor, ResidentId id, String basis, @Nullable SubjectRequestId request) {
        // One id for one person: of two who begin at once one finds it begun.
        ErasureId erasure = new ErasureId(id.value());
        return people.get(actor, id)
                .flatMap(person -> erasures.collection()
                        .insert(
                                actor,
                                new Erasure(
                                        erasure,
                                        Revision.NONE,
                                        person.household().hamletId(),
                                        person.household().id(),
                                        id,
                                        request,
                                        basis,
                                        actor.memberId(),
                                        now(),
                                        person.resident().name(),
                                        0,
                                        0,
                                        0,
                                        null)))
                .onErrorResume(
                        DuplicateDocument.class, begun -> erasures.collection().find(erasure));
    }

    /** Goes on with what others began and left. */
    public Mono<Void> finishAll() {
        return erasures.running().concatMap(this::finish).then();
    }

    private Mono<Erasure> finish(Erasure begun) {
        String name = begun.name();
        if (begun.finishedAt() != null || name == null) {
            return Mono.just(begun);
        }
        Predicate<String> named = Mentions.ofName(name);
        return eraseResident
                .erase(Actor.SYSTEM, begun.householdId(), begun.residentId())
                .then(Mono.zip(
                        inVisits.forget(begun.householdId(), begun.residentId(), named),
                        inTasks.forget(begun.householdId(), named),
                        contentAbout(begun, name).flatMap(content -> inQuarantine.forget(Instant.EPOCH, content))))
                .flatMap(done -> forgetInRequests(begun.residentId()).thenReturn(done))
                .flatMap(done -> close(begun, done.getT1(), done.getT2(), done.getT3()));
    }

    /** Content that names the person by id, or by name beside their household, a visit to it or a task there. */
    private Mono<Predicate<String>> contentAbout(Erasure begun, String name) {
        return Flux.merge(inVisits.idsOf(begun.householdId()), inTasks.idsOf(begun.householdId()))
                .map(Id::value)
                .concatWithValues(begun.householdId().value())
                .collect(Collectors.toSet())
                .map(about ->
                        Mentions.ofAny(Set.of(begun.residentId().value())).or(Mentions.ofNameBeside(about, name)));
    }

    private Mono<Void> forgetInRequests(ResidentId person) {
        Amendment<SubjectRequest> amendment = new Amendment<>(requests.collection());
        return requests.of(person)
                .concatMap(request -> amendment.make(
                        Actor.SYSTEM, requests.collection().find(request.id()), null, SubjectRequest::forgotten))
                .then();
    }

    private Mono<Erasure> close(Erasure begun, long visits, long tasks, long contents) {
        return new Amendment<>(erasures.collection())
                .make(
                        Actor.SYSTEM,
                        erasures.collection().find(begun.id()),
                        null,
                        now -> now.finishedAt() != null ? now : now.finished(visits, tasks, contents, now()));
    }

    /**
     * Forgets what phones said since of people who were erased before: it was refused, and kept. To be called again and
     * again. Emits how much it was.
     */
    public Mono<Long> forgetLateWords() {
        Instant now = now();
        Instant before = looked;
        Instant since = before == null ? now.minus(LOOKED_BACK_AT_START) : before.minus(MARGIN);
        return erasures.erasedSince(now.minus(LATE_WORDS))
                .flatMap(erased -> erased.isEmpty() ? Mono.just(0L) : forget(since, erased))
                .doOnSuccess(done -> looked = now);
    }

    private Mono<Long> forget(Instant since, Set<UUID> erased) {
        return inQuarantine.forget(since, Mentions.ofAny(erased));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
