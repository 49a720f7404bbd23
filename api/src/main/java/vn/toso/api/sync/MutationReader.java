package vn.toso.api.sync;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import vn.toso.api.json.Ids;
import vn.toso.api.json.StrictReader;
import vn.toso.domain.id.MutationId;
import vn.toso.domain.problem.Problem;
import vn.toso.domain.sync.HeldWork;
import vn.toso.domain.sync.Mutation;
import vn.toso.domain.sync.Work;

/** Reads mutations one by one: what cannot be read becomes one that is refused, with its content. */
@Component
final class MutationReader {

    private final Map<String, Reading> kinds = new HashMap<>();
    private final StrictReader strict;

    MutationReader(List<WorkReader> readers, StrictReader strict) {
        readers.forEach(reader -> kinds.putAll(reader.kinds()));
        this.strict = strict;
    }

    /** Empty where not even an id can be read: there is nothing to know it by when it comes again. */
    Optional<Mutation> read(JsonNode sent) {
        return idOf(sent).map(id -> read(id, sent));
    }

    /** Held work once more, as it is read today. */
    Mutation read(HeldWork held) {
        JsonNode body = strict.tree(held.body());
        return new Mutation(
                held.id(),
                held.kind(),
                held.at(),
                held.baseVersion(),
                held.body(),
                work(held.kind(), body, held.at(), held.baseVersion()));
    }

    private Mutation read(MutationId id, JsonNode sent) {
        try {
            MutationRequest request = strict.read(sent, MutationRequest.class);
            return new Mutation(
                    id,
                    request.kind(),
                    request.at(),
                    request.baseVersion(),
                    strict.text(request.body()),
                    work(request.kind(), request.body(), request.at(), request.baseVersion()));
        } catch (Problem unreadable) {
            return new Mutation(id, kindOf(sent), null, null, strict.text(sent), new Work.Unreadable(unreadable));
        }
    }

    private Work work(String kind, JsonNode body, @Nullable OffsetDateTime at, @Nullable Long baseVersion) {
        Reading reading = kinds.get(kind);
        if (reading == null) {
            return new Work.Unreadable(Problem.invalid("/kind", "not-one-of", new TreeSet<>(kinds.keySet())));
        }
        try {
            return reading.read(body, at, baseVersion);
        } catch (Problem unreadable) {
            return new Work.Unreadable(unreadable);
        }
    }

    private static Optional<MutationId> idOf(JsonNode sent) {
        JsonNode id = sent.path("id");
        try {
            return id.isString() ? Optional.of(Ids.read(MutationId.class, id.asString())) : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static String kindOf(JsonNode sent) {
        return sent.path("kind").isString() ? sent.path("kind").asString() : "";
    }
}
