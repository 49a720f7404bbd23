package vn.toso.api.export;

/** Answers as the API's documentation shows them. */
final class ExportExamples {

    static final String VISITS = """
            id,hamletId,hamlet,commune,householdId,memberIds,occurredOn,receivedOn,durationMinutes,activities,supersedes,voided,cursor
            5a0f…,01926f10-0d21-7b44-a6c2-58e9f0a1b2c3,Xóm 5,Xã Minh Hợp,9c41…,77be…,2026-11-20,2026-11-20,25,PAY_BILL=ACHIEVED;SAFE=ACHIEVED,,false,cAZJv…""";

    static final String HOUSEHOLDS = """
            id,hamletId,hamlet,commune,registeredOn,residents,classifications,smartphone,fibre,visitedFirstOn,visitedLastOn,services,residentsAchieved,cursor
            9c41…,01926f10-0d21-7b44-a6c2-58e9f0a1b2c3,Xóm 5,Xã Minh Hợp,2026-09-01,4,TRADER,true,,2026-10-02,2026-11-20,PAY_BILL=ACHIEVED,SAFE=2,cAZJv…""";

    static final String TASKS = """
            id,hamletId,hamlet,commune,householdId,kind,services,assigneeId,teamId,assignedBy,assignedOn,due,priority,state,completedOn,completedByVisit,cursor
            e3d0…,01926f10-0d21-7b44-a6c2-58e9f0a1b2c3,Xóm 5,Xã Minh Hợp,9c41…,VISIT_HOUSEHOLD,PAY_BILL,77be…,,1f20…,2026-11-15,2026-11-30,NORMAL,DONE,2026-11-20,5a0f…,cAZJv…""";

    static final String COVERAGE = """
            hamletId,hamlet,commune,service,asOf,eligible,reached,achieved,refused,blocked,achievedBefore,cursor
            01926f10-0d21-7b44-a6c2-58e9f0a1b2c3,Xóm 5,Xã Minh Hợp,PAY_BILL,2026-11-20,221,90,61,4,7,40,MDE5M…""";

    static final String LIST = """
            { "items": [ { "id": "019a9e00-0000-7000-8000-0000000000e1", "dataset": "VISITS", "format": "csv",
                "area": "01926f10-0001-7b44-a6c2-47d8e9f0a1b2", "from": "2026-11-01", "to": "2026-11-20", "service": "PAY_BILL",
                "personal": false, "state": "DONE", "rows": 1187,
                "startedAt": "2026-11-20T12:05:31Z", "finishedAt": "2026-11-20T12:05:32Z" } ] }""";

    private ExportExamples() {}
}
