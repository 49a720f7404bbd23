package vn.toso.api.team;

/** Requests and answers as the API's documentation shows them. */
final class TeamExamples {

    private static final String SAID = """
              "name": "Tổ công nghệ số cộng đồng Xóm 5",
              "decision": { "number": "45/QĐ-UBND", "date": "2025-08-15" },
              "members": [
                { "memberId": "01927000-2222-7bbb-8ccc-3d4e5f6a7b8c", "position": "HEAD" },
                { "memberId": "01927000-1111-7aaa-9bbb-2c3d4e5f6a7b", "position": "MEMBER" }
              ]""";

    static final String REQUEST = "{\n  \"areaId\": \"01926f10-0d21-7b44-a6c2-58e9f0a1b2c3\",\n" + SAID + "\n}";

    static final String TEAM = """
            {
              "id": "01927001-3333-7ccc-9ddd-4e5f6a7b8c9d",
              "level": "HAMLET",
              "areaId": "01926f10-0d21-7b44-a6c2-58e9f0a1b2c3",
            """ + SAID + ",\n  \"version\": 1\n}";

    static final String TEAMS =
            "{ \"items\": [ " + TEAM + " ], \"next\": \"MDE5MjcwMDEtMzMzMy03Y2NjLTlkZGQtNGU1ZjZhN2I4Yzlk\" }";

    static final String PATCH = """
            {
              "decision": null,
              "members": [ { "memberId": "01927000-1111-7aaa-9bbb-2c3d4e5f6a7b", "position": "HEAD" } ]
            }""";

    private TeamExamples() {}
}
