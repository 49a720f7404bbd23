package vn.toso.seed.phone;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Work that the server has not answered for yet, in the order in which it was done, and what it answered to the rest. An
 * item leaves the outbox by the server's answer to that very item and in no other way. In an app: a table in SQLite.
 */
public final class Outbox {

    private final Map<UUID, Mutation> waiting = new LinkedHashMap<>();
    private final List<Verdict> verdicts = new ArrayList<>();

    void add(Mutation mutation) {
        waiting.put(mutation.id(), mutation);
    }

    /** The oldest that fit into one request: at most so many, and so many characters of JSON, but at least one. */
    List<Mutation> oldest(int count, int characters) {
        List<Mutation> batch = new ArrayList<>();
        int size = 0;
        for (Mutation mutation : waiting.values()) {
            size += mutation.json().toString().length();
            if (!batch.isEmpty() && (batch.size() == count || size > characters)) {
                break;
            }
            batch.add(mutation);
        }
        return batch;
    }

    /**
     * Takes the server's answers, one for each item of the batch.
     *
     * @throws IOException when none of them was answered, so that sending again would go on for ever
     */
    void settle(List<Mutation> batch, JsonNode results) throws IOException {
        int before = waiting.size();
        for (JsonNode result : results) {
            Mutation mutation = waiting.remove(UUID.fromString(result.get("id").asString()));
            if (mutation != null) {
                verdicts.add(Verdict.of(mutation, result));
            }
        }
        if (waiting.size() == before) {
            throw new IOException("none of " + batch.size() + " items was answered");
        }
    }

    /** Keeps an item that the server cannot even read, so that those behind it get through. */
    void setAside(Mutation mutation, JsonNode problem) {
        waiting.remove(mutation.id());
        verdicts.add(new Verdict(mutation, Verdict.Outcome.REJECTED, null, null, problem));
    }

    public boolean isEmpty() {
        return waiting.isEmpty();
    }

    public List<Mutation> waiting() {
        return List.copyOf(waiting.values());
    }

    /** What became of the items that were answered; the app shows those that need attention. */
    public List<Verdict> verdicts() {
        return List.copyOf(verdicts);
    }
}
