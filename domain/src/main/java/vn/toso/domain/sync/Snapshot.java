package vn.toso.domain.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.access.Actor;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.problem.ProblemCode;
import vn.toso.domain.sync.Pulled.Item;

/** Reads everything that a phone is to hold, page by page: each page is filled up from the next hamlet and kind. */
final class Snapshot {

    /**
     * Part of a snapshot.
     *
     * @param next what comes next; null when that was all
     */
    record Part(List<Item> items, @Nullable Place next) {}

    /** What one statement reads. */
    private record Stop(Shelf shelf, @Nullable AreaId hamlet) {

        Place place(Place.@Nullable Key after) {
            return new Place(shelf.kind(), hamlet, after);
        }

        /** Hamlets come in the order of their ids, and one that the phone was promised may have gone meanwhile. */
        boolean isAt(Place place) {
            return shelf.kind().equals(place.kind())
                    && (hamlet == null
                            || place.hamlet() == null
                            || hamlet.value().compareTo(place.hamlet().value()) >= 0);
        }

        /** What was begun goes on behind what was seen; all else starts at its beginning. */
        Place.@Nullable Key after(Place place) {
            return shelf.kind().equals(place.kind()) && Objects.equals(hamlet, place.hamlet()) ? place.after() : null;
        }
    }

    /** So many statements are under way at a time: all kinds of one hamlet. What they read too much is dropped. */
    private static final int AHEAD = 8;

    /** What one statement found. */
    private record Found(Stop stop, List<Versioned<?>> documents) {}

    private final Shelves shelves;

    Snapshot(Shelves shelves) {
        this.shelves = shelves;
    }

    Place beginning(Actor actor) {
        return new Place(shelves.of(actor).get(0).kind(), null, null);
    }

    /** @param hamlets those whose documents the phone lacks, sorted */
    Mono<Part> page(Phone phone, List<AreaId> hamlets, Place place, int limit) {
        List<Stop> stops = stops(phone.actor(), hamlets);
        List<Stop> left = stops.subList(indexOf(phone.actor(), stops, place), stops.size());
        return Flux.fromIterable(left)
                .flatMapSequential(stop -> read(phone, stop, place, limit), AHEAD, 1)
                .scan(new Part(List.of(), place), (part, found) -> longer(part, found, left, limit))
                .takeUntil(part -> part.items().size() >= limit)
                .last()
                .map(part -> part.items().size() < limit ? new Part(part.items(), null) : part);
    }

    private Mono<Found> read(Phone phone, Stop stop, Place place, int limit) {
        return stop.shelf()
                .page(phone, stop.hamlet(), stop.after(place), limit)
                .<Versioned<?>>map(document -> document)
                .collectList()
                .map(documents -> new Found(stop, documents));
    }

    private List<Stop> stops(Actor actor, List<AreaId> hamlets) {
        List<Stop> stops = new ArrayList<>();
        for (Shelf shelf : shelves.of(actor)) {
            if (shelf.isByHamlet(actor)) {
                hamlets.forEach(hamlet -> stops.add(new Stop(shelf, hamlet)));
            } else {
                stops.add(new Stop(shelf, null));
            }
        }
        return stops;
    }

    private static Part longer(Part part, Found found, List<Stop> stops, int limit) {
        Stop stop = found.stop();
        int left = limit - part.items().size();
        if (found.documents().size() >= left) {
            List<Versioned<?>> taken = found.documents().subList(0, left);
            return new Part(joined(part.items(), stop, taken), stop.place(lastOf(stop, taken)));
        }
        int next = stops.indexOf(stop) + 1;
        Place behind = next < stops.size() ? stops.get(next).place(null) : null;
        return new Part(joined(part.items(), stop, found.documents()), behind);
    }

    private int indexOf(Actor actor, List<Stop> stops, Place place) {
        List<String> kinds = shelves.of(actor).stream().map(Shelf::kind).toList();
        if (!kinds.contains(place.kind())) {
            throw Problem.of(ProblemCode.RESYNC_REQUIRED, "resync-required");
        }
        int order = kinds.indexOf(place.kind());
        int index = 0;
        while (index < stops.size()
                && !stops.get(index).isAt(place)
                && kinds.indexOf(stops.get(index).shelf().kind()) <= order) {
            index++;
        }
        return index;
    }

    private static Place.Key lastOf(Stop stop, List<Versioned<?>> found) {
        return stop.shelf().keyOf(found.get(found.size() - 1));
    }

    private static List<Item> joined(List<Item> before, Stop stop, List<Versioned<?>> found) {
        List<Item> all = new ArrayList<>(before);
        found.forEach(document -> all.add(Item.put(stop.shelf().kind(), document)));
        return all;
    }
}
