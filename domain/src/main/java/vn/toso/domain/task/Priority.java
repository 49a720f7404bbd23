package vn.toso.domain.task;

public enum Priority {
    LOW,
    NORMAL,
    HIGH,
    URGENT
}
