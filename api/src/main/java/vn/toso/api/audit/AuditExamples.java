package vn.toso.api.audit;

/** Answers as the API's documentation shows them. */
final class AuditExamples {

    static final String PAGE = """
            { "items": [
              { "at": "2026-11-20T19:05:31.204+07:00", "action": "READ", "operation": "GET /v1/households/{id}",
                "member": "01927000-1111-7aaa-9bbb-2c3d4e5f6a7b", "device": "0193a1b0-0000-7abc-8def-112233445566",
                "entities": ["01929e40-71c3-7a55-9b0e-6f1d2c3b4a58"],
                "chain": "0193a1b2-0000-7d4e-8a11-3f6d5c2b1a90", "seq": 1204,
                "hash": "u6n3sWpHq1J0m2x8vY4kR7tZc5bE9dFgHaLiPoQrStU" } ],
              "next": "MTczMjE…" }""";

    static final String REPORT = """
            { "intact": false, "entries": 20512,
              "faults": [ { "kind": "missing", "chain": "0193a1b2-0000-7d4e-8a11-3f6d5c2b1a90", "seq": 812 } ],
              "head": { "number": 377, "hash": "Zk3…", "at": "2026-11-20T19:05:00+07:00", "key": "aB3dE5fG7hI9",
                "signature": "MEU…" } }""";

    static final String SETTINGS = """
            { "keptDays": 730, "manyHouseholds": 500, "withinMinutes": 60 }""";

    private AuditExamples() {}
}
