package vn.toso.api.sync;

/** Requests and answers as the API's documentation shows them. */
final class SyncExamples {

    static final String PUSH = """
            {
              "deviceId": "0193a1b0-0000-7abc-8def-112233445566",
              "sentAt": "2026-11-20T21:10:00+07:00",
              "mutations": [
                {
                  "id": "0193a1b2-5c01-7d4e-8a11-3f6d5c2b1a91",
                  "kind": "visit.record",
                  "at": "2026-11-20T19:05:00+07:00",
                  "body": {
                    "id": "0193a1b2-5c00-7d4e-8a11-3f6d5c2b1a90",
                    "householdId": "01929e40-71c3-7a55-9b0e-6f1d2c3b4a58",
                    "occurredAt": "2026-11-20T19:05:00+07:00",
                    "activities": [
                      { "service": "SAFE", "residentId": "01929e40-71c4-7c20-8d3f-0a1b2c3d4e5f", "outcome": "ACHIEVED" }
                    ]
                  }
                },
                {
                  "id": "0193a1b2-5c02-7d4e-8a11-3f6d5c2b1a92",
                  "kind": "household.amend",
                  "at": "2026-11-20T19:20:00+07:00",
                  "baseVersion": 3,
                  "body": { "householdId": "01929e40-71c3-7a55-9b0e-6f1d2c3b4a58", "addressNote": "Cổng sắt xanh" }
                },
                {
                  "id": "0193a1b2-5c03-7d4e-8a11-3f6d5c2b1a93",
                  "kind": "task.decline",
                  "at": "2026-11-20T19:25:00+07:00",
                  "baseVersion": 3,
                  "body": { "taskId": "01927000-2222-7bbb-8ccc-3d4e5f6a7b8c", "reason": "Hộ đã chuyển đi" }
                }
              ]
            }""";

    static final String PUSHED = """
            {
              "results": [
                { "id": "0193a1b2-5c01-7d4e-8a11-3f6d5c2b1a91", "outcome": "applied", "version": 1 },
                {
                  "id": "0193a1b2-5c02-7d4e-8a11-3f6d5c2b1a92",
                  "outcome": "conflict",
                  "version": 5,
                  "current": { "id": "01929e40-71c3-7a55-9b0e-6f1d2c3b4a58", "addressNote": "Sau chợ", "version": 5 },
                  "problem": {
                    "type": "urn:toso:problem:conflict",
                    "title": "Xung đột",
                    "status": 409,
                    "detail": "Người khác đã sửa trước; máy chủ giữ giá trị của họ.",
                    "code": "conflict",
                    "errors": [ { "pointer": "/addressNote", "code": "changed", "message": "Người khác đã sửa mục này." } ]
                  }
                },
                { "id": "0193a1b2-5c03-7d4e-8a11-3f6d5c2b1a93", "outcome": "already-applied", "version": 4 }
              ],
              "serverTime": "2026-11-20T21:10:00.412+07:00"
            }""";

    private SyncExamples() {}
}
