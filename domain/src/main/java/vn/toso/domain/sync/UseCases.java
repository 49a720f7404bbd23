package vn.toso.domain.sync;

import vn.toso.domain.household.AddResident;
import vn.toso.domain.household.AmendHousehold;
import vn.toso.domain.household.AmendResident;
import vn.toso.domain.household.RecordConsent;
import vn.toso.domain.household.RegisterHousehold;
import vn.toso.domain.task.TakeOfflineMove;
import vn.toso.domain.visit.RecordVisit;
import vn.toso.domain.visit.VoidVisit;

/** All that a phone can ask for: the same use cases that answer REST. */
public record UseCases(
        RegisterHousehold registerHousehold,
        AmendHousehold amendHousehold,
        AddResident addResident,
        AmendResident amendResident,
        RecordConsent recordConsent,
        RecordVisit recordVisit,
        VoidVisit voidVisit,
        TakeOfflineMove takeOfflineMove) {}
