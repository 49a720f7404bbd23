package vn.toso.api.service;

/** Requests and answers as the API's documentation shows them. */
final class ServiceExamples {

    static final String REQUEST = """
            {
              "nameVi": "Kích hoạt VNeID",
              "nameEn": "VNeID activation",
              "unit": "PERSON",
              "eligible": { "minAge": 6, "after": "VNEID_2" },
              "steps": ["activated"],
              "outcomes": ["ACHIEVED", "ASSISTED", "REFERRED", "REFUSED", "ABSENT", "BLOCKED"],
              "headline": "vneid"
            }""";

    static final String ANSWER = """
            {
              "code": "VNEID_ACT",
              "nameVi": "Kích hoạt VNeID",
              "nameEn": "VNeID activation",
              "unit": "PERSON",
              "eligible": { "minAge": 6, "after": "VNEID_2", "classifications": [], "pupilsOnly": false },
              "steps": ["activated"],
              "alternatives": false,
              "outcomes": ["ACHIEVED", "ASSISTED", "REFERRED", "REFUSED", "ABSENT", "BLOCKED"],
              "headline": "vneid",
              "active": true,
              "source": "operator",
              "version": 2
            }""";

    static final String PAGE = "{ \"items\": [ " + ANSWER + " ] }";

    private ServiceExamples() {}
}
