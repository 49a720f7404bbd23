package vn.toso.domain.privacy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.area.Days;
import vn.toso.domain.change.Amendment;
import vn.toso.domain.household.Consent;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.id.SubjectRequestId;
import vn.toso.domain.privacy.SubjectRequest.Kind;
import vn.toso.domain.privacy.SubjectRequest.State;
import vn.toso.domain.problem.FieldErrors;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.storage.Revision;
import vn.toso.domain.text.Wording;

/** Takes in what people ask about their own data, and keeps its terms (Law 91/2025/QH15, NĐ 356/2025). */
public final class HandleRequests {

    private static final int DAYS_TO_ACKNOWLEDGE = 2;
    private static final int LONGEST_CHANNEL = 60;
    private static final int LONGEST_REASON = 500;

    /**
     * @param representative required for a child under 16: who asks, and by what right ({@code mẹ})
     */
    public record Command(
            @Nullable ResidentId residentId,
            @Nullable Kind kind,
            @Nullable String channel,
            @Nullable String representative,
            @Nullable String note) {}

    private final SubjectRequests requests;
    private final People people;
    private final Holidays holidays;
    private final Clock clock;
    private final IdSource ids;
    private final Amendment<SubjectRequest> amendment;

    public HandleRequests(SubjectRequests requests, People people, Holidays holidays, Clock clock, IdSource ids) {
        this.requests = requests;
        this.people = people;
        this.holidays = holidays;
        this.clock = clock;
        this.ids = ids;
        this.amendment = new Amendment<>(requests.collection());
    }

    /** Emits the request with its terms. {@code not-found} for a person out of scope. */
    public Mono<SubjectRequest> receive(Actor actor, Command command) {
        return Mono.fromSupplier(() -> checked(actor, command))
                .flatMap(checked -> people.get(actor, Objects.requireNonNull(checked.residentId()))
                        .zipWith(holidays.workingDays(), (person, days) -> request(actor, checked, person, days)))
                .flatMap(request -> requests.collection().insert(actor, request));
    }

    /** Notes that the person heard that it was received. */
    public Mono<SubjectRequest> acknowledge(Actor actor, SubjectRequestId id, @Nullable Long expected) {
        return change(
                actor,
                id,
                expected,
                request -> request.state() == State.RECEIVED ? request.acknowledged(now()) : requireOpen(request));
    }

    /** Gives it its term once more, from the last day of the first; can be done once. */
    public Mono<SubjectRequest> extend(Actor actor, SubjectRequestId id, @Nullable Long expected, String reason) {
        Wording.checkReason(reason, true, LONGEST_REASON);
        return holidays.workingDays()
                .flatMap(days -> change(actor, id, expected, request -> {
                    if (requireOpen(request).extendedOn() != null) {
                        throw Problem.of(ProblemCode.CONFLICT, "conflict.request-extended");
                    }
                    LocalDate due = days.endOf(request.dueOn(), request.kind().days());
                    return request.extended(Days.today(clock), due, reason.strip());
                }));
    }

    /**
     * Says that it was done, or refused; closing it the same way again changes nothing.
     *
     * @param reason required for a refusal; without one, that of an extension stays
     */
    public Mono<SubjectRequest> close(
            Actor actor, SubjectRequestId id, @Nullable Long expected, State how, @Nullable String reason) {
        if (how.isOpen()) {
            throw Problem.invalid("/state", "not-allowed", List.of(State.DONE, State.REFUSED));
        }
        Wording.checkReason(reason, how == State.REFUSED, LONGEST_REASON);
        String why = reason == null || reason.isBlank() ? null : reason.strip();
        return change(
                actor,
                id,
                expected,
                request -> request.state() == how
                        ? request
                        : requireOpen(request).closed(how, why, now(), actor.memberId()));
    }

    private Mono<SubjectRequest> change(
            Actor actor, SubjectRequestId id, @Nullable Long expected, UnaryOperator<SubjectRequest> change) {
        return Mono.fromRunnable(() -> actor.require(Permission.HANDLE_DATA_REQUESTS))
                .then(amendment.make(actor, requests.get(actor, id), expected, change));
    }

    private static SubjectRequest requireOpen(SubjectRequest request) {
        if (!request.state().isOpen()) {
            throw Problem.of(ProblemCode.CONFLICT, "conflict.request-closed");
        }
        return request;
    }

    private static Command checked(Actor actor, Command command) {
        actor.require(Permission.RECEIVE_DATA_REQUESTS);
        FieldErrors errors = new FieldErrors();
        errors.require(command.residentId(), "/residentId");
        errors.require(command.kind(), "/kind");
        String channel = Wording.text(command.channel(), "/channel", LONGEST_CHANNEL, errors);
        errors.require(channel, "/channel");
        String representative = Wording.text(command.representative(), "/representative", Wording.LONGEST_NAME, errors);
        String note = Wording.note(command.note(), "/note", errors);
        errors.throwIfAny();
        return new Command(command.residentId(), command.kind(), channel, representative, note);
    }

    private SubjectRequest request(Actor actor, Command command, People.Person person, WorkingDays days) {
        Instant now = now();
        LocalDate today = Days.of(now);
        if (person.resident().mayBeUnder(Consent.OF_AGE, today) && command.representative() == null) {
            throw Problem.invalid("/representative", "representative");
        }
        Kind kind = Objects.requireNonNull(command.kind());
        return new SubjectRequest(
                new SubjectRequestId(ids.next()),
                Revision.NONE,
                person.household().hamletId(),
                person.household().id(),
                person.resident().id(),
                kind,
                Objects.requireNonNull(command.channel()),
                command.representative(),
                command.note(),
                actor.memberId(),
                now,
                days.after(today, DAYS_TO_ACKNOWLEDGE),
                days.endOf(today, kind.days()),
                State.RECEIVED,
                null,
                null,
                null,
                null,
                null);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
