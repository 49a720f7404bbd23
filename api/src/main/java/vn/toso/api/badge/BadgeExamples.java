package vn.toso.api.badge;

/** Answers as the API's documentation shows them. */
final class BadgeExamples {

    static final String VALID = """
            { "valid": true, "name": "Trương Thị Lan", "team": "Tổ công nghệ số cộng đồng Xóm 1",
              "communes": ["Xã Minh Hợp"], "validUntil": "2026-11-20T19:30:00+07:00",
              "notice": "Thành viên tổ không bao giờ hỏi mã OTP hay mật khẩu, không giữ điện thoại, căn cước hay thẻ ngân hàng của bạn." }""";

    static final String INVALID = """
            { "valid": false,
              "notice": "Thành viên tổ không bao giờ hỏi mã OTP hay mật khẩu, không giữ điện thoại, căn cước hay thẻ ngân hàng của bạn." }""";

    static final String OWN = """
            { "codes": [ { "code": "AZJwABERequbuyw9Tl9qewAd4f0kVq0p3mY1c2xw9Zk", "from": "2026-11-20T19:00:00+07:00",
                "until": "2026-11-20T19:15:00+07:00" } ] }""";

    private BadgeExamples() {}
}
