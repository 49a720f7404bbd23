package vn.toso.api.coverage;

import vn.toso.domain.coverage.TrendStep;

/** How far apart the points of a trend are, spelled as callers spell it. */
enum TrendStepName {
    day,
    week,
    month;

    TrendStep step() {
        return switch (this) {
            case day -> TrendStep.DAY;
            case week -> TrendStep.WEEK;
            case month -> TrendStep.MONTH;
        };
    }
}
