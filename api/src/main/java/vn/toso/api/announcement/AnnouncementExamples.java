package vn.toso.api.announcement;

/** Requests and answers as the API's documentation shows them. */
final class AnnouncementExamples {

    static final String REQUEST = """
            { "id": "0193a1b2-5c04-7d4e-8a11-3f6d5c2b1a97", "areaId": "01926f10-0d21-7b44-a6c2-58e9f0a1b2c3",
              "title": "Họp giao ban tổ", "text": "19 giờ thứ Sáu tại nhà văn hóa xã.", "urgent": false }""";

    private static final String SAID = """
              "id": "0193a1b2-5c04-7d4e-8a11-3f6d5c2b1a97",
              "areaId": "01926f10-0d21-7b44-a6c2-58e9f0a1b2c3",
              "title": "Họp giao ban tổ",
              "text": "19 giờ thứ Sáu tại nhà văn hóa xã.",
              "urgent": false,
              "by": "01927000-3333-7ccc-8ddd-4e5f6a7b8c9d",
              "at": "2026-11-20T19:05:31.412+07:00",
            """;

    static final String MADE =
            "{\n" + SAID + "  \"state\": \"SENDING\", \"recipients\": 182, \"made\": 0, \"version\": 1\n}";

    static final String ONE = "{\n" + SAID
            + "  \"state\": \"SENT\", \"recipients\": 182, \"made\": 182, \"delivered\": 170, \"read\": 96,\n"
            + "  \"endedAt\": \"2026-11-20T19:05:32.020+07:00\", \"version\": 2\n}";

    static final String PAGE = "{ \"items\": [ " + MADE + " ] }";

    static final String CANCELLED = "{\n" + SAID
            + "  \"state\": \"CANCELLING\", \"recipients\": 182, \"made\": 100,\n"
            + "  \"cancelledBy\": \"01927000-3333-7ccc-8ddd-4e5f6a7b8c9d\", \"version\": 3\n}";

    private AnnouncementExamples() {}
}
