package vn.toso.domain.visit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.reactivestreams.client.FindPublisher;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.area.Days;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.VisitId;
import vn.toso.domain.service.Outcome;

/** The statements of those who add up the visits of a period. The caller answers for the hamlets being in scope. */
public final class CountedVisits {

    private static final int BATCH = 2_000;

    /** The parts of a live visit that are added up. */
    public record Counted(
            @BsonId VisitId id,
            AreaId hamletId,
            @Nullable HouseholdId householdId,
            List<MemberId> members,
            Instant occurredAt,
            List<Activity> activities) {

        /** The day on which it occurred, in Asia/Ho_Chi_Minh. */
        public LocalDate day() {
            return Days.of(occurredAt);
        }

        /** As {@link Visit#metSomebody}. */
        public boolean metSomebody() {
            return activities.stream().anyMatch(activity -> activity.outcome() != Outcome.ABSENT);
        }
    }

    public record Correction(@BsonId VisitId id, @Nullable VisitId supersedes) {}

    private final Visits visits;

    public CountedVisits(Visits visits) {
        this.visits = visits;
    }

    /** The live visits of these hamlets from one day to another, both included, in no particular order. */
    public Flux<Counted> live(Collection<AreaId> hamlets, LocalDate from, LocalDate to) {
        if (hamlets.isEmpty()) {
            return Flux.empty();
        }
        return superseded(hamlets)
                .flatMapMany(superseded ->
                        Flux.from(statement(hamlets, from, to)).filter(visit -> !superseded.contains(visit.id())));
    }

    /** Whether any visit of these hamlets occurred on a day or before it: else nobody recorded anything as yet. */
    public Mono<Boolean> anyUpTo(Collection<AreaId> hamlets, LocalDate day) {
        return hamlets.isEmpty()
                ? Mono.just(false)
                : Mono.from(statementOfAny(hamlets, day).first()).hasElement();
    }

    /** A correction of any day takes away the visit that it corrects; there are few of them. */
    private Mono<Set<VisitId>> superseded(Collection<AreaId> hamlets) {
        return Flux.from(statementOfCorrections(hamlets))
                .map(correction -> Objects.requireNonNull(correction.supersedes()))
                .collect(HashSet::new, Set::add);
    }

    FindPublisher<Counted> statement(Collection<AreaId> hamlets, LocalDate from, LocalDate to) {
        Bson when = and(gte("occurredAt", Days.startOf(from)), lt("occurredAt", Days.startOf(to.plusDays(1))));
        return visits.collection()
                .documents()
                .find(and(in("hamletId", hamlets), when, eq("voided", null)), Counted.class)
                .projection(include("hamletId", "householdId", "members", "occurredAt", "activities"))
                .batchSize(BATCH);
    }

    FindPublisher<Correction> statementOfCorrections(Collection<AreaId> hamlets) {
        return visits.collection()
                .documents()
                .find(and(exists("supersedes"), in("hamletId", hamlets), eq("voided", null)), Correction.class)
                .projection(include("supersedes"))
                .batchSize(BATCH);
    }

    FindPublisher<Correction> statementOfAny(Collection<AreaId> hamlets, LocalDate day) {
        return visits.collection()
                .documents()
                .find(and(in("hamletId", hamlets), lt("occurredAt", Days.startOf(day.plusDays(1)))), Correction.class)
                .projection(include("_id"))
                .limit(1);
    }
}
