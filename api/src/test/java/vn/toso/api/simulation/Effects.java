package vn.toso.api.simulation;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.household.Household;
import vn.toso.domain.household.Resident;

/** Whether what was carried out is there, just once, and nothing is there that nobody did. */
final class Effects {

    private final List<Item> items;
    private final Collection<Household> before;
    private final Map<UUID, Document> visits;
    private final Map<UUID, Document> homes;
    private final Consumer<String> wrong;

    /** @param before the households with which the evening began */
    Effects(List<Item> items, Collection<Household> before, Books books, Consumer<String> wrong) {
        this.items = items;
        this.before = before;
        this.visits = books.here("visits");
        this.homes = books.here("households");
        this.wrong = wrong;
    }

    void check() {
        items.stream()
                .filter(Item::isApplied)
                .filter(item -> !isThereOnce(item))
                .forEach(item -> wrong.accept("was acknowledged and is not there just once: " + item));
        nothingIsThereThatNobodyDid();
        fieldsSayWhatWasSaidLast();
    }

    private boolean isThereOnce(Item item) {
        return switch (item.kind()) {
            case "visit.record" -> visits.containsKey(item.id("id"));
            case "visit.void" -> visits.get(item.id("visitId")).get("voided") != null;
            case "household.register" -> homes.containsKey(item.id("id"));
            case "resident.add" ->
                residents(item).filter(person -> isId(item, "id", person)).count() == 1;
            case "resident.leave" ->
                residents(item).anyMatch(person -> isId(item, "residentId", person) && person.get("leftOn") != null);
            case "consent.record" ->
                residents(item)
                                .flatMap(person -> person.getList("consents", Document.class).stream())
                                .filter(consent -> item.text("purpose").equals(consent.getString("purpose")))
                                .count()
                        == 1;
            default -> true;
        };
    }

    private Stream<Document> residents(Item item) {
        return Books.residents(homes.get(item.id("householdId"))).stream();
    }

    private static boolean isId(Item item, String field, Document person) {
        return item.id(field).equals(person.get("id", UUID.class));
    }

    private void nothingIsThereThatNobodyDid() {
        surplus("visits", visits.keySet(), made("visit.record"));
        Set<UUID> registered = made("household.register");
        before.forEach(home -> registered.add(home.id().value()));
        surplus("households", homes.keySet(), registered);
        Set<UUID> people = made("resident.add");
        before.stream()
                .flatMap(home -> home.residents().stream())
                .map(Resident::id)
                .forEach(id -> people.add(id.value()));
        items.stream()
                .filter(item -> item.kind().equals("household.register"))
                .flatMap(item -> item.mutation().body().get("residents").valueStream())
                .forEach(person -> people.add(UUID.fromString(person.get("id").asString())));
        surplus("people", persons().toList(), people);
    }

    private Stream<UUID> persons() {
        return homes.values().stream()
                .flatMap(home -> Books.residents(home).stream())
                .map(person -> person.get("id", UUID.class));
    }

    private Set<UUID> made(String kind) {
        return items.stream()
                .filter(item -> item.kind().equals(kind) && item.mayBeApplied())
                .map(item -> item.id("id"))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private void surplus(String what, Collection<UUID> there, Set<UUID> done) {
        List<UUID> surplus = there.stream().filter(id -> !done.contains(id)).toList();
        if (!surplus.isEmpty()) {
            wrong.accept(what + " that nobody made: " + surplus);
        }
        if (new HashSet<>(there).size() < there.size()) {
            wrong.accept(what + " that are there twice: " + there);
        }
    }

    private void fieldsSayWhatWasSaidLast() {
        for (Document home : homes.values()) {
            UUID id = home.get("_id", UUID.class);
            List<Item> said = about("household.amend", "householdId", id);
            saysWhatWasSaidLast("addressNote", home, said);
            saysWhatWasSaidLast("headName", home, said);
            for (Document person : Books.residents(home)) {
                List<Item> ofPerson = about("resident.amend", "residentId", person.get("id", UUID.class));
                saysWhatWasSaidLast("birthYear", person, ofPerson);
            }
        }
    }

    private List<Item> about(String kind, String field, UUID id) {
        return items.stream()
                .filter(item -> item.kind().equals(kind) && item.id(field).equals(id))
                .toList();
    }

    /**
     * Whatever is there was said by somebody who said nothing else of it later; where a leader let something in, it may be
     * older than what its sender said since.
     */
    private void saysWhatWasSaidLast(String field, Document stored, List<Item> said) {
        List<Item> about = said.stream().filter(item -> item.has(field)).toList();
        if (about.stream().noneMatch(Item::isApplied)) {
            return;
        }
        Function<Item, @Nullable String> value = item -> item.text(field);
        String there = Objects.toString(stored.get(field));
        List<Item> sources = about.stream()
                .filter(item -> item.mayBeApplied() && there.equals(value.apply(item)))
                .toList();
        boolean last = sources.stream()
                .anyMatch(source -> source.held() != null || about.stream().noneMatch(item -> isLater(item, source)));
        if (!last) {
            wrong.accept(
                    field + " of " + stored.get("_id", stored.get("id")) + " is " + there + ", but was said: " + about);
        }
    }

    private static boolean isLater(Item item, Item source) {
        return item.isApplied() && item.held() == null && item.isAfter(source);
    }
}
