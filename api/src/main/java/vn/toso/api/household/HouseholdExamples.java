package vn.toso.api.household;

/** Requests and answers as the API's documentation shows them. */
final class HouseholdExamples {

    static final String REQUEST = """
            {
              "id": "01929e40-71c3-7a55-9b0e-6f1d2c3b4a58",
              "hamletId": "01926f10-0d21-7b44-a6c2-58e9f0a1b2c3",
              "headName": "Trần Văn Hoà",
              "addressNote": "Cổng xanh cạnh nhà văn hóa xóm",
              "phones": ["0912 345 678"],
              "classifications": ["TRADER"],
              "connectivity": { "smartphone": true },
              "location": { "latitude": 19.357, "longitude": 105.214 },
              "residents": [
                { "id": "01929e40-71c4-7c20-8d3f-0a1b2c3d4e5f", "name": "Trần Văn Hoà", "birthYear": 1968, "relation": "chủ hộ" }
              ]
            }""";

    private static final String ID = """
            {
              "id": "01929e40-71c3-7a55-9b0e-6f1d2c3b4a58",
            """;

    private static final String HERE = "  \"hamletId\": \"01926f10-0d21-7b44-a6c2-58e9f0a1b2c3\",\n";

    private static final String THERE = "  \"hamletId\": \"0193a1b2-6d11-7e5f-9b22-4a5b6c7d8e9f\",\n";

    private static final String SAID = """
              "headName": "Trần Văn Hoà",
              "addressNote": "Cổng xanh cạnh nhà văn hóa xóm",
              "phones": ["0912345678"],
              "classifications": ["TRADER"],
              "connectivity": { "smartphone": true },
              "location": { "latitude": 19.357, "longitude": 105.214 },
            """;

    static final String REGISTERED = ID + HERE + SAID + """
              "residents": [
                { "id": "01929e40-71c4-7c20-8d3f-0a1b2c3d4e5f", "name": "Trần Văn Hoà", "birthYear": 1968, "relation": "chủ hộ",
                  "pupil": false, "consents": [], "registeredOn": "2026-09-03", "services": {} }
              ],
              "services": {},
              "stays": [ { "hamletId": "01926f10-0d21-7b44-a6c2-58e9f0a1b2c3", "from": "2026-09-03" } ],
              "version": 1
            }""";

    private static final String WORKED_ON = """
              "residents": [
                { "id": "01929e40-71c4-7c20-8d3f-0a1b2c3d4e5f", "name": "Trần Văn Hoà", "birthYear": 1968, "relation": "chủ hộ",
                  "pupil": false,
                  "consents": [
                    { "purpose": "service-support", "decision": "GIVEN", "at": "2026-11-20T19:04:00+07:00", "how": "spoken-at-door",
                      "recordedBy": "01927000-1111-7aaa-9bbb-2c3d4e5f6a7b", "noticeVersion": "2026-01" }
                  ],
                  "registeredOn": "2026-09-03",
                  "services": {
                    "VNEID_ACT": { "outcome": "ACHIEVED", "step": "activated", "firstOn": "2026-11-20", "achievedOn": "2026-11-20",
                                   "lastOn": "2026-11-20", "visitId": "0193a1b2-5c00-7d4e-8a11-3f6d5c2b1a90" }
                  } }
              ],
              "services": {
                "FIBRE": { "outcome": "ACHIEVED", "step": "no", "firstOn": "2026-11-20", "achievedOn": "2026-11-20",
                           "lastOn": "2026-11-20", "visitId": "0193a1b2-5c00-7d4e-8a11-3f6d5c2b1a90" }
              },
              "visitedFirstOn": "2026-11-20",
              "visitedLastOn": "2026-11-20",
            """;

    static final String HOUSEHOLD = ID + HERE + SAID + WORKED_ON + """
              "stays": [ { "hamletId": "01926f10-0d21-7b44-a6c2-58e9f0a1b2c3", "from": "2026-09-03" } ],
              "version": 3
            }""";

    static final String PAGE =
            "{ \"items\": [ " + HOUSEHOLD + " ], \"next\": \"MApob2EgdHJhbiB2YW4KMDE5MjllNDAtNzFjMy03YTU1\" }";

    static final String PATCH = """
            { "addressNote": null, "connectivity": { "fibre": false } }""";

    static final String TRANSFER = """
            { "hamletId": "0193a1b2-6d11-7e5f-9b22-4a5b6c7d8e9f", "on": "2026-11-21" }""";

    static final String MOVED = ID + THERE + SAID + WORKED_ON + """
              "stays": [
                { "hamletId": "01926f10-0d21-7b44-a6c2-58e9f0a1b2c3", "from": "2026-09-03", "to": "2026-11-21" },
                { "hamletId": "0193a1b2-6d11-7e5f-9b22-4a5b6c7d8e9f", "from": "2026-11-21" }
              ],
              "version": 4
            }""";

    static final String RESIDENT = """
            {
              "id": "0193a1b2-7e22-7f60-8c33-5b6c7d8e9fa0",
              "name": "Trần Thị Mai Anh",
              "birthYear": 2012,
              "relation": "con",
              "pupil": true
            }""";

    static final String RESIDENT_PATCH = """
            { "leftOn": "2026-11-15" }""";

    static final String CONSENT = """
            {
              "purpose": "service-support",
              "decision": "GIVEN",
              "at": "2026-11-20T19:04:00+07:00",
              "how": "spoken-at-door",
              "noticeVersion": "2026-01"
            }""";

    static final String SHEET = """
            STT,Thôn/xóm,Chủ hộ,Họ và tên,Năm sinh,Quan hệ với chủ hộ,Số điện thoại
            1,Xóm 5,Trần Văn Hoà,Trần Văn Hoà,1968,Chủ hộ,912345678
            2,,,Vi Thị Nga,12/05/1971,Vợ,
            3,Xóm 1,Lô Văn Thông,Lô Văn Thông,1985,Chủ hộ,0356 000 111
            """;

    static final String IMPORTED = """
            {
              "dryRun": false,
              "households": 2,
              "residents": 3,
              "alreadyThere": 0,
              "errors": [],
              "ignoredColumns": []
            }""";

    private HouseholdExamples() {}
}
