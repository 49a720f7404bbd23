package vn.toso.api.area;

/** Requests and answers as the API's documentation shows them. */
final class AreaExamples {

    static final String REQUEST = """
            {
              "name": "Minh Tân",
              "type": "XOM",
              "parentId": "01926f0f-5a10-7c31-8e42-1b2c3d4e5f60",
              "hasMobileBroadband": true,
              "languages": ["VIETNAMESE", "THAI"],
              "householdsDeclared": 187
            }""";

    private static final String PATH = """
            [
                { "id": "01926f0f-5a10-7c31-8e42-1b2c3d4e5f60", "level": "COMMUNE", "name": "Minh Hợp", "fullName": "Xã Minh Hợp" },
                { "id": "01926f0f-1000-7d52-9f63-0a1b2c3d4e5f", "level": "PROVINCE", "name": "Nghệ An", "fullName": "Tỉnh Nghệ An" }
              ]""";

    static final String ADDED = """
            {
              "id": "0193a1b2-6d11-7e5f-9b22-4a5b6c7d8e9f",
              "level": "HAMLET",
              "name": "Minh Tân",
              "fullName": "Xóm Minh Tân",
              "type": "XOM",
              "parentId": "01926f0f-5a10-7c31-8e42-1b2c3d4e5f60",
              "path":
            """ + PATH + """
            ,
              "parents": [ { "areaId": "01926f0f-5a10-7c31-8e42-1b2c3d4e5f60", "from": "2026-11-21" } ],
              "validFrom": "2026-11-21",
              "hasMobileBroadband": true,
              "languages": ["VIETNAMESE", "THAI"],
              "householdsDeclared": 187,
              "source": "operator",
              "version": 1
            }""";

    static final String PATCH = """
            { "householdsDeclared": 230, "hasMobileBroadband": null }""";

    static final String HAMLET = """
            {
              "id": "01926f10-0d21-7b44-a6c2-58e9f0a1b2c3",
              "level": "HAMLET",
              "name": "5",
              "fullName": "Xóm 5",
              "type": "XOM",
              "parentId": "01926f0f-5a10-7c31-8e42-1b2c3d4e5f60",
              "path":
            """ + PATH + """
            ,
              "formerParent": { "id": "01926f0f-2b20-7a41-8c52-6d7e8f901a2b", "level": "COMMUNE", "name": "Hạ Sơn", "fullName": "Xã Hạ Sơn" },
              "parents": [
                { "areaId": "01926f0f-2b20-7a41-8c52-6d7e8f901a2b", "from": "2019-12-01", "to": "2025-07-01" },
                { "areaId": "01926f0f-5a10-7c31-8e42-1b2c3d4e5f60", "from": "2025-07-01" }
              ],
              "validFrom": "2019-12-01",
              "languages": ["VIETNAMESE"],
              "householdsDeclared": 230,
              "source": "operator",
              "version": 3
            }""";

    static final String PAGE =
            "{ \"items\": [ " + HAMLET + " ], \"next\": \"MDE5MjZmMTAtMGQyMS03YjQ0LWE2YzItNThlOWYwYTFiMmMz\" }";

    private AreaExamples() {}
}
