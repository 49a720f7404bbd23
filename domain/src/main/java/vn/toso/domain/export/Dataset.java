package vn.toso.domain.export;

import vn.toso.domain.access.Permission;

/** What can be exported. */
public enum Dataset {
    VISITS(Permission.READ_VISITS),
    HOUSEHOLDS(Permission.READ_HOUSEHOLDS),
    TASKS(Permission.READ_TASKS),
    COVERAGE(Permission.READ_COVERAGE);

    private final Permission reading;

    Dataset(Permission reading) {
        this.reading = reading;
    }

    /** What it takes to read one of them. */
    Permission reading() {
        return reading;
    }
}
