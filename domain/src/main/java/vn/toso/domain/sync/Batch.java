package vn.toso.domain.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.MutationId;

/** The mutations of one request, told apart into new ones and repeats. */
final class Batch {

    /**
     * One place in the request.
     *
     * @param id as sent
     * @param mutation whose receipt answers it: the one sent, or the same under another id when its own is taken
     * @param repeat whether it came before, or stands twice in the request
     */
    record Place(MutationId id, Mutation mutation, boolean repeat) {}

    private final List<Place> places = new ArrayList<>();
    private final Map<MutationId, Mutation> fresh = new LinkedHashMap<>();

    Batch(MemberId sender, List<Mutation> sent, Map<MutationId, Receipt> known) {
        Map<MutationId, Long> digests = new HashMap<>();
        known.forEach((id, receipt) -> digests.put(id, receipt.digest()));
        for (Mutation mutation : sent) {
            long digest = mutation.digest(sender);
            Long before = digests.putIfAbsent(mutation.id(), digest);
            if (before == null) {
                add(mutation.id(), mutation, false);
            } else if (before == digest) {
                places.add(new Place(mutation.id(), mutation, true));
            } else {
                add(mutation.id(), mutation.underTakenId(sender), false);
            }
        }
    }

    private void add(MutationId id, Mutation mutation, boolean repeat) {
        boolean twice = fresh.putIfAbsent(mutation.id(), mutation) != null;
        places.add(new Place(id, mutation, repeat || twice));
    }

    /** What is to be carried out, in the order sent. */
    List<Mutation> fresh() {
        return List.copyOf(fresh.values());
    }

    /** In the order sent. */
    List<Place> places() {
        return places;
    }
}
