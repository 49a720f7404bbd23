package vn.toso.domain.sync;

import vn.toso.domain.visit.RecordVisit;
import vn.toso.domain.visit.VoidVisit;

/** All that a phone can ask for: the same use cases that answer REST. */
public record UseCases(RecordVisit recordVisit, VoidVisit voidVisit) {}
