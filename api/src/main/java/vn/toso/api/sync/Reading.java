package vn.toso.api.sync;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.toso.domain.sync.Work;

/** Reads the body of one kind of mutation. */
@FunctionalInterface
public interface Reading {

    /**
     * What the body says; throws the {@code Problem} that makes it unreadable.
     *
     * @param at when it was done, by the phone's clock; null when not said
     * @param baseVersion the version that the member saw; null when not said
     */
    Work read(JsonNode body, @Nullable OffsetDateTime at, @Nullable Long baseVersion);
}
