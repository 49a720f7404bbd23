package vn.toso.domain.sync;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.toso.domain.access.Actor;

/** Every kind that phones hold, in the order in which they get them: what others refer to comes first. */
final class Shelves {

    private final List<Shelf> all;

    Shelves(List<Shelf> all) {
        this.all = List.copyOf(all);
    }

    List<Shelf> of(Actor actor) {
        return all.stream().filter(shelf -> shelf.isFor(actor)).toList();
    }

    Set<String> kindsOf(Actor actor) {
        return of(actor).stream().map(Shelf::kind).collect(Collectors.toSet());
    }

    Set<String> personalKinds() {
        return all.stream().filter(Shelf::isPersonal).map(Shelf::kind).collect(Collectors.toSet());
    }

    /** The one of that kind; empty when the actor's phones hold none. */
    Optional<Shelf> find(Actor actor, String kind) {
        return of(actor).stream().filter(shelf -> shelf.kind().equals(kind)).findFirst();
    }

    /** The one behind that kind; empty behind the last one. */
    Optional<Shelf> behind(Actor actor, String kind) {
        return of(actor).stream()
                .dropWhile(shelf -> !shelf.kind().equals(kind))
                .skip(1)
                .findFirst();
    }
}
