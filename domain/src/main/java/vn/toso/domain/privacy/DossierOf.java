package vn.toso.domain.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.access.Permission;
import vn.toso.domain.area.Days;
import vn.toso.domain.export.Export;
import vn.toso.domain.export.Exports;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.Resident;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.sync.HeldWork;
import vn.toso.domain.sync.Quarantine;
import vn.toso.domain.task.Task;
import vn.toso.domain.task.Tasks;
import vn.toso.domain.visit.Visit;
import vn.toso.domain.visit.Visits;

/** Gathers all that is held of a person, for who answers the person's request. */
public final class DossierOf {

    /**
     * What is held.
     *
     * @param visits those that name the person, and those to the household
     * @param tasks those about the household
     * @param held work about the person that was not carried out
     * @param requests what the person asked before
     * @param exports lists with names of people that were taken since the person is registered, whoever was on them
     */
    public record Dossier(
            Household household,
            Resident resident,
            List<Visit> visits,
            List<Task> tasks,
            List<HeldWork> held,
            List<SubjectRequest> requests,
            List<Export> exports) {}

    private final People people;
    private final Visits visits;
    private final Tasks tasks;
    private final Quarantine quarantine;
    private final SubjectRequests requests;
    private final Exports exports;

    public DossierOf(
            People people,
            Visits visits,
            Tasks tasks,
            Quarantine quarantine,
            SubjectRequests requests,
            Exports exports) {
        this.people = people;
        this.visits = visits;
        this.tasks = tasks;
        this.quarantine = quarantine;
        this.requests = requests;
        this.exports = exports;
    }

    /** {@code not-found} for a person out of scope. */
    public Mono<Dossier> gather(Actor actor, ResidentId id) {
        return Mono.fromRunnable(() -> actor.require(Permission.READ_DOSSIERS))
                .then(Mono.defer(() -> people.get(actor, id)))
                .flatMap(this::gather);
    }

    private Mono<Dossier> gather(People.Person person) {
        HouseholdId household = person.household().id();
        Predicate<String> tells = Mentions.ofAny(Set.of(person.resident().id().value()));
        Instant since = Days.startOf(person.resident().registeredOn());
        return Mono.zip(
                        visits.ofHouseholds(List.of(household)).collectList(),
                        tasks.of(household).collectList(),
                        quarantine.all().filter(work -> tells.test(work.body())).collectList(),
                        requests.of(person.resident().id()).collectList(),
                        exports.personalSince(since).collectList())
                .map(found -> new Dossier(
                        person.household(),
                        person.resident(),
                        found.getT1(),
                        found.getT2(),
                        found.getT3(),
                        found.getT4(),
                        found.getT5()));
    }
}
