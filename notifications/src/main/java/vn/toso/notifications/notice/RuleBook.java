package vn.toso.notifications.notice;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All rules as they are now: what the province wrote, and what ships for the rest. */
public final class RuleBook {

    private final Map<Occasion, NoticeRule> rules = new EnumMap<>(Occasion.class);

    RuleBook(Collection<NoticeRule> written) {
        Arrays.stream(Occasion.values()).forEach(occasion -> rules.put(occasion, NoticeRule.shipped(occasion)));
        written.forEach(rule -> rules.put(rule.code(), rule));
    }

    /** The rule of an occasion; every occasion has one. */
    public NoticeRule of(Occasion occasion) {
        return java.util.Objects.requireNonNull(rules.get(occasion));
    }

    /** In the order of the table. */
    public List<NoticeRule> all() {
        return List.copyOf(rules.values());
    }
}
