package vn.toso.api.inbox;

/** Answers as the API's documentation shows them. */
final class InboxExamples {

    private static final String NOTICE = """
              "id": "5f0c1a2b-7c6d-3e4f-8a9b-0c1d2e3f4a5b",
              "kind": "TASK_ASSIGNED",
              "subject": "0193a1b2-5c04-7d4e-8a11-3f6d5c2b1a94",
              "facts": { "area": "01926f10-0d21-7b44-a6c2-58e9f0a1b2c3", "due": "2026-11-30", "place": "Xóm 1",
                         "task": "0193a1b2-5c04-7d4e-8a11-3f6d5c2b1a94" },
              "title": "Việc mới được giao",
              "body": "Bạn được giao một việc ở Xóm 1, hạn 30/11/2026.",
              "urgent": false,
              "at": "2026-11-20T19:05:31.412+07:00",
            """;

    static final String PAGE =
            "{ \"items\": [ {\n" + NOTICE + "  \"version\": 1\n} ], \"next\": \"VU5SRUFECjIwMjYtMTEtMjA\" }";

    static final String READ = "{\n" + NOTICE + "  \"readAt\": \"2026-11-20T19:06:02.100+07:00\", \"version\": 2\n}";

    private InboxExamples() {}
}
