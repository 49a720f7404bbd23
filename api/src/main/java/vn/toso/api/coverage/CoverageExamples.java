package vn.toso.api.coverage;

/** Answers as the API's documentation shows them. */
final class CoverageExamples {

    private static final String HAMLET = """
            { "areaId": "01926f10-0d21-7b44-a6c2-58e9f0a1b2c3", "name": "Xóm 5", "formerCommune": "Xã Văn Lợi", "level": "HAMLET",
              "service": "PAY_BILL", "eligible": 221, "reached": 90, "achieved": 61, "refused": 4, "blocked": 7, "share": 0.276,
              "households": { "registered": 221, "declared": 230, "visited": 118, "lastVisitOn": "2026-11-20", "paying": 74, "skilled": 39 },
              "teams": { "hamlets": 1, "covered": 1, "active": 1 } }""";

    static final String ANSWER = """
            { "area": { "areaId": "01926f10-0001-7b44-a6c2-47d8e9f0a1b2", "name": "Xã Minh Hợp", "level": "COMMUNE",
                "service": "PAY_BILL", "eligible": 2214, "reached": 913, "achieved": 640, "refused": 38, "blocked": 71, "share": 0.2891,
                "households": { "registered": 2214, "declared": 2290, "visited": 1187, "lastVisitOn": "2026-11-20", "paying": 702, "skilled": 355 },
                "teams": { "hamlets": 14, "covered": 13, "active": 11 } },
              "children": [
            """ + HAMLET + """
             ],
              "asOf": "2026-11-20T19:05:31+07:00", "tree": "now", "devicesNotSynced": 0 }""";

    static final String LAGGARDS = "{ \"items\": [ " + HAMLET
            + " ],\n  \"next\": \"MC4yNzYKMDE5MjZmMTA\", \"asOf\": \"2026-11-20T19:05:31+07:00\", \"devicesNotSynced\": 0 }";

    static final String EVENT = """
            id: 5f0c1d9a77e0b3c4
            event: change
            data: { "area": { "areaId": "01926f10-0001-7b44-a6c2-47d8e9f0a1b2", "name": "Xã Minh Hợp", … }, "children": [ … ], \
            "asOf": "2026-11-20T19:05:31+07:00", "devicesNotSynced": 0 }
            """;

    static final String TREND = """
            { "areaId": "01926f10-0001-7b44-a6c2-47d8e9f0a1b2", "name": "Xã Minh Hợp", "service": "PAY_BILL",
              "points": [
                { "day": "2026-11-19", "eligible": 2214, "reached": 880, "achieved": 612, "refused": 37, "blocked": 70,
                  "share": 0.2764, "registered": 2214, "visited": 1150 },
                { "day": "2026-11-20", "eligible": 2214, "reached": 913, "achieved": 640, "refused": 38, "blocked": 71,
                  "share": 0.2891, "registered": 2214, "visited": 1187 } ],
              "asOf": "2026-11-20T19:05:31+07:00", "tree": "now", "devicesNotSynced": 0 }""";

    private CoverageExamples() {}
}
