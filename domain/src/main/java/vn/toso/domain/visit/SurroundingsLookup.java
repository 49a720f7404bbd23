package vn.toso.domain.visit;

import static com.mongodb.client.model.Projections.include;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.toso.domain.household.Households;
import vn.toso.domain.id.Id;
import vn.toso.domain.storage.Store;
import vn.toso.domain.visit.RecordVisit.Command;
import vn.toso.domain.visit.Surroundings.Assignment;
import vn.toso.domain.visit.Surroundings.Corrected;
import vn.toso.domain.visit.Surroundings.Door;

/** Finds what is on file about the things that visits name, with one statement for each sort of thing that is named. */
final class SurroundingsLookup {

    private final SharedLookup<Door> doors;
    private final SharedLookup<Assignment> tasks;
    private final SharedLookup<Corrected> corrected;

    SurroundingsLookup(Store store, Visits visits, Households households) {
        this.doors = new SharedLookup<>(
                households.collection().documents().withDocumentClass(Door.class),
                include("hamletId", "residents.id", "residents.consents"),
                Door::id);
        this.tasks = new SharedLookup<>(
                store.collection("tasks", Assignment.class), include("hamletId", "householdId"), Assignment::id);
        this.corrected = new SharedLookup<>(
                visits.collection().documents().withDocumentClass(Corrected.class),
                include("hamletId", "householdId"),
                Corrected::id);
    }

    /** What there is for each of these commands. */
    Mono<Function<Command, Surroundings>> of(Collection<Command> commands) {
        return Mono.zip(
                        doors.findAll(named(commands, Command::householdId)),
                        tasks.findAll(named(commands, Command::taskId)),
                        corrected.findAll(named(commands, Command::supersedes)))
                .map(found -> command -> new Surroundings(
                        find(found.getT1(), command.householdId()),
                        find(found.getT2(), command.taskId()),
                        find(found.getT3(), command.supersedes())));
    }

    private static Set<Id> named(Collection<Command> commands, Function<Command, @Nullable Id> name) {
        return commands.stream().map(name).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private static <T> Optional<T> find(Map<Id, T> found, @Nullable Id id) {
        return id == null ? Optional.empty() : Optional.ofNullable(found.get(id));
    }
}
