package vn.toso.domain.sync;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.toso.domain.access.Actor;
import vn.toso.domain.change.ChangeLog;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.sync.Pulled.Item;
import vn.toso.domain.world.WorkingWorld;

/** A phone that keeps what pull tells it, as the protocol says. */
final class PullingPhone {

    final Map<String, Versioned<?>> holds = new TreeMap<>();
    final List<Pulled> answers = new ArrayList<>();
    final TreeSet<String> hamlets = new TreeSet<>();
    String token;
    private final Supplier<Actor> actor;
    private Pull pull;

    PullingPhone(Pull pull, Supplier<Actor> actor) {
        this.pull = pull;
        this.actor = actor;
    }

    /** A server node over a world's collections. */
    static Pull server(WorkingWorld world, ChangeLog log, Clock clock) {
        return new Pull(
                world.store,
                log,
                world.people.trees,
                world.people.areas,
                world.people.services,
                world.people.teams,
                world.people.members,
                world.people.households,
                world.tasks,
                world.visits,
                world.coverages,
                new Quarantine(world.store, log, clock),
                List.of(),
                clock);
    }

    PullingPhone at(Pull otherNode) {
        pull = otherNode;
        return this;
    }

    /** One request. */
    Pulled asks(int limit) {
        Pulled answer = WorkingWorld.await(pull.pull(actor.get(), token, limit));
        answer.left().forEach(this::drop);
        answer.entered().forEach(hamlet -> hamlets.add(hamlet.toString()));
        answer.changes().forEach(this::take);
        token = answer.next();
        answers.add(answer);
        return answer;
    }

    /** Requests until there is nothing more; what came with them. */
    List<Item> asksForAll(int limit) {
        List<Item> items = new ArrayList<>();
        Pulled answer;
        do {
            answer = asks(limit);
            items.addAll(answer.changes());
        } while (answer.more());
        return items;
    }

    List<String> idsOf(String kind) {
        return holds.keySet().stream()
                .filter(key -> key.startsWith(kind + ":"))
                .map(key -> key.substring(kind.length() + 1))
                .collect(Collectors.toList());
    }

    Versioned<?> get(String kind, Object id) {
        return holds.get(kind + ":" + id);
    }

    private void drop(AreaId hamlet) {
        hamlets.remove(hamlet.toString());
        holds.values().removeIf(document -> hamlet.equals(document.hamlet()));
    }

    private void take(Item item) {
        if (item.document() == null) {
            holds.remove(item.kind() + ":" + item.id());
        } else {
            holds.put(item.kind() + ":" + item.id(), item.document());
        }
    }
}
