package vn.toso.domain.sync;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.toso.domain.change.Versioned;
import vn.toso.domain.id.AreaId;

/**
 * An answer to a phone that asked what is new.
 *
 * @param changes what to take and what to drop, in the order in which one refers to another
 * @param next the token to ask with the next time
 * @param more whether there is more to fetch now
 * @param version of what the phone is to hold
 * @param entered hamlets whose documents come with this answer and those that follow
 * @param left hamlets whose documents are to be dropped
 */
public record Pulled(
        List<Item> changes, String next, boolean more, long version, List<AreaId> entered, List<AreaId> left) {

    /** The same answer with what the phone's hamlets became. */
    Pulled with(List<AreaId> nowEntered, List<AreaId> nowLeft) {
        return new Pulled(changes, next, more, version, nowEntered, nowLeft);
    }

    /** The same answer with this before it. */
    Pulled behind(List<Item> first) {
        return new Pulled(Stream.concat(first.stream(), changes.stream()).toList(), next, more, version, entered, left);
    }

    /**
     * One document.
     *
     * @param kind its kind's word: {@code household}, {@code visit}
     * @param document as it is now; null when the phone is to drop it
     */
    public record Item(String kind, UUID id, @Nullable Versioned<?> document) {

        static Item put(String kind, Versioned<?> document) {
            return new Item(kind, document.key().value(), document);
        }

        static Item remove(String kind, UUID id) {
            return new Item(kind, id, null);
        }
    }
}
