package vn.toso.api.report;

/** Answers as the API's documentation shows them. */
final class ReportExamples {

    private static final String PERIOD = """
            "period": { "text": "2026-11", "kind": "MONTH", "name": "tháng 11 năm 2026", "from": "2026-11-01", "to": "2026-11-30",
                "until": "2026-11-20", "complete": false },
              "asOf": "2026-11-20T12:05:31Z",
            """;

    static final String COMMUNE = """
            { "appendix": "Phụ lục 05, Kế hoạch số 171/KH-UBND",
              "subject": "Kết quả hoạt động của Tổ công nghệ số cộng đồng tháng 11 năm 2026",
              "area": { "areaId": "01926f10-0001-7b44-a6c2-47d8e9f0a1b2", "name": "Xã Minh Hợp", "level": "COMMUNE" },
            """ + PERIOD + """
              "sections": [
                { "code": "3b", "title": "Mục 3b. Thanh toán không dùng tiền mặt và thương mại điện tử của người dân", "figures": [
                  { "code": "achieved", "service": "PAY_BILL", "label": "Trả tiền điện, nước trực tuyến: đã đạt", "unit": "hộ",
                    "number": 640, "of": 2214, "share": 0.2891, "asOf": "2026-11-20", "definition": "Số đối tượng đã đạt …" } ] },
                { "code": "3c", "title": "Mục 3c. Tổ công nghệ số cộng đồng", "figures": [
                  { "code": "teams.hamlet", "label": "Số tổ cấp xóm", "unit": "tổ",
                    "number": 28, "of": 29, "share": 0.9655, "asOf": "2026-11-20", "definition": "Số tổ công nghệ số …" } ] } ],
              "details": { "title": "Chi tiết theo xóm, thôn, bản, khối",
                "columns": [ { "code": "visits", "label": "Số lượt đến hộ và buổi sinh hoạt", "unit": "lượt", "asOf": "2026-11-20",
                               "definition": "Số lượt đến hộ và buổi sinh hoạt ở xóm …" } ],
                "lines": [ { "areaId": "01926f10-0d21-7b44-a6c2-58e9f0a1b2c3", "name": "Xóm 5", "formerCommune": "Xã Văn Lợi",
                             "figures": { "visits": 90 } } ] } }""";

    static final String DISTRICT = """
            { "appendix": "Phụ lục 02, Kế hoạch số 171/KH-UBND",
              "subject": "Kết quả hoạt động của Tổ công nghệ số cộng đồng tháng 11 năm 2026",
              "area": { "areaId": "01926f10-0003-7b44-a6c2-36c7d8e9f0a1", "name": "Khu vực Quỳ Hợp", "level": "DISTRICT" },
            """ + PERIOD + """
              "sections": [
                { "code": "02", "title": "Tổ công nghệ số cộng đồng", "figures": [
                  { "code": "communes.with-team", "label": "Số xã, phường có tổ", "unit": "xã",
                    "number": 6, "of": 7, "share": 0.8571, "asOf": "2026-11-20", "definition": "Số xã, phường, thị trấn có tổ …" } ] } ],
              "details": { "title": "Chi tiết theo xã, phường, thị trấn",
                "columns": [ { "code": "teams.commune", "label": "Số tổ cấp xã", "unit": "tổ", "asOf": "2026-11-20",
                               "definition": "Số tổ công nghệ số cộng đồng cấp xã …" } ],
                "lines": [ { "areaId": "01926f10-0001-7b44-a6c2-47d8e9f0a1b2", "name": "Xã Minh Hợp",
                             "figures": { "teams.commune": 1 } } ] } }""";

    private ReportExamples() {}
}
