package vn.toso.domain.world;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import vn.toso.domain.id.AreaId;
import vn.toso.domain.id.HouseholdId;
import vn.toso.domain.id.MemberId;
import vn.toso.domain.id.ResidentId;
import vn.toso.domain.id.TeamId;

/** Ids that follow from a word, the same in every test. */
public final class Names {

    private Names() {}

    public static UUID uuid(String word) {
        return UUID.nameUUIDFromBytes(word.getBytes(StandardCharsets.UTF_8));
    }

    public static AreaId area(String word) {
        return new AreaId(uuid("area " + word));
    }

    public static MemberId member(String word) {
        return new MemberId(uuid("member " + word));
    }

    public static TeamId team(String word) {
        return new TeamId(uuid("team " + word));
    }

    public static HouseholdId household(String word) {
        return new HouseholdId(uuid("household " + word));
    }

    public static ResidentId resident(String word) {
        return new ResidentId(uuid("resident " + word));
    }
}
