package vn.toso.domain.household;

import java.util.Set;
import vn.toso.domain.table.Column;

/** What a commune's list of households or residents tells, under the headings that are in use. */
enum HouseholdColumn implements Column {
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
    /** Tells households apart by their number in the list; often only filled in their first row. */
    HOUSE(false, "so ho", "ma ho", "ho so", "so ho khau"),
    HEAD(
            true,
            "chu ho",
            "ten chu ho",
            "ho ten chu ho",
            "ho va ten chu ho",
            "chu ho ten",
            "chu ho ho ten",
            "chu ho ho va ten"),
    NAME(
            true,
            "ten",
            "ho ten",
            "ho va ten",
            "thanh vien",
            "nhan khau",
            "ho ten thanh vien",
            "ho va ten thanh vien",
            "ho ten nhan khau",
            "ho va ten nhan khau",
            "thanh vien ho ten",
            "thanh vien ho va ten"),
    BIRTH(
            false,
            "nam sinh",
            "ngay sinh",
            "sinh nam",
            "ngay thang nam sinh",
            "nam sinh chu ho",
            "ngay sinh chu ho",
            "chu ho nam sinh",
            "chu ho ngay sinh",
            "chu ho ngay thang nam sinh",
            "thanh vien nam sinh"),
    RELATION(false, "quan he", "quan he voi chu ho", "qh voi chu ho", "moi quan he voi chu ho"),
    PHONE(
            false,
            "so dien thoai",
            "dien thoai",
            "sdt",
            "so dt",
            "dt",
            "dien thoai lien he",
            "so dien thoai lien he",
            "sdt lien he",
            "so dien thoai chu ho",
            "chu ho so dien thoai",
            "chu ho dien thoai",
            "chu ho sdt"),
    ADDRESS(false, "dia chi", "cho o", "noi o", "noi o hien nay"),
    CLASSIFICATION(false, "phan loai", "phan loai ho", "loai ho", "dien ho", "doi tuong"),
    PUPIL(false, "hoc sinh", "la hoc sinh", "dang di hoc");

    private final boolean key;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
    private final Set<String> headings;

    HouseholdColumn(boolean key, String... headings) {
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
