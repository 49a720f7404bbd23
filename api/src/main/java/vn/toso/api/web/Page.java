package vn.toso.api.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.toso.api.trail.AboutCitizens;

/**
 * A part of a list.
 *
 * @param next what to send as {@code after} for the next part; absent at the end
 */
public record Page<T>(List<T> items, @Nullable String next) implements AboutCitizens {

    @Override
    public Stream<UUID> households() {
        return items.stream().flatMap(AboutCitizens::in);
    }
}
