package vn.toso.api.team;

/** Requests and answers as the API's documentation shows them. */
final class MemberExamples {

    static final String REQUEST = """
            {
              "name": "Nguyễn Thị Lan",
              "phone": "+84 912 345 678",
              "role": "TEAM_MEMBER",
              "areas": ["01926f10-0d21-7b44-a6c2-58e9f0a1b2c3"]
            }""";

    private static final String SAID = """
            {
              "id": "01927000-1111-7aaa-9bbb-2c3d4e5f6a7b",
              "name": "Nguyễn Thị Lan",
              "phone": "0912345678",
              "role": "TEAM_MEMBER",
              "areas": ["01926f10-0d21-7b44-a6c2-58e9f0a1b2c3"],
              "status":
            """;

    static final String MEMBER = SAID + "\"ACTIVE\",\n  \"version\": 2\n}";

    static final String SUSPENDED = SAID + "\"SUSPENDED\",\n  \"version\": 3\n}";

    static final String PAGE = "{ \"items\": [ " + MEMBER + " ] }";

    static final String INVITED = "{\n  \"member\": " + SAID + """
            "INVITED",
              "invitedUntil": "2026-12-05T08:15:00+07:00",
              "version": 1
            },
              "code": "7K3M-Q0TB-9XWE",
              "expiresAt": "2026-12-05T08:15:00+07:00"
            }""";

    static final String PATCH = """
            { "status": "SUSPENDED" }""";

    static final String SHEET = """
            STT,Thôn/xóm,Họ và tên,Chức vụ,Số điện thoại
            1,Xóm 5,Nguyễn Thị Lan,Tổ trưởng,912345678
            2,Xóm 5,Vi Văn Minh,Thành viên,+84 356 000 222
            """;

    static final String IMPORTED = """
            {
              "dryRun": false,
              "members": 1,
              "invited": [
                { "row": 2, "memberId": "01927000-1111-7aaa-9bbb-2c3d4e5f6a7b", "name": "Nguyễn Thị Lan",
                  "code": "7K3M-Q0TB-9XWE", "expiresAt": "2026-12-05T08:15:00+07:00" }
              ],
              "alreadyThere": 1,
              "errors": [],
              "ignoredColumns": ["Chức vụ"]
            }""";

    private MemberExamples() {}
}
