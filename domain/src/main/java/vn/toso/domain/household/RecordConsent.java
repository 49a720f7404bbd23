package vn.toso.domain.household;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.area.Days;
import vn.toso.domain.change.Amendment;
import vn.toso.domain.household.Consent.Decision;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.problem.FieldErrors;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.text.Wording;

/** Keeps a resident's word on one purpose: given, refused or withdrawn (Law 91/2025/QH15). Words are added, never changed. */
public final class RecordConsent {

    /** More words than anybody gives. */
    private static final int MOST_WORDS = 100;

    private static final int LONGEST = 60;

    /** Nothing was said before: a device that says so lost its clock. The teams were founded from 2022 on. */
    private static final Instant PROGRAMME_BEGAN = Instant.parse("2020-01-01T00:00:00Z");

    /**
     * @param at when it was said, by the phone's clock; null for now, and never later than now
     * @param representative who said it for a child, and by what right; else null
     */
    public record Command(
            @Nullable String purpose,
            @Nullable Decision decision,
            @Nullable Instant at,
            @Nullable String how,
            @Nullable String noticeVersion,
            @Nullable String representative) {}

    private final Households households;
    private final Amendment<Household> amendment;
    private final Clock clock;

    public RecordConsent(Households households, Clock clock) {
        this.households = households;
        this.amendment = new Amendment<>(households.collection());
        this.clock = clock;
    }

    /**
     * Emits the household as stored; the same word twice is kept once. Without a time it is the same as long as nothing
     * else was said on the purpose: a request that is sent again is no second word. {@code not-found} for a household
     * out of scope or a person who isn't in it; {@code invalid} for a yes of a child under 16 without a representative.
     *
     * @param expected the household's version that the caller saw; null for any
     */
    public Mono<Household> record(
            Actor actor, HouseholdId id, ResidentId resident, @Nullable Long expected, Command command) {
        return Mono.fromSupplier(() -> checked(actor, command))
                .flatMap(consent -> amendment.make(
                        actor,
                        households.get(actor, id),
                        expected,
                        current -> added(current, resident, consent, command.at() == null, Days.today(clock))));
    }

    private Consent checked(Actor actor, Command command) {
        actor.require(Permission.EDIT_HOUSEHOLDS);
        FieldErrors errors = new FieldErrors();
        String purpose = required(command.purpose(), "/purpose", errors);
        String how = required(command.how(), "/how", errors);
        String notice = required(command.noticeVersion(), "/noticeVersion", errors);
        errors.require(command.decision(), "/decision");
        String representative = Wording.text(command.representative(), "/representative", Wording.LONGEST_NAME, errors);
        errors.throwIfAny();
        Instant said = command.at() == null ? null : command.at().truncatedTo(ChronoUnit.MILLIS);
        Instant at = at(said);
        return new Consent(
                purpose,
                Objects.requireNonNull(command.decision()),
                at,
                said == null || said.equals(at) ? null : said,
                how,
                actor.memberId(),
                notice,
                representative);
    }

    private Instant at(@Nullable Instant said) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return said == null || said.isAfter(now) || said.isBefore(PROGRAMME_BEGAN) ? now : said;
    }

    private static String required(@Nullable String written, String pointer, FieldErrors errors) {
        String text = Wording.text(written, pointer, LONGEST, errors);
        errors.require(text, pointer);
        return text == null ? "" : text;
    }

    private static Household added(
            Household household, ResidentId id, Consent consent, boolean undated, LocalDate today) {
        Resident resident = household
                .resident(id)
                .filter(person -> !person.isErased())
                .orElseThrow(() -> Problem.notFound("resident"));
        if (resident.consents().stream().anyMatch(consent::isSame) || (undated && isLatest(resident, consent))) {
            return household;
        }
        boolean alone = consent.decision() == Decision.GIVEN && consent.representative() == null;
        if (alone && resident.mayBeUnder(Consent.OF_AGE, today)) {
            throw Problem.invalid("/representative", "representative");
        }
        if (resident.consents().size() >= MOST_WORDS) {
            throw Problem.invalid("/consents", "too-many", MOST_WORDS);
        }
        List<Consent> consents =
                Stream.concat(resident.consents().stream(), Stream.of(consent)).toList();
        return household.with(resident.withConsents(consents));
    }

    /** Whether the person's latest word on that purpose is this one. */
    private static boolean isLatest(Resident resident, Consent consent) {
        return resident.consents().stream()
                .filter(word -> word.purpose().equals(consent.purpose()))
                .max(Comparator.comparing(Consent::at))
                .filter(consent::isSameButForTime)
                .isPresent();
    }
}
