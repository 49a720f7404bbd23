package vn.toso.api.targets;

/** Targets as the API's documentation shows them. */
final class TargetExamples {

    static final String REQUEST = """
            { "areaId": "01926f10-0001-7b44-a6c2-47d8e9f0a1b2", "service": "PAY_BILL", "period": "2026", "share": 0.5,
              "source": { "number": "171/KH-UBND", "date": "2023-03-20", "issuer": "UBND tỉnh Nghệ An" } }""";

    static final String ANSWER = """
            { "id": "6f1c2a1e-8b9d-3f04-a1c5-7e2d9b0c4f11", "areaId": "01926f10-0001-7b44-a6c2-47d8e9f0a1b2",
              "service": "PAY_BILL", "period": "2026", "kind": "TARGET", "share": 0.5,
              "source": { "document": "171/KH-UBND, 2023-03-20, UBND tỉnh Nghệ An", "number": "171/KH-UBND",
                "date": "2023-03-20", "issuer": "UBND tỉnh Nghệ An" },
              "progress": { "from": "2026-01-01", "to": "2026-12-31", "achieved": 640, "eligible": 2214, "goal": 1107,
                "missing": 467, "daysLeft": 41, "paceNeeded": 11.39, "pace": 7.82,
                "forecast": { "low": 850, "expected": 961, "high": 1101 } },
              "version": 1 }""";

    static final String MANY =
            "{ \"items\": [ " + ANSWER + " ], \"asOf\": \"2026-11-20T19:05:31+07:00\", \"devicesNotSynced\": 0 }";

    private TargetExamples() {}
}
