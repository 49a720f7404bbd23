package vn.toso.domain.id;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Identifies one task; ours, never an official or personal number. */
public record TaskId(UUID value) implements Id {

    /** Reads the canonical text form; throws {@link IllegalArgumentException} for anything else. */
    public static TaskId of(String text) {
        return new TaskId(UUID.fromString(text));
    }

    /** The one task that a campaign has for a household: making it again, or on another node, finds it. */
    public static TaskId of(CampaignId campaign, HouseholdId household) {
        String about = "campaign-task:" + campaign + ":" + household;
        return new TaskId(UUID.nameUUIDFromBytes(about.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
