package vn.toso.domain.sync;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.id.Id;
import vn.toso.domain.id.TeamId;
import vn.toso.domain.sync.Holding.Company;
import vn.toso.domain.sync.Pulled.Item;
import vn.toso.domain.task.CarriedTasks;

/** Turns the names of changed documents into what a phone takes and drops, by what these documents are now. */
final class Deliveries {

    private final Shelves shelves;
    private final CarriedTasks tasks;

    Deliveries(Shelves shelves, CarriedTasks tasks) {
        this.shelves = shelves;
        this.tasks = tasks;
    }

    /** @param before what the phone held; {@code phone} says what it is to hold now */
    Mono<List<Item>> of(Phone phone, Holding before, News news) {
        return withTasksOfTeams(phone, before, news)
                .flatMapMany(all -> Flux.fromIterable(shelves.of(phone.actor()))
                        .concatMap(shelf -> items(shelf, phone, before, all)))
                .collectList();
    }

    /** Who joins or leaves a team sees its tasks come and go, though nobody wrote them. */
    private Mono<News> withTasksOfTeams(Phone phone, Holding before, News news) {
        Company then = before.company();
        Company now = phone.holding().company();
        List<TeamId> joinedOrLeft = Stream.concat(
                        Holding.without(then.own(), now.own()).stream(),
                        Holding.without(now.own(), then.own()).stream())
                .toList();
        return joinedOrLeft.isEmpty()
                ? Mono.just(news)
                : tasks.openOf(joinedOrLeft)
                        .map(Id::value)
                        .collect(Collectors.toSet())
                        .map(changed -> news.with("task", changed));
    }

    private Flux<Item> items(Shelf shelf, Phone phone, Holding before, News news) {
        List<? extends Id> listed = shelf.listed(phone.holding());
        return listed == null
                ? unlisted(shelf, phone, news)
                : listed(
                        shelf,
                        phone,
                        values(listed),
                        values(java.util.Objects.requireNonNull(shelf.listed(before))),
                        news);
    }

    private Flux<Item> listed(Shelf shelf, Phone phone, Set<UUID> now, Set<UUID> then, News news) {
        Set<UUID> wanted = new HashSet<>(news.of(shelf.kind()));
        wanted.retainAll(now);
        now.stream().filter(id -> !then.contains(id)).forEach(wanted::add);
        List<Item> removed = then.stream()
                .filter(id -> !now.contains(id))
                .map(id -> Item.remove(shelf.kind(), id))
                .toList();
        return puts(shelf, phone, wanted).concatWith(Flux.fromIterable(removed));
    }

    private Flux<Item> unlisted(Shelf shelf, Phone phone, News news) {
        Set<UUID> changed = news.of(shelf.kind());
        return puts(shelf, phone, changed)
                .collectList()
                .flatMapMany(puts -> Flux.fromIterable(puts).concatWith(removed(shelf, phone, puts, news)));
    }

    private static Flux<Item> removed(Shelf shelf, Phone phone, List<Item> puts, News news) {
        Set<UUID> present = puts.stream().map(Item::id).collect(Collectors.toSet());
        List<UUID> absent = news.of(shelf.kind()).stream()
                .filter(id -> !present.contains(id) && !news.isFirst(shelf.kind(), id))
                .toList();
        return absent.isEmpty() ? Flux.empty() : shelf.lost(phone, absent).map(id -> Item.remove(shelf.kind(), id));
    }

    private static Flux<Item> puts(Shelf shelf, Phone phone, Set<UUID> ids) {
        return ids.isEmpty()
                ? Flux.empty()
                : shelf.present(phone, ids).map(document -> Item.put(shelf.kind(), (Versioned<?>) document));
    }

    private static Set<UUID> values(List<? extends Id> ids) {
        return ids.stream().map(Id::value).collect(Collectors.toSet());
    }
}
