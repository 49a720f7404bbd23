package vn.toso.domain.household;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.MutationId;

/**
 * When a field was changed last, so that two who work offline harm each other only where both changed the same.
 *
 * @param version of the household that the change made
 * @param by who made it
 * @param mutations by which phones changed the field lately: one of them that arrives once more, delayed on its way, is
 *     not to undo what was said since
 */
public record LastChange(long version, MemberId by, List<MutationId> mutations) {

    /** More than phones say of one field while a request is on its way twice. */
    private static final int REMEMBERED = 8;

    /** What was stored before there were mutations names none. */
    public LastChange(long version, MemberId by, @Nullable List<MutationId> mutations) {
        this.version = version;
        this.by = by;
        this.mutations = mutations == null ? List.of() : List.copyOf(mutations);
    }

    static LastChange after(@Nullable LastChange before, long version, Hand hand) {
        List<MutationId> earlier = before == null ? List.of() : before.mutations;
        List<MutationId> all = Stream.concat(earlier.stream(), Stream.ofNullable(hand.mutation()))
                .toList();
        return new LastChange(version, hand.by(), all.subList(Math.max(0, all.size() - REMEMBERED), all.size()));
    }
}
