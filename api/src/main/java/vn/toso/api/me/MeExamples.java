package vn.toso.api.me;

/** Examples for the OpenAPI document; generated people. */
final class MeExamples {

    static final String SELF = """
            { "id": "01933b3c-7a5e-7c1f-8d2a-3f4b5c6d7e01", "name": "Nguyễn Thị Lan", "role": "TEAM_MEMBER",
              "phone": "0912345678", "status": "ACTIVE", "version": 3 }""";

    static final String ME = """
            { "member": { "id": "01933b3c-7a5e-7c1f-8d2a-3f4b5c6d7e01", "name": "Nguyễn Thị Lan", "role": "TEAM_MEMBER",
                          "phone": "0912345678", "status": "ACTIVE", "version": 3 },
              "areas": [ { "id": "01933b3c-7a5e-7c1f-8d2a-3f4b5c6d7e02", "name": "Xóm Minh Đình", "level": "HAMLET" } ],
              "hamlets": [ { "id": "01933b3c-7a5e-7c1f-8d2a-3f4b5c6d7e02", "name": "Xóm Minh Đình" } ],
              "team": { "id": "01933b3c-7a5e-7c1f-8d2a-3f4b5c6d7e03", "name": "Tổ công nghệ số cộng đồng xóm Minh Đình" },
              "unread": 0 }""";

    static final String BIND = """
            { "code": "7K3M-Q0TB-9XWE" }""";

    private MeExamples() {}
}
