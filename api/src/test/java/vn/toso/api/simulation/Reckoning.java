package vn.toso.api.simulation;

import static com.mongodb.client.model.Filters.in;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import vn.toso.domain.access.Role;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.IdSource;
import vn.toso.seed.phone.Mutation;
import vn.toso.seed.phone.Phone;
import vn.toso.seed.phone.Verdict;
import vn.toso.seed.phone.Verdict.Outcome;

/** Compares what was done, what phones show and what lies in the database. */
final class Reckoning {

    private static final Duration SOON = Duration.ofSeconds(30);

    /** Of as many phones one is compared in every word, the others by versions. */
    private static final int COMPARED_TO_THE_LETTER = 7;

    private final Evening evening;
    private final Cluster cluster;
    private final List<String> wrong = new ArrayList<>();

    Reckoning(Evening evening, Cluster cluster) {
        this.evening = evening;
        this.cluster = cluster;
    }

    /** Has everybody sync, and returns everything that is not as it has to be then, in words. */
    List<String> wrong() {
        wrong.clear();
        evening.phones().stream()
                .filter(phone -> !phone.isProven())
                .forEach(phone -> wrong.add(phone.member().name() + "'s digest differs"));
        everyItemHasItsFate();
        whatWasAcknowledgedIsThereOnce();
        everyPhoneShowsWhatTheServerHas();
        return List.copyOf(wrong);
    }

    private void everyItemHasItsFate() {
        Map<UUID, Document> receipts = byId("mutations", evening.done().toList());
        Map<UUID, Document> held = byId("quarantine", evening.done().toList());
        for (FieldPhone phone : evening.phones()) {
            Map<UUID, Verdict> told = new HashMap<>();
            for (Verdict verdict : phone.phone().outbox().verdicts()) {
                if (told.put(verdict.mutation().id(), verdict) != null) {
                    wrong.add(verdict.mutation().id() + " was answered twice");
                }
            }
            phone.done().forEach(id -> hasItsFate(id, told.get(id), receipts.get(id), held.get(id)));
        }
    }

    private void hasItsFate(UUID id, Verdict told, Document receipt, Document held) {
        if (told == null || receipt == null) {
            wrong.add(id + " told " + told + ", receipt " + receipt);
            return;
        }
        String fate = receipt.getString("verdict");
        Outcome outcome = told.outcome() == Outcome.ALREADY_APPLIED ? Outcome.APPLIED : told.outcome();
        if (!fate.equals(outcome.name()) && !letIn(outcome, fate, held)) {
            wrong.add(id + " was told " + outcome + ", but is " + fate);
        }
        boolean kept = switch (outcome) {
            case REJECTED, QUARANTINED -> held != null && held.getString("body") != null;
            case CONFLICT -> receipt.getString("body") != null;
            default -> true;
        };
        if (!kept) {
            wrong.add("the content of " + told.mutation() + " is gone: " + receipt + " " + held);
        }
    }

    /** A leader let held work in after the phone was told; the node may have died before it marked the work so. */
    private static boolean letIn(Outcome told, String fate, @Nullable Document held) {
        return (told == Outcome.REJECTED || told == Outcome.QUARANTINED)
                && fate.equals("APPLIED")
                && held != null
                && !"REJECTED".equals(held.getString("state"));
    }

    private void whatWasAcknowledgedIsThereOnce() {
        List<Mutation> acknowledged = evening.phones().stream()
                .flatMap(phone -> phone.phone().outbox().verdicts().stream())
                .filter(verdict -> !verdict.needsAttention())
                .map(Verdict::mutation)
                .toList();
        Set<UUID> visits =
                byId("visits", ids(acknowledged, "visit.record", "id")).keySet();
        Set<UUID> registered = byId("households", ids(acknowledged, "household.register", "id"))
                .keySet();
        Map<UUID, Document> homes = byId("households", ids(acknowledged, null, "householdId"));
        for (Mutation mutation : acknowledged) {
            if (!isThereOnce(mutation, visits, registered, homes)) {
                wrong.add(mutation + " was acknowledged and is not there just once");
            }
        }
    }

    private static boolean isThereOnce(
            Mutation mutation, Set<UUID> visits, Set<UUID> registered, Map<UUID, Document> homes) {
        return switch (mutation.kind()) {
            case "visit.record" -> visits.contains(uuid(mutation, "id"));
            case "household.register" -> registered.contains(uuid(mutation, "id"));
            case "resident.add" ->
                residents(mutation, homes).filter(uuid(mutation, "id")::equals).count() == 1;
            case "consent.record" -> consents(mutation, homes) == 1;
            default -> true;
        };
    }

