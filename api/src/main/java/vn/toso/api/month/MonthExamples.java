package vn.toso.api.month;

/** Months as the API's documentation shows them. */
final class MonthExamples {

    private static final String SERVICES = """
            "households": { "registered": 2214, "visited": 1187, "lateRegistered": 0, "lateVisited": 3 },
            "services": [ { "service": "PAY_BILL", "eligible": 2214, "before": 512, "achieved": 640, "gained": 128,
              "late": { "eligible": 0, "reached": 4, "achieved": 3, "refused": 0, "blocked": 0 },
              "carried": { "eligible": 0, "reached": 1, "achieved": 1, "refused": 0, "blocked": 0 } } ]""";

    static final String ANSWER = """
            { "month": "2026-10",
              "area": { "areaId": "01926f10-0001-7b44-a6c2-47d8e9f0a1b2", "name": "Xã Minh Hợp", "level": "COMMUNE",
                "hamlets": 14, "frozenHamlets": 14,
            """ + SERVICES + """
             },
              "children": [ { "areaId": "01926f10-0d21-7b44-a6c2-58e9f0a1b2c3", "name": "Xóm 5", "formerCommune": "Xã Văn Lợi",
                "level": "HAMLET", "hamlets": 1, "frozenHamlets": 1,
            """ + SERVICES + """
             } ],
              "tree": "now", "frozenAt": "2026-11-03T08:15:00+07:00", "asOf": "2026-11-20T19:05:31+07:00", "devicesNotSynced": 0 }""";

    private MonthExamples() {}
}
