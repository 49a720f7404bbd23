package vn.toso.domain.id;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Identifies one rule of notices; follows from its code, so that every node and upgrade agrees on it. */
public record NoticeRuleId(UUID value) implements Id {

    public static NoticeRuleId of(String code) {
        return new NoticeRuleId(UUID.nameUUIDFromBytes(("notice-rule:" + code).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
