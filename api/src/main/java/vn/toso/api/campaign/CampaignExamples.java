package vn.toso.api.campaign;

/** Campaigns as the API's documentation shows them. */
final class CampaignExamples {

    private static final String PLANNED = """
            "name": "Cao điểm thanh toán điện không tiền mặt", "services": ["PAY_BILL"],
            "areaIds": ["01926f10-0001-7b44-a6c2-47d8e9f0a1b2"], "from": "2026-11-20", "to": "2026-12-10",
            "target": { "share": 0.6 }, "shareRule": "EVENLY\"""";

    static final String REQUEST = "{ " + PLANNED + " }";

    private static final String CREATED = """
            "createdBy": "01926f0e-8c11-7f6e-9d2b-3c4d5e6f7a8b", "createdAt": "2026-11-20T08:00:00+07:00\"""";

    private static final String OUT = """
            "launchedBy": "01926f0e-8c11-7f6e-9d2b-3c4d5e6f7a8b", "launchedAt": "2026-11-20T08:05:00+07:00\"""";

    static final String DRAFT = "{ \"id\": \"01933b3c-7a5e-7c1f-8d2a-3f4b5c6d7e8f\", " + PLANNED
            + ", \"state\": \"DRAFT\", " + CREATED + ", \"version\": 1 }";

    static final String LAUNCHED = "{ \"id\": \"01933b3c-7a5e-7c1f-8d2a-3f4b5c6d7e8f\", " + PLANNED
            + ", \"state\": \"LAUNCHING\", " + CREATED + ", " + OUT + """
            , "launch": { "day": "2026-11-20", "hamlets": 14, "hamletsDone": 6, "tasksMade": 903, "done": false },
              "version": 3 }""";

    static final String RUNNING = "{ \"id\": \"01933b3c-7a5e-7c1f-8d2a-3f4b5c6d7e8f\", " + PLANNED
            + ", \"state\": \"RUNNING\", " + CREATED + ", " + OUT + """
            , "launch": { "day": "2026-11-24", "hamlets": 14, "hamletsDone": 14, "tasksMade": 2, "done": true },
              "progress": {
                "tasks": { "ASSIGNED": 1210, "IN_PROGRESS": 44, "DONE": 320 },
                "units": [ { "service": "PAY_BILL", "eligible": 2214, "before": 640, "achieved": 951, "gained": 311 } ],
                "gained": 311, "share": 0.4295, "hamletsWithoutMembers": 1,
                "hamlets": [ { "areaId": "01926f10-0d21-7b44-a6c2-58e9f0a1b2c3", "name": "Xóm 5", "formerCommune": "Xã Văn Lợi",
                  "tasks": { "ASSIGNED": 96, "DONE": 21 }, "gained": 20, "withoutMembers": false } ],
                "asOf": "2026-11-24T19:05:31+07:00", "devicesNotSynced": 0 },
              "version": 5 }""";

    static final String PREVIEW = """
            { "households": 1574, "units": 1574, "hamlets": [
              { "areaId": "01926f10-0d21-7b44-a6c2-58e9f0a1b2c3", "name": "Xóm 5", "formerCommune": "Xã Văn Lợi",
                "households": 117, "units": 117,
                "members": [ { "memberId": "01926f0e-8c11-7f6e-9d2b-4d5e6f7a8b9c", "name": "Vi Thị Lan", "tasks": 59 } ],
                "withoutMembers": false } ] }""";

    static final String PAGE = "{ \"items\": [ " + DRAFT + " ], \"next\": \"MDE5MzNiM2M\" }";

    private CampaignExamples() {}
}
