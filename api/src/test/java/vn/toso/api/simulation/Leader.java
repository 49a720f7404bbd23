package vn.toso.api.simulation;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.toso.domain.household.Household;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.team.Member;
import vn.toso.domain.team.Team;
import vn.toso.seed.phone.Transport.Answer;
import vn.toso.seed.phone.Transport.Request;

/** Leads the commune from a desk: gives people other hamlets and tasks, moves households, decides about held work. */
final class Leader {

    private static final int LOOKS = 3;

    private final SimulatedCommune commune;
    private final Cluster cluster;
    private final String token;
    private final Random dice;

    Leader(SimulatedCommune commune, Cluster cluster, String token, Random dice) {
        this.commune = commune;
        this.cluster = cluster;
        this.token = token;
        this.dice = dice;
    }

    /** Where a node dies under it, it stays undone, or done without an answer. */
    void decidesSomething() {
        try {
            int what = dice.nextInt(100);
            if (what < 20) {
                reassigns();
            } else if (what < 40) {
                moves();
            } else if (what < 60) {
                givesTask();
            } else {
                resolves();
            }
        } catch (IOException nodeDied) {
            // Somebody else will.
        }
    }

    private void reassigns() throws IOException {
        Member member = any(commune.members());
        ObjectNode areas = object();
        var list = areas.putArray("areas").add(any(commune.hamlets()).toString());
        if (dice.nextInt(4) == 0) {
            AreaId second = any(commune.hamlets());
            if (!list.get(0).asString().equals(second.toString())) {
                list.add(second.toString());
            }
        }
        send("PATCH", "/v1/members/" + member.id(), areas);
    }

    private void moves() throws IOException {
        Household household = any(commune.households());
        send(
                "POST",
                "/v1/households/" + household.id() + "/transfer",
                object().put("hamletId", any(commune.hamlets()).toString()));
    }

    private void givesTask() throws IOException {
        ObjectNode task = object().put("kind", "VISIT_HOUSEHOLD")
                .put("householdId", any(commune.households()).id().toString());
        task.putArray("services").add("PAY_BILL");
        if (dice.nextBoolean()) {
            task.put("assigneeId", any(commune.members()).id().toString());
        } else {
            Team team = any(commune.teams());
            task.put("teamId", team.id().toString());
        }
        send("POST", "/v1/tasks", task);
    }

    /** Decides about some of what is held, not about all. */
    void looksThroughTheQuarantine() {
        try {
            for (int i = 0; i < LOOKS; i++) {
                resolves();
            }
        } catch (IOException nodeDied) {
            // It stays pending.
        }
    }

    private void resolves() throws IOException {
        Answer held = send("GET", "/v1/quarantine?state=PENDING&limit=20", null);
        if (held.status() != 200 || held.body().get("items").isEmpty()) {
            return;
        }
        JsonNode items = held.body().get("items");
        String path = "/v1/quarantine/"
                + items.get(dice.nextInt(items.size())).get("id").asString();
        if (dice.nextInt(3) > 0) {
            send("POST", path + "/accept", null);
        } else {
            send("POST", path + "/reject", object().put("reason", "không đúng xóm"));
        }
    }

    private Answer send(String method, String path, ObjectNode body) throws IOException {
        Answer answer = cluster.send(dice.nextInt(Cluster.NODES), new Request(method, path, body), token);
        if (answer.status() >= 500 && answer.status() != 503) {
            throw new AssertionError(method + " " + path + " was answered " + answer);
        }
        return answer;
    }

    private <T> T any(List<T> things) {
        return things.get(dice.nextInt(things.size()));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
