package vn.toso.api.privacy;

/** Examples for the OpenAPI document. */
final class PrivacyExamples {

    static final String REQUEST = """
            { "residentId": "01929e40-71c4-7c20-8d3f-0a1b2c3d4e5f", "kind": "ERASURE", "channel": "at-door",
              "note": "muốn xoá dữ liệu của mình" }""";

    static final String RECEIVED = """
            { "id": "01939e40-7110-4720-8300-010120405060", "householdId": "01929e40-7110-4720-8300-010120405060",
              "hamletId": "5f0b9d3a-6a44-4f6e-9d1c-2b7a61c0a001", "residentId": "01929e40-71c4-7c20-8d3f-0a1b2c3d4e5f",
              "kind": "ERASURE", "channel": "at-door", "note": "muốn xoá dữ liệu của mình",
              "receivedBy": "7d9f4f0e-0f55-4f5e-8a3b-0c5b6a9e1001", "receivedAt": "2026-11-20T12:00:00Z",
              "acknowledgeBy": "2026-11-24", "dueOn": "2026-12-10", "state": "RECEIVED", "overdue": false, "version": 1 }""";

    static final String REQUESTS = "{ \"items\": [ " + RECEIVED + " ] }";

    static final String EXTEND = """
            { "reason": "hồ sơ giấy còn ở xã cũ" }""";

    static final String CLOSE = """
            { "state": "DONE" }""";

    static final String ERASE = """
            { "basis": "Yêu cầu của người dân, Luật 91/2025/QH15", "requestId": "01939e40-7110-4720-8300-010120405060" }""";

    static final String ERASED = """
            { "id": "01929e40-71c4-7c20-8d3f-0a1b2c3d4e5f", "householdId": "01929e40-7110-4720-8300-010120405060",
              "residentId": "01929e40-71c4-7c20-8d3f-0a1b2c3d4e5f", "requestId": "01939e40-7110-4720-8300-010120405060",
              "basis": "Yêu cầu của người dân, Luật 91/2025/QH15", "startedBy": "7d9f4f0e-0f55-4f5e-8a3b-0c5b6a9e1001",
              "startedAt": "2026-11-25T02:00:00Z", "visits": 3, "tasks": 0, "contents": 1,
              "finishedAt": "2026-11-25T02:00:01Z" }""";

    static final String DOSSIER = """
            { "residentId": "01929e40-71c4-7c20-8d3f-0a1b2c3d4e5f",
              "householdId": "01929e40-7110-4720-8300-010120405060", "household": { "headName": "Trần Văn Hoà" },
              "visits": [], "tasks": [], "heldWork": [], "requests": [],
              "exports": [ { "memberId": "7d9f4f0e-0f55-4f5e-8a3b-0c5b6a9e1001", "dataset": "HOUSEHOLDS",
                             "startedAt": "2026-11-18T02:00:00Z" } ],
              "seenBy": [ { "at": "2026-11-20T12:05:00Z", "memberId": "7d9f4f0e-0f55-4f5e-8a3b-0c5b6a9e1001",
                            "action": "READ", "operation": "GET /v1/households/{id}" } ],
              "seenMore": false }""";

    static final String BREACH_REQUEST = """
            { "detectedAt": "2026-11-20T08:00:00+07:00", "what": "Mất một điện thoại có dữ liệu của xóm",
              "data": [ "họ tên", "số điện thoại" ], "affected": 840 }""";

    static final String BREACH_PATCH = """
            { "measures": "Đã khoá thành viên và điện thoại", "authorityToldAt": "2026-11-20T15:00:00+07:00" }""";

    static final String BREACH = """
            { "id": "0193aa40-7110-4720-8300-010120405060", "detectedAt": "2026-11-20T01:00:00Z",
              "tellBy": "2026-11-23T01:00:00Z", "late": false, "recordedAt": "2026-11-20T01:10:00Z",
              "recordedBy": "7d9f4f0e-0f55-4f5e-8a3b-0c5b6a9e1001", "what": "Mất một điện thoại có dữ liệu của xóm",
              "data": [ "họ tên", "số điện thoại" ], "affected": 840, "version": 1 }""";

    static final String BREACHES = "{ \"items\": [ " + BREACH + " ] }";

    static final String HOLIDAYS = """
            { "off": [ "2026-09-01" ], "worked": [] }""";

    static final String RULE = """
            { "days": 365 }""";

    static final String RULE_DECIDED = """
            { "kind": "notices", "days": 365, "decidedBy": "7d9f4f0e-0f55-4f5e-8a3b-0c5b6a9e1001",
              "decidedAt": "2026-11-20T01:10:00Z" }""";

    static final String RETENTION = """
            { "rules": [ { "rule": { "kind": "notices", "days": 180 }, "before": "2026-05-24T01:10:00Z", "count": 1204 } ],
              "dryRun": true }""";

    static final String KEYS = """
            { "keys": [ { "name": "1a2b3c4d", "state": "CURRENT", "madeAt": "2026-11-20T01:10:00Z",
                          "since": "2026-11-20T01:10:00Z" } ],
              "seen": 1204, "resealed": 0, "finished": true }""";

    private PrivacyExamples() {}
}
