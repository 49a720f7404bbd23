package vn.toso.domain.id;

import java.util.UUID;

/** Identifies one campaign. */
public record CampaignId(UUID value) implements Id {

    /** Reads the canonical text form; throws {@link IllegalArgumentException} for anything else. */
    public static CampaignId of(String text) {
        return new CampaignId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
