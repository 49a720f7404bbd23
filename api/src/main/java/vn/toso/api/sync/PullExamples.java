package vn.toso.api.sync;

/** Answers as the API's documentation shows them. */
final class PullExamples {

    static final String NEWS = """
            {
              "changes": [
                {
                  "kind": "task",
                  "op": "put",
                  "id": "0193a0c4-1e00-7f31-9d52-4b6a7c8d9e0f",
                  "version": 1,
                  "body": { "id": "0193a0c4-1e00-7f31-9d52-4b6a7c8d9e0f", "state": "ASSIGNED", "version": 1 }
                },
                { "kind": "household", "op": "remove", "id": "01929e40-71c3-7a55-9b0e-6f1d2c3b4a58" }
              ],
              "next": "AQGScAAREXqqm7ssPU5fan8BAAABAJIBq8dDq0Hl0R0fQ8Qm2Qy6Qw",
              "more": false,
              "scope": { "version": 7, "entered": [], "left": [] },
              "serverTime": "2026-11-20T19:05:31.940+07:00"
            }""";

    static final String DIGEST = """
            {
              "visitsSince": "2026-08-22T00:00:00+07:00",
              "hamlets": [
                {
                  "hamletId": "01926f10-0d21-7b44-a6c2-58e9f0a1b2c3",
                  "kinds": [
                    { "kind": "household", "count": 221, "checksum": "d0734750fde362b3" },
                    { "kind": "task", "count": 14, "checksum": "0a51c3b27e9d4f80" },
                    { "kind": "visit", "count": 300, "checksum": "93fe12ab6c0d5e47" }
                  ]
                }
              ]
            }""";

    private PullExamples() {}
}
