package vn.toso.domain.task;

public enum TaskKind {
    VISIT_HOUSEHOLD,
    FOLLOW_UP,
    SURVEY_HAMLET,
    HOLD_MEETING,
    FREE
}
