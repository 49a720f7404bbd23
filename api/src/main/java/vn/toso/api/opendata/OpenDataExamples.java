package vn.toso.api.opendata;

/** Answers as the API's documentation shows them. */
final class OpenDataExamples {

    static final String ANSWER = """
            { "month": "2026-10", "asOf": "2026-10-31", "rows": [
                { "service": "PAY_BILL", "province": "Tỉnh Nghệ An", "areaCode": "17071", "area": "Xã Minh Hợp",
                  "eligible": 2214, "achieved": 640, "share": 0.2891 },
                { "service": "ECOM", "province": "Tỉnh Nghệ An", "areaCode": "17071", "area": "Xã Minh Hợp",
                  "eligible": 41, "achieved": "<5" },
                { "service": "ECOM", "province": "Tỉnh Nghệ An", "areaCode": "40", "eligible": 977, "achieved": 112, "share": 0.1146 } ] }""";

    private OpenDataExamples() {}
}
