package vn.toso.api.sync;

/** Requests and answers as the API's documentation shows them. */
final class QuarantineExamples {

    private static final String HELD = """
              "id": "0193a1b2-5c04-7d4e-8a11-3f6d5c2b1a94",
              "hamletId": "01926f10-0d21-7b44-a6c2-58e9f0a1b2c3",
              "memberId": "01927000-1111-7aaa-9bbb-2c3d4e5f6a7b",
              "deviceId": "0193a1b0-0000-7abc-8def-112233445566",
              "kind": "visit.void",
              "at": "2026-11-20T19:05:00+07:00",
              "body": { "visitId": "0193a1b2-5c00-7d4e-8a11-3f6d5c2b1a90", "reason": "Nhầm hộ" },
              "outcome": "quarantined",
              "problem": {
                "type": "urn:toso:problem:not-found",
                "title": "Không tìm thấy",
                "status": 404,
                "detail": "Không có lượt đến này trong phạm vi của bạn.",
                "code": "not-found",
                "errors": []
              },
              "receivedAt": "2026-11-20T21:10:00.412+07:00",
            """;

    private static final String RESOLVED = """
              "resolvedBy": "01927000-3333-7ccc-8ddd-4e5f6a7b8c9d",
              "resolvedAt": "2026-11-21T07:30:12.008+07:00",
            """;

    static final String PAGE = "{ \"items\": [ {\n" + HELD
            + "  \"state\": \"PENDING\", \"version\": 1\n} ], \"next\": \"MjAyNi0xMS0yMFQxNDoxMDowMFo\" }";

    static final String ACCEPTED = "{\n" + HELD + RESOLVED + "  \"state\": \"ACCEPTED\", \"version\": 2\n}";

    static final String REJECTION = """
            { "reason": "Hộ này không thuộc xóm ta" }""";

    static final String REJECTED = "{\n" + HELD + RESOLVED
            + "  \"state\": \"REJECTED\", \"reason\": \"Hộ này không thuộc xóm ta\", \"version\": 2\n}";

    private QuarantineExamples() {}
}
