package vn.toso.api.simulation;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.toso.domain.id.MemberId;
import vn.toso.seed.phone.Document;
import vn.toso.seed.phone.Phone;

/** What a member does at the doors, decided by dice from what the phone shows. */
final class FieldWork {

    private final MemberId member;
    private final Phone phone;
    private final Clock clock;
    private final Random dice;

    FieldWork(MemberId member, Phone phone, Clock clock, Random dice) {
        this.member = member;
        this.phone = phone;
        this.clock = clock;
        this.dice = dice;
    }

    /** Does something; the mutation's id, or null when there is nothing to do it with. */
    @Nullable
    UUID doSomething() {
        Document home = any("household");
        if (home == null) {
            return null;
        }
        int what = dice.nextInt(100);
        if (what < 40) {
            return visit(home);
        }
        if (what < 55) {
            return amend(home);
        }
        if (what < 65) {
            return aboutSomebody(home);
        }
        if (what < 75) {
            return moveTask();
        }
        if (what < 82) {
            return withdraw();
        }
        return what < 92 ? somebodyNew(home) : mistake(home);
    }

    private UUID visit(Document home) {
        ObjectNode body =
                object().put("id", newId()).put("householdId", home.id().toString());
        body.put("occurredAt", OffsetDateTime.now(clock).toString());
        var activities = body.putArray("activities");
        activities.addObject().put("service", "PAY_BILL").put("outcome", dice.nextBoolean() ? "ACHIEVED" : "ASSISTED");
        JsonNode resident = anybody(home);
        if (resident != null) {
            activities
                    .addObject()
                    .put("service", "SAFE")
                    .put("residentId", resident.get("id").asString())
                    .put("outcome", "ACHIEVED");
        }
        return phone.record("visit.record", null, body);
    }

    private UUID amend(Document home) {
        ObjectNode body = object().put("householdId", home.id().toString());
        if (dice.nextInt(3) > 0) {
            body.put("addressNote", "n " + newId());
        }
        if (body.size() == 1 || dice.nextBoolean()) {
            body.put("headName", "Vi Văn " + letter() + letter() + letter());
        }
        return phone.record("household.amend", home.version(), body);
    }

    private UUID aboutSomebody(Document home) {
        JsonNode resident = anybody(home);
        if (resident == null) {
            return amend(home);
        }
        ObjectNode body = object().put("householdId", home.id().toString())
                .put("residentId", resident.get("id").asString());
        return switch (dice.nextInt(3)) {
            case 0 -> phone.record("resident.amend", home.version(), body.put("birthYear", 1950 + dice.nextInt(50)));
            case 1 ->
                phone.record(
                        "resident.leave",
                        home.version(),
                        body.put(
                                "leftOn",
                                OffsetDateTime.now(clock)
                                        .toLocalDate()
                                        .minusDays(3)
                                        .toString()));
            default ->
                phone.record(
                        "consent.record",
                        home.version(),
                        body.put("purpose", "p " + newId())
                                .put("decision", "GIVEN")
                                .put("at", OffsetDateTime.now(clock).toString())
                                .put("how", "spoken-at-door")
                                .put("noticeVersion", "2026-1"));
        };
    }

    private @Nullable UUID moveTask() {
        Document task = any("task");
        if (task == null) {
            return null;
        }
        List<String> moves = List.of("accept", "start", "complete", "decline", "claim");
        String move = moves.get(dice.nextInt(moves.size()));
        ObjectNode body = object().put("taskId", task.id().toString());
        return phone.record(
                "task." + move, task.version(), move.equals("decline") ? body.put("reason", "đi vắng") : body);
    }

    private @Nullable UUID withdraw() {
        List<Document> own = documents("visit").stream()
                .filter(visit -> visit.body().get("members").toString().contains(member.toString()))
                .toList();
        if (own.isEmpty()) {
            return null;
        }
        Document visit = own.get(dice.nextInt(own.size()));
        return phone.record(
                "visit.void",
                visit.version(),
                object().put("visitId", visit.id().toString()).put("reason", "nhầm hộ"));
    }

    private UUID somebodyNew(Document home) {
        if (dice.nextBoolean()) {
            ObjectNode resident = object().put("householdId", home.id().toString())
                    .put("id", newId())
                    .put("name", "Lương Thị Mới");
            return phone.record("resident.add", home.version(), resident);
        }
        ObjectNode household =
                object().put("id", newId()).put("hamletId", home.hamlet()).put("headName", "Kha Văn Mới");
        household.putArray("residents").addObject().put("id", newId()).put("name", "Kha Văn Mới");
        return phone.record("household.register", null, household);
    }

    /** A service that nobody knows, a household that isn't there, a kind of work from a later version of the app. */
    private UUID mistake(Document home) {
        ObjectNode body =
                object().put("id", newId()).put("householdId", home.id().toString());
        body.put("occurredAt", OffsetDateTime.now(clock).toString());
        body.putArray("activities").addObject().put("service", "NO_SUCH").put("outcome", "ACHIEVED");
        return switch (dice.nextInt(3)) {
            case 0 -> phone.record("visit.record", null, body);
            case 1 -> phone.record("visit.record", null, body.put("householdId", newId()));
            default -> phone.record("visit.frame", null, body);
        };
    }

    private @Nullable JsonNode anybody(Document home) {
        JsonNode residents = home.body().get("residents");
        return residents == null || residents.isEmpty() ? null : residents.get(dice.nextInt(residents.size()));
    }

    private @Nullable Document any(String kind) {
        List<Document> all = documents(kind);
        return all.isEmpty() ? null : all.get(dice.nextInt(all.size()));
    }

    /** In one order, so that the same dice give the same evening. */
    private List<Document> documents(String kind) {
        return phone.store().documents().stream()
                .filter(document -> document.kind().equals(kind))
                .sorted(Comparator.comparing(Document::id))
                .toList();
    }

    private char letter() {
        return (char) ('A' + dice.nextInt(26));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static String newId() {
        return UuidCreator.getTimeOrderedEpoch().toString();
    }
}
