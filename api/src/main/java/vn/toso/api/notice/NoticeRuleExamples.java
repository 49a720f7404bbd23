package vn.toso.api.notice;

/** Requests and answers as the API's documentation shows them. */
final class NoticeRuleExamples {

    static final String REQUEST = """
            { "enabled": true, "days": 10, "recipients": ["OVERSIGHT", "LEADERS"], "urgent": false }""";

    static final String ANSWER = """
            { "code": "TASK_OVERDUE_SECOND", "kind": "TASK_OVERDUE", "enabled": true, "days": 10,
              "recipients": ["OVERSIGHT", "LEADERS"], "urgent": false, "version": 1 }""";

    static final String ALL = """
            { "items": [
              { "code": "TASK_ASSIGNED", "kind": "TASK_ASSIGNED", "enabled": true, "recipients": ["ASSIGNEE"],
                "urgent": false, "version": 0 },
              { "code": "TASK_OVERDUE_SECOND", "kind": "TASK_OVERDUE", "enabled": true, "days": 7,
                "recipients": ["OVERSIGHT"], "urgent": false, "version": 0 } ] }""";

    private NoticeRuleExamples() {}
}
