package vn.toso.seed.generator;

import java.util.List;
import vn.toso.domain.area.Language;

/** Names as they are borne in Nghệ An, put together by chance: whoever bears one is not meant. */
final class Names {

    private static final List<String> SURNAMES =
            split("Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Lê Lê Phạm Hồ Hồ Phan Phan Võ"
                    + " Hoàng Hoàng Đặng Bùi Cao Đậu Ngô Trương Thái Đinh Vũ Chu Dương Tạ Mai Lưu");
    private static final List<String> SURNAMES_THAI =
            split("Lô Lô Lô Vi Vi Lương Lương Kha Lang Hà Quang Sầm Ngân Lữ Vang");
    private static final List<String> SURNAMES_THO = split("Trương Trương Lê Bùi Nguyễn Cao Phạm Hồ");
    private static final List<String> SURNAMES_MONG = split("Vừ Và Xồng Lầu Hờ Già Bá Mùa Lỳ Thò");
    private static final List<String> SURNAMES_KHO_MU = split("Cụt Moong Lữ Ốc Lương Xeo");

    private static final List<String> MIDDLE_MEN =
            split("Văn Văn Văn Văn Đình Hữu Xuân Quốc Đức Minh Công Trọng Thanh Ngọc Sỹ");
    private static final List<String> MIDDLE_WOMEN = split("Thị Thị Thị Thị Thị Ngọc Thanh Thu Phương Khánh Hồng Minh");

    private static final List<String> MEN =
            split("Hùng Dũng Tuấn Nam Sơn Hải Long Thắng Cường Đức Quân Hiếu Thành Trung"
                    + " Bình Minh Kiên Lâm Phúc Tài Tân Tiến Toàn Vinh Việt Chiến Lực Hào Duy Khoa Nhật Huy Bảo Thịnh Quý Nghĩa Hợi"
                    + " Sửu Mạnh Tùng");
    private static final List<String> WOMEN = split("Lan Hoa Hương Hà Thủy Hằng Nga Mai Linh Trang Thảo Yến Loan Phượng"
            + " Hiền Tâm Nhung Oanh Liên Vân Xuân Thu Ngọc Ánh Dung Hạnh Huyền My Nhi Quỳnh Thơm Lý Sen Cúc Bích Tuyết Kiều"
            + " Châu Giang Vy");

    private Names() {}

    /** @param language the first language of the hamlet beside Vietnamese decides which surnames are common */
    static String surname(Dice dice, Language language) {
        return dice.pick(
                switch (language) {
                    case THAI, O_DU -> SURNAMES_THAI;
                    case THO -> SURNAMES_THO;
                    case MONG -> SURNAMES_MONG;
                    case KHO_MU -> SURNAMES_KHO_MU;
                    case VIETNAMESE -> SURNAMES;
                });
    }

    /** Middle and given name. */
    static String givenNames(Dice dice, boolean woman) {
        return woman ? dice.pick(MIDDLE_WOMEN) + " " + dice.pick(WOMEN) : dice.pick(MIDDLE_MEN) + " " + dice.pick(MEN);
    }

    private static List<String> split(String names) {
        return List.of(names.split(" "));
    }
}
