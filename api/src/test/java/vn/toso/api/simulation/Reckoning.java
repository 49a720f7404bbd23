package vn.toso.api.simulation;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import vn.toso.domain.access.Role;
import vn.toso.domain.id.IdSource;
import vn.toso.domain.team.MemberDirectory;
import vn.toso.seed.phone.Phone;

/** Compares what was done, what phones show and what lies in the database, when everybody is back at the office. */
final class Reckoning {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Set<String> OPEN = Set.of("ASSIGNED", "ACCEPTED", "IN_PROGRESS", "DECLINED");

    private final Evening evening;
    private final Cluster cluster;
    private final Books books;
    private final List<String> wrong = new ArrayList<>();
    private List<Item> items = List.of();

    Reckoning(Evening evening, Cluster cluster) {
        this.evening = evening;
        this.cluster = cluster;
        this.books = new Books(cluster, evening.hamlets());
    }

    /** Has everybody sync, and returns everything that is not as it has to be then, in words. */
    List<String> wrong() {
        wrong.clear();
        evening.phones().stream()
                .filter(phone -> !phone.isProven())
                .forEach(phone -> wrong.add(phone.member().name() + "'s digest differs"));
        items = new Fates(evening, books, wrong::add).check();
        new Effects(items, evening.households(), books, wrong::add).check();
        new Counts(books, wrong::add).check(evening.commune().id(), cluster.first());
        everyPhoneShowsWhatTheServerHas();
        evening.phones().forEach(this::gotThereByTheLog);
        return List.copyOf(wrong);
    }

    /** What was done, with what became of it; of the last look. */
    Collection<Item> items() {
        return items;
    }

    private void everyPhoneShowsWhatTheServerHas() {
        Map<UUID, Set<String>> inDatabase = inDatabase();
        Collection<Document> tasks = books.here("tasks").values();
        Map<UUID, Document> members = books.byId(
                "members",
                evening.phones().stream()
                        .map(field -> field.member().id().value())
                        .toList());
        for (FieldPhone field : evening.phones()) {
            if (field.member().role() == Role.TEAM_MEMBER) {
                Document member = members.get(field.member().id().value());
                difference(
                        field.member().name() + " against the database, " + beliefs(field, member),
                        carriedBy(member, inDatabase, tasks),
                        held(field.phone()));
            }
            if (!field.phone().outbox().isEmpty()) {
                wrong.add(field.member().name() + " has unsent work");
            }
            showsWhatSomebodyNewGets(field);
        }
    }

    /** Where the database and each node have that member work. */
    private String beliefs(FieldPhone field, Document member) {
        String subject = Objects.requireNonNull(field.member().subject());
        List<String> nodes = cluster.nodes()
                .map(node -> node.bean(MemberDirectory.class).actorOf(subject).block(SOON))
                .map(actor ->
                        String.valueOf(actor == null ? null : actor.scope().hamlets()))
                .toList();
        return "version " + Books.version(member) + " in " + member.get("areas") + ", for the nodes in " + nodes;
    }

    /** To the letter. */
    private void showsWhatSomebodyNewGets(FieldPhone field) {
        Phone fresh =
                new Phone(field.phone().device(), field.network().byWire(), IdSource.timeOrdered(), Clock.systemUTC());
        try {
            fresh.pull();
            difference(
                    field.member().name() + " against a fresh snapshot",
                    Set.copyOf(fresh.store().documents()),
                    Set.copyOf(field.phone().store().documents()));
        } catch (IOException later) {
            wrong.add(field.member().name() + " cannot start afresh: " + later);
        }
    }

    /** A phone that mends a hole by fetching everything anew proves nothing about the log. */
    private void gotThereByTheLog(FieldPhone field) {
        if (field.network().fetchedAnewUntold() > 0) {
            wrong.add(field.member().name() + " found a hole and fetched everything anew");
        }
        if (field.network().resyncs() > 0 && !cluster.hasForgotten()) {
            wrong.add(field.member().name() + " was told to fetch everything anew, though nothing was forgotten");
        }
    }

    private void difference(String what, Set<?> expected, Set<?> actual) {
        Set<Object> missing = new HashSet<>(expected);
        missing.removeAll(actual);
        Set<Object> surplus = new HashSet<>(actual);
        surplus.removeAll(expected);
        if (!missing.isEmpty() || !surplus.isEmpty()) {
            wrong.add(what + ": missing " + missing + ", too much " + surplus);
        }
    }

    /** Households, visits and tasks as the phone names them. */
    private static Set<String> held(Phone phone) {
        Set<String> kinds = Set.of("household", "visit", "task");
        return phone.store().documents().stream()
                .filter(document -> kinds.contains(document.kind()))
                .map(document -> named(document.kind(), document.id(), document.version()))
                .collect(Collectors.toSet());
    }

    /** What a member has to hold, without asking those who decided it. */
    private Set<String> carriedBy(Document member, Map<UUID, Set<String>> inDatabase, Collection<Document> tasks) {
        List<UUID> areas = member.getList("areas", UUID.class);
        Set<String> carried = areas.stream()
                .flatMap(hamlet -> inDatabase.getOrDefault(hamlet, Set.of()).stream())
                .collect(Collectors.toSet());
        UUID id = member.get("_id", UUID.class);
        Set<UUID> teams = evening.teamsOf(id);
        tasks.stream()
                .filter(task -> areas.contains(task.get("hamletId", UUID.class)))
                .filter(task -> OPEN.contains(task.getString("state")))
                .filter(task -> id.equals(task.get("assigneeId")) || teams.contains(task.get("teamId", UUID.class)))
                .forEach(task -> carried.add(named("task", task)));
        return carried;
    }

    private Map<UUID, Set<String>> inDatabase() {
        Map<UUID, Set<String>> all = new HashMap<>();
        for (String kind : List.of("household", "visit")) {
            for (Document document : books.here(kind + "s").values()) {
                all.computeIfAbsent(document.get("hamletId", UUID.class), hamlet -> new HashSet<>())
                        .add(named(kind, document));
            }
        }
        return all;
    }

    private static String named(String kind, Document document) {
        return named(kind, document.get("_id", UUID.class), Books.version(document));
    }

    private static String named(String kind, UUID id, long version) {
        return kind + " " + id + " " + version;
    }
}