    private static Stream<UUID> residents(Mutation mutation, Map<UUID, Document> homes) {
        return homes.get(uuid(mutation, "householdId")).getList("residents", Document.class).stream()
                .map(resident -> resident.get("id", UUID.class));
    }

    private static long consents(Mutation mutation, Map<UUID, Document> homes) {
        String purpose = mutation.body().get("purpose").asString();
        return homes.get(uuid(mutation, "householdId")).getList("residents", Document.class).stream()
                .flatMap(resident -> resident.getList("consents", Document.class).stream())
                .filter(consent -> purpose.equals(consent.getString("purpose")))
                .count();
    }

    private void everyPhoneShowsWhatTheServerHas() {
        Map<UUID, Set<String>> inDatabase = inDatabase();
        Map<UUID, Document> members = byId(
                "members",
                evening.phones().stream()
                        .map(field -> field.member().id().value())
                        .toList());
        for (int i = 0; i < evening.phones().size(); i++) {
            FieldPhone field = evening.phones().get(i);
            Document member = members.get(field.member().id().value());
            if (field.member().role() == Role.TEAM_MEMBER) {
                Set<String> inScope = member.getList("areas", UUID.class).stream()
                        .flatMap(hamlet -> inDatabase.getOrDefault(hamlet, Set.of()).stream())
                        .collect(Collectors.toSet());
                difference(field.member().name() + " against the database", inScope, held(field.phone()));
            }
            hasSentEverything(field);
            if (i % COMPARED_TO_THE_LETTER == 0 || i >= SimulatedCommune.MEMBERS) {
                showsWhatSomebodyNewGets(field);
            }
        }
    }

    private void hasSentEverything(FieldPhone field) {
        if (!field.phone().outbox().isEmpty()) {
            wrong.add(field.member().name() + " has unsent work");
        }
    }

    private void showsWhatSomebodyNewGets(FieldPhone field) {
        Phone fresh = new Phone(field.phone().device(), field.network(), IdSource.timeOrdered(), Clock.systemUTC());
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

    private void difference(String what, Set<?> expected, Set<?> actual) {
        Set<Object> missing = new HashSet<>(expected);
        missing.removeAll(actual);
        Set<Object> surplus = new HashSet<>(actual);
        surplus.removeAll(expected);
        if (!missing.isEmpty() || !surplus.isEmpty()) {
            wrong.add(what + ": missing " + missing + ", too much " + surplus);
        }
    }

    /** Households and visits as the phone names them. */
    private static Set<String> held(Phone phone) {
        return phone.store().documents().stream()
                .filter(document ->
                        document.kind().equals("household") || document.kind().equals("visit"))
                .map(document -> document.kind() + " " + document.id() + " " + document.version())
                .collect(Collectors.toSet());
    }

    /** What phones have to hold by hamlet, without asking those who decided it. */
    private Map<UUID, Set<String>> inDatabase() {
        Bson here = in("hamletId", evening.hamlets().stream().map(AreaId::value).toList());
        Map<UUID, Set<String>> all = new HashMap<>();
        for (String kind : List.of("household", "visit")) {
            for (Document document : find(kind + "s", here)) {
                all.computeIfAbsent(document.get("hamletId", UUID.class), hamlet -> new HashSet<>())
                        .add(named(kind, document));
            }
        }
        return all;
    }

    private static String named(String kind, Document document) {
        Number version = document.get("revision", Document.class).get("version", Number.class);
        return kind + " " + document.get("_id") + " " + version;
    }

    private Map<UUID, Document> byId(String collection, List<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : find(collection, in("_id", ids)).stream()
                        .collect(Collectors.toMap(document -> document.get("_id", UUID.class), document -> document));
    }

    private List<Document> find(String collection, Bson filter) {
        return Objects.requireNonNull(
                Flux.from(cluster.database().getCollection(collection).find(filter))
                        .collectList()
                        .block(SOON));
    }

    private static List<UUID> ids(List<Mutation> mutations, String kind, String field) {
        return mutations.stream()
                .filter(mutation -> kind == null || mutation.kind().equals(kind))
                .filter(mutation -> mutation.body().has(field))
                .map(mutation -> uuid(mutation, field))
                .toList();
    }

    private static UUID uuid(Mutation mutation, String field) {
        return UUID.fromString(mutation.body().get(field).asString());
    }
}
