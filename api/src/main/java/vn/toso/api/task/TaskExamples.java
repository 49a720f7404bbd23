package vn.toso.api.task;

/** Requests and answers as the API's documentation shows them. */
final class TaskExamples {

    static final String REQUEST = """
            {
              "kind": "VISIT_HOUSEHOLD",
              "householdId": "01929e40-71c3-7a55-9b0e-6f1d2c3b4a58",
              "services": ["VNEID_ACT", "PAY_BILL"],
              "assigneeId": "01927000-1111-7aaa-9bbb-2c3d4e5f6a7b",
              "priority": "NORMAL",
              "due": "2026-11-30",
              "note": "Hộ có người cao tuổi, nên đến buổi tối"
            }""";

    static final String REQUEST_MANY = """
            {
              "kind": "FOLLOW_UP",
              "hamletId": "01926f10-0d21-7b44-a6c2-58e9f0a1b2c3",
              "services": ["PAY_BILL"],
              "teamId": "01927100-2222-7bbb-8ccc-3d4e5f6a7b8c",
              "due": "2026-12-15"
            }""";

    private static final String HEAD = """
            {
              "id": "0193a0c4-1e00-7f31-9d52-4b6a7c8d9e0f",
              "kind": "VISIT_HOUSEHOLD",
              "householdId": "01929e40-71c3-7a55-9b0e-6f1d2c3b4a58",
              "hamletId": "01926f10-0d21-7b44-a6c2-58e9f0a1b2c3",
              "services": ["VNEID_ACT", "PAY_BILL"],
              "assigneeId": "01927000-1111-7aaa-9bbb-2c3d4e5f6a7b",
              "teamId": null,
              "assignedBy": "01927000-0001-7aaa-9bbb-1b2c3d4e5f6a",
              "priority": "NORMAL",
              "due": "2026-11-30",
              "overdue": false,
              "note": "Hộ có người cao tuổi, nên đến buổi tối",
              "assignedAt": "2026-11-20T08:15:00.118+07:00",
            """;

    static final String ASSIGNED =
            HEAD + "  \"state\": \"ASSIGNED\",\n  \"completedByVisit\": null,\n  \"version\": 1\n}";

    static final String ACCEPTED =
            HEAD + "  \"state\": \"ACCEPTED\",\n  \"completedByVisit\": null,\n  \"version\": 2\n}";

    static final String STARTED =
            HEAD + "  \"state\": \"IN_PROGRESS\",\n  \"completedByVisit\": null,\n  \"version\": 3\n}";

    static final String DONE = HEAD + """
              "state": "DONE",
              "completedByVisit": "0193a1b2-5c00-7d4e-8a11-3f6d5c2b1a90",
              "completedAt": "2026-11-20T19:05:31.940+07:00",
              "late": false,
              "version": 3
            }""";

    static final String DECLINED = HEAD + """
              "state": "DECLINED",
              "reason": "Hộ đi làm ăn xa đến hết năm",
              "completedByVisit": null,
              "version": 2
            }""";

    static final String CANCELLED = HEAD + """
              "state": "CANCELLED",
              "reason": "Giao trùng",
              "completedByVisit": null,
              "version": 2
            }""";

    static final String PAGE = "{ \"items\": [ " + ASSIGNED + " ], \"next\": \"MjAyNi0xMS0zMA\" }";

    static final String MANY = "{ \"items\": [ " + ASSIGNED + " ] }";

    static final String DECLINE = """
            { "reason": "Hộ đi làm ăn xa đến hết năm" }""";

    static final String CANCEL = """
            { "reason": "Giao trùng" }""";

    static final String REASSIGN = """
            { "assigneeId": "01927000-1111-7aaa-9bbb-2c3d4e5f6a7b" }""";

    private TaskExamples() {}
}
