package vn.toso.domain.campaign;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.campaign.HamletHands.Hands;
import vn.toso.domain.id.MemberId;

/** How many tasks of one campaign each member has in one hamlet; the next one goes to who has fewest. */
final class Shares {

    private final Hands hands;
    private final Map<MemberId, Integer> tasks = new HashMap<>();

    /** @param held whose those are that were made before; null for one that nobody of the team has claimed */
    Shares(Hands hands, Iterable<? extends @Nullable MemberId> held) {
        this.hands = hands;
        for (MemberId member : held) {
            if (member != null) {
                tasks.merge(member, 1, Integer::sum);
            }
        }
    }

    /** Who gets the next task; null when it is the team's. */
    @Nullable
    MemberId next() {
        if (hands.team() != null) {
            return null;
        }
        List<MemberId> members = hands.members();
        MemberId next = members.stream()
                .min(Comparator.comparingInt(member -> tasks.getOrDefault(member, 0)))
                .orElse(null);
        tasks.merge(Objects.requireNonNull(next), 1, Integer::sum);
        return next;
    }
}
