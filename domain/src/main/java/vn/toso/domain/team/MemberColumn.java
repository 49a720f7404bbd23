package vn.toso.domain.team;

import java.util.Set;
import vn.toso.domain.table.Column;

/** What a commune's list of its teams tells, under the headings that are in use. */
enum MemberColumn implements Column {
    HAMLET(
            false,
            "xom",
            "thon",
            "ban",
            "khoi",
            "thon xom",
            "xom thon",
            "thon ban",
            "xom ban",
            "thon xom ban",
            "dia ban"),
    NAME(true, "ten", "ho ten", "ho va ten", "thanh vien", "ho ten thanh vien", "ho va ten thanh vien"),
    PHONE(false, "so dien thoai", "dien thoai", "sdt", "so dt", "dt", "dien thoai lien he", "so dien thoai lien he");

    private final boolean key;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
    private final Set<String> headings;

    MemberColumn(boolean key, String... headings) {
        this.key = key;
        this.headings = Set.of(headings);
    }

    @Override
    public Set<String> headings() {
        return headings;
    }

    @Override
    public boolean isKey() {
        return key;
    }
}
