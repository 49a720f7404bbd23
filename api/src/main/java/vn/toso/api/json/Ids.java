package vn.toso.api.json;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import vn.toso.domain.id.Id;

/** Reads ids, in JSON as in addresses. */
public final class Ids {

    /** Every kind of id. */
    @SuppressWarnings("unchecked")
    public static final List<Class<? extends Id>> TYPES = Arrays.stream(Id.class.getPermittedSubclasses())
            .<Class<? extends Id>>map(type -> (Class<? extends Id>) type)
            .toList();

    private static final Pattern CANONICAL =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Ids() {}

    /**
     * Reads a UUID in its canonical form of 36 characters; {@code UUID.fromString} would also take {@code 1-2-3-4-5}.
     * Throws {@link IllegalArgumentException} for anything else.
     */
    public static UUID uuid(String text) {
        if (!CANONICAL.matcher(text).matches()) {
            throw new IllegalArgumentException("not a UUID");
        }
        return UUID.fromString(text);
    }

    /** Likewise, empty for anything else. */
    public static Optional<UUID> ifAny(String text) {
        return CANONICAL.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** Reads an id of that kind; throws {@link IllegalArgumentException} for what isn't a canonical UUID. */
    public static <I extends Id> I read(Class<I> type, String text) {
        UUID value = uuid(text);
        try {
            return type.getDeclaredConstructor(UUID.class).newInstance(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " is not a record of one UUID", e);
        }
    }
}
