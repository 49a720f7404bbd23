package vn.toso.domain.id;

import java.util.UUID;

/** Identifies one announcement to an area. */
public record AnnouncementId(UUID value) implements Id {

    @Override
    public String toString() {
        return value.toString();
    }
}
