package vn.toso.domain.visit;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.household.Consent;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.FrozenMonthId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.id.TaskId;
import vn.toso.domain.id.VisitId;

/**
 * What is on file about the things that a visit names: just what the checks need.
 *
 * @param door the household; empty when there is none, or none is named
 * @param task the task it was made for; likewise
 * @param corrected the visit that it supersedes; likewise
 */
record Surroundings(Optional<Door> door, Optional<Assignment> task, Optional<Corrected> corrected) {

    public record Door(@BsonId HouseholdId id, AreaId hamletId, List<Person> residents) {

        boolean has(ResidentId resident) {
            return residents.stream().anyMatch(person -> person.id().equals(resident));
        }

        /** The person's latest word on being named; null when none was said. */
        Consent.@Nullable Decision said(ResidentId resident) {
            return residents.stream()
                    .filter(person -> person.id().equals(resident))
                    .flatMap(person -> Stream.ofNullable(person.consents()).flatMap(List::stream))
                    .filter(word -> word.purpose().equals(Consent.SERVICE_SUPPORT))
                    .max(Comparator.comparing(Word::at))
                    .map(Word::decision)
                    .orElse(null);
        }
    }

    public record Person(ResidentId id, @Nullable List<Word> consents) {}

    public record Word(String purpose, Consent.Decision decision, Instant at) {}

    public record Assignment(
            @BsonId TaskId id, AreaId hamletId, @Nullable HouseholdId householdId) {}

    public record Corrected(
            @BsonId VisitId id, AreaId hamletId, @Nullable HouseholdId householdId) {}

    /** A month of a hamlet that is frozen. */
    public record Frozen(@BsonId FrozenMonthId id, Instant frozenAt) {}
}
