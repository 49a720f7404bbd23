package vn.toso.domain.area;

/** What a unit is called in law or in use, with the word that stands before its name. */
public enum AreaType {
    TINH("Tỉnh"),
    THANH_PHO("Thành phố"),
    THI_XA("Thị xã"),
    HUYEN("Huyện"),
    /** A former district, or another set of communes that staff watch together: no unit in law. */
    KHU_VUC("Khu vực"),
    XA("Xã"),
    PHUONG("Phường"),
    THI_TRAN("Thị trấn"),
    THON("Thôn"),
    XOM("Xóm"),
    BAN("Bản"),
    KHOI("Khối");

    private final String word;

    AreaType(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
