package vn.toso.api.visit;

/** Requests and answers as the API's documentation shows them. */
final class VisitExamples {

    static final String REQUEST = """
            {
              "id": "0193a1b2-5c00-7d4e-8a11-3f6d5c2b1a90",
              "householdId": "01929e40-71c3-7a55-9b0e-6f1d2c3b4a58",
              "occurredAt": "2026-11-20T19:05:00+07:00",
              "durationMinutes": 25,
              "activities": [
                { "service": "VNEID_ACT", "residentId": "01929e40-71c4-7c20-8d3f-0a1b2c3d4e5f", "outcome": "ACHIEVED" },
                { "service": "PAY_ACC", "residentId": "01929e40-71c4-7c20-8d3f-0a1b2c3d4e5f", "outcome": "ASSISTED", "note": "ra ngân hàng thứ Hai" },
                { "service": "FIBRE", "outcome": "ACHIEVED", "step": "no" }
              ],
              "note": "Bác chủ hộ hẹn quay lại cùng con trai"
            }""";

    private static final String BODY = """
              "id": "0193a1b2-5c00-7d4e-8a11-3f6d5c2b1a90",
              "householdId": "01929e40-71c3-7a55-9b0e-6f1d2c3b4a58",
              "hamletId": "01926f10-0d21-7b44-a6c2-58e9f0a1b2c3",
              "members": ["01927000-1111-7aaa-9bbb-2c3d4e5f6a7b"],
              "occurredAt": "2026-11-20T19:05:00+07:00",
              "receivedAt": "2026-11-20T19:05:31.204+07:00",
              "skewed": false,
              "durationMinutes": 25,
              "activities": [
                { "service": "VNEID_ACT", "residentId": "01929e40-71c4-7c20-8d3f-0a1b2c3d4e5f", "outcome": "ACHIEVED" },
                { "service": "PAY_ACC", "residentId": "01929e40-71c4-7c20-8d3f-0a1b2c3d4e5f", "outcome": "ASSISTED", "note": "ra ngân hàng thứ Hai" },
                { "service": "FIBRE", "outcome": "ACHIEVED", "step": "no" }
              ],
              "note": "Bác chủ hộ hẹn quay lại cùng con trai\"""";

    static final String ANSWER = "{\n" + BODY + ",\n  \"version\": 1\n}";

    static final String PAGE = "{ \"items\": [ " + ANSWER + " ], \"next\": \"MjAyNi0xMS0yMFQxMjowNTowMFo\" }";

    static final String VOID = """
            { "reason": "Ghi nhầm sang hộ bên cạnh" }""";

    static final String VOIDED = "{\n" + BODY + """
            ,
              "voided": {
                "reason": "Ghi nhầm sang hộ bên cạnh",
                "by": "01927000-1111-7aaa-9bbb-2c3d4e5f6a7b",
                "at": "2026-11-20T20:11:02.518+07:00"
              },
              "version": 2
            }""";

    private VisitExamples() {}
}
